import Diagnostics

/// The sentences about files of answers that several commands have in common.
extension Diagnostic.Message {
  static func noResponses(_ rows: Int) -> Self {
    Self(
      id: "no-responses",
      rows == 0
        ? "the file has headings and no responses; export it again"
        : "none of the \(rows) rows is a response: nobody answered, or all were left out; export "
          + "the file again")
  }

  static func moreAnswersThanPeople(_ answers: Int, _ people: Int) -> Self {
    Self(
      id: "population-too-small",
      "\(answers) answered and the population is \(people); correct the number of people")
  }
}

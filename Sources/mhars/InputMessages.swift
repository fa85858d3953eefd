import Diagnostics
import Responses

extension DiagnosticSink {
  /// Reports a file that was read and in which no row counts.
  mutating func refuseEmpty(_ outcome: ResponseImport.Outcome?, from file: String) {
    guard let outcome, outcome.table.rowCount == 0 else { return }
    error(.noResponses(outcome.ledger), at: Location(file: file))
  }
}

/// The sentences about files of answers that several commands have in common.
extension Diagnostic.Message {
  static func noResponses(_ ledger: ImportLedger) -> Self {
    let reasons = ImportLedger.Exclusion.allCases.compactMap { reason in
      ledger.excluded[reason].map { "\($0) \(reason.title(of: $0))" }
    }
    let isOfOtherDays = [.early, .late].contains { ledger.excluded[$0] != nil }
    let remedy =
      isOfOtherDays
      ? "check the days of the round in audit.yaml, or take them with --any-day"
      : "export the file again"
    return Self(
      id: "no-responses",
      ledger.read == 0
        ? "the file has headings and no responses; export it again"
        : "none of the \(ledger.read) rows is a response"
          + (reasons.isEmpty ? ": nobody answered" : " (\(reasons.joined(separator: ", ")))")
          + "; \(remedy)")
  }

  static func moreAnswersThanPeople(_ answers: Int, _ people: Int) -> Self {
    Self(
      id: "population-too-small",
      "\(answers) answered and the population is \(people); correct the number of people")
  }
}

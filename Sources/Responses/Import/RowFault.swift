/// A fault in one record, kept without its line, which is found only when somebody reads it.
struct RowFault {
  enum Kind {
    /// The record has another number of cells than the heading line.
    case width(found: Int, expected: Int)
    /// A cell holds something that is no answer to its item.
    case answer(value: String, known: [String])
    case number(value: String)
    case date(value: String)
    /// A cell stands in a column without a heading.
    case unnamedColumn
    /// The id column is blank.
    case noIdentifier
    /// The record has the id of an earlier one, and nothing says which is later.
    case sameIdentifier(earlier: Int)
    /// A pupil answers in two records.
    case sameRespondent(earlier: Int)
  }

  let record: Int
  /// The column, from 0; `nil` where the whole record is meant.
  let column: Int?
  let kind: Kind
}

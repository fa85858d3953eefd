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
    /// Another record has the same id, and nothing says which is later.
    case sameIdentifier(other: Int)
    /// The pupil answers in another record as well, and nothing says which is later.
    case sameRespondent(other: Int)
    /// A row of a roll has no id.
    case noPupilID
    /// Another row of a roll has the same id.
    case samePupilID(id: String, other: Int)
    /// The check letter of an id does not fit its digits.
    case checkLetter(id: String)
    /// An id is a number that a spreadsheet shortened, such as 1.2E+11.
    case spoiltPupilID(id: String)
    /// A row of a roll has words under the id and nothing else.
    case lineOfReport
    /// Another row of a roll has the same further number under another id.
    case twoPupilIDs(other: Int)
    /// Another row of a roll has the same id without the zeros in front.
    case zerosApart(id: String, other: Int)
    /// A name has characters that nobody sees, or letters of two alphabets.
    case doubtfulName(shown: String)
    /// A cell of a population file holds no number of people.
    case count(value: String)
  }

  let record: Int
  /// The column, from 0; `nil` where the whole record is meant.
  let column: Int?
  let kind: Kind
  /// How often the same value stands in the same column again, which is said once for all.
  var repeats = 0

  /// A value that is a fault wherever it stands in a column.
  struct Repeatable: Hashable {
    let column: Int
    let value: String
  }

  /// The record with which this one cannot stand; `nil` for a fault of its own.
  var other: Int? {
    switch kind {
    case .sameIdentifier(let other), .sameRespondent(let other), .samePupilID(_, let other),
      .twoPupilIDs(let other), .zerosApart(_, let other):
      other
    default: nil
    }
  }

  /// The value and column of a fault of a cell; `nil` for a fault of its own.
  var repeatable: Repeatable? {
    switch kind {
    case .answer(let value, _), .number(let value), .date(let value), .count(let value):
      column.map { Repeatable(column: $0, value: value) }
    default: nil
    }
  }
}

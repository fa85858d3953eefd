/// One row of a list of names as it is kept: who answered, and what they wrote.
public struct NominationSheet: Sendable, Hashable {
  /// One name.
  public enum Name: Sendable, Hashable {
    /// The id of a pupil, "no one", or what was written.
    case written(String)
    /// A name that was erased, with the ids of the pupils whom it could still mean.
    case erased(couldBe: [String])
  }

  /// What stands in place of a name that was erased.
  public static let erasedText = "(a name that was erased)"

  /// The id of the pupil who answered where that is certain, else what was written; empty for names
  /// from rows that could not be read.
  public var respondent: String
  /// The number of the row in its file, from 1; 0 for names from several rows.
  public var record: Int
  /// When it was handed in, in seconds on a line of its own; `nil` where that is not certain.
  public var moment: Int?
  /// Whether the row has a fault, so that its names only cast doubt.
  public var isSetAside: Bool
  /// The names in the order of the columns.
  public var names: [Name]

  public init(
    respondent: String, record: Int, moment: Int?, isSetAside: Bool, names: [Name]
  ) {
    self.respondent = respondent
    self.record = record
    self.moment = moment
    self.isSetAside = isSetAside
    self.names = names
  }
}

public import Responses

/// The responses of an earlier round, for comparison with a later one.
public struct EarlierSurvey: Sendable {
  /// What the round is called in a sentence.
  public let title: String
  /// The responses.
  public let table: ResponseTable
  let ledger: ImportLedger
  let groupings: [Grouping]
  /// The fewest people whom an audit showed a figure of then; 1 where nothing is held back.
  public let minimum: Int

  /// Describes an earlier round.
  ///
  /// - Parameters:
  ///   - title: What it is called, such as `spring 2026`.
  ///   - table: Its responses, with the instrument as it was then.
  ///   - ledger: Where the records of its file went.
  ///   - groupings: Its splits, by the columns of the later round.
  ///   - minimum: The fewest people whom an audit showed a figure of then.
  public init(
    title: String, table: ResponseTable, ledger: ImportLedger, groupings: [Grouping] = [],
    minimum: Int = 1
  ) {
    self.title = title
    self.table = table
    self.ledger = ledger
    self.groupings = groupings
    self.minimum = minimum
  }
}

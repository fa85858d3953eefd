/// What makes answers doubtful, counted and left in.
public struct QualityFigures: Sendable {
  /// Rows that give one answer to at least ten items of a scale with reversed items among them.
  public let straightLined: Int
  /// How many rows could show straight-lining: those with ten such answers.
  public let straightLineChecked: Int
  /// Cells that could be read in two ways.
  public let unreadableCells: Int
  /// Items that go against the rest of their score: the key may turn them the wrong way.
  public let looksReversed: [(score: String, item: String, itemRest: Double)]
  /// Scores with more than 15 % of the persons at one end, where means say little.
  public let piledUp: [(score: String, end: String, share: Double)]
}

public import Statistics

/// What makes answers doubtful, counted and left in.
///
/// See `docs/methods/straight-lining.md`.
public struct QualityFigures: Sendable {
  /// Rows that give one answer to at least ten items of a scale with reversed items among them.
  public let straightLined: Int
  /// How many rows could show straight-lining: those with ten such answers.
  public let straightLineChecked: Int
  /// The scores of everybody but the straight-lined; `nil` where these are at most 5 % of the rows, or
  /// too few to be told from the rest.
  public let withoutStraightLined: [Without]?
  /// Cells that could be read in two ways, and count as missing.
  public let unreadableCells: Int
  /// Items that go against the rest of their score: the key may turn them the wrong way.
  ///
  /// `itemRest` is the correlation with the other items, below 0.
  public let looksReversed: [(score: String, item: String, itemRest: Double)]
  /// Scores with more than 15 % of the persons at one end, where means say little.
  ///
  /// `end` is `low` or `high`; `share` is of those with a score, 0 to 1.
  public let piledUp: [(score: String, end: String, share: Double)]

  /// A score without the rows that are in doubt.
  public struct Without: Sendable {
    /// The id of the score.
    public let score: String
    /// The scores of the persons that are left.
    public let scores: Frequencies
    /// Cronbach's alpha over the complete rows that are left; `nil` where it is undefined.
    public let alpha: Double?
  }
}

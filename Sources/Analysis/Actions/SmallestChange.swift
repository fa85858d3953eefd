/// The smallest change in the measure of an action that a second round like the first would show.
public enum SmallestChange: Sendable, Hashable {
  /// In points of an index from 0 to 100, positive, and how many people or units the figure is of.
  case points(Double, n: Int)
  /// It cannot be told, for a reason.
  case unknown(Reason)

  /// Why the smallest change cannot be told.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Nothing of the instrument was taken in for the round of the action.
    case notTakenIn = "not_taken_in"
    /// The measure gives no scale and no share of the practice.
    case noIndex = "no_index"
    /// The record gives several figures of the practice, and the measure names none of them.
    case severalFigures = "several_figures"
    /// Lists of names have none.
    case names
    /// The answers do not say of which tier the pupils are, or no row is of it.
    case notByTier = "not_by_tier"
    /// Too few people stand behind the figure for it to be shown.
    case heldBack = "held_back"
    /// Less was looked at than the record asks for, or a single person stands behind the figure.
    case tooLittle = "too_little"
    /// All are alike, so that nothing says how much chance alone would change.
    case noSpread = "no_spread"
  }

  /// The smallest change in points; `nil` where it cannot be told.
  public var points: Double? { if case .points(let points, _) = self { points } else { nil } }
}

public import Statistics

/// A mean in which every cell of the population counts by its size, with what that took.
public struct WeightedMean: Sendable, Hashable {
  /// The mean, its standard error and its interval.
  public let mean: PostStratifiedMean
  /// How many cells there are after merging.
  public let cells: Int
  /// The names of the cells that were merged, one list for each cell of several.
  public let merged: [[String]]
  /// What the unequal weights cost in precision; `nil` without answers.
  public let kish: KishEffect?
  /// How evenly the cells of the population answered; 1 where all did alike.
  ///
  /// Over the cells as they were before merging. It is `nil` for a population of fewer than two.
  public let representativeness: Double?
}

/// Cells of a roll, merged until each has answers enough to stand for its members.
public struct WeightingCells: Sendable, Hashable {
  /// One cell of the roll, such as the girls of a year group.
  public struct Cell: Sendable, Hashable {
    /// The number of the family that the cell belongs to, such as its year group.
    public let family: Int
    /// How many members it has, not negative.
    public let population: Int
    /// How many of them answered, not above `population`.
    public let n: Int

    /// Creates a cell; cells of one family stand beside one another.
    public init(family: Int, population: Int, n: Int) {
      self.family = family
      self.population = population
      self.n = n
    }
  }

  /// Why cells cannot be made.
  public enum Undefined: String, Error, Sendable {
    /// Nobody is on the roll.
    case empty = "nobody on the roll"
    /// A cell has more answers than members.
    case moreAnswersThanMembers = "more answers than members"
    /// All cells together have fewer answers than one cell needs.
    case tooFewAnswers = "too few answers for one cell"
  }

  /// The places of the original cells in each cell that is left, both in the order given.
  ///
  /// A list of two or more places says what was merged. Cells of nobody are in none.
  public let members: [[Int]]
  /// The members and answers of each cell that is left, in the order of `members`.
  public let cells: [Cell]

  /// The cells that stand for more than one of the original ones.
  public var merged: [[Int]] { members.filter { $0.count > 1 } }

  /// Merges cells until each has enough answers and none of them weighs too much.
  ///
  /// The cell that fails with the fewest answers goes first (then the heavier, then the earlier).
  /// It joins the cell before or after it in its family: the one with which it no longer fails,
  /// else the one with fewer answers, else the earlier. The only cell of a family joins all of a
  /// neighbouring family in the same way. R's `survey::nonresponse` uses the same limit on weights
  /// and leaves the merging to its user.
  /// - Parameters:
  ///   - cells: In an order in which neighbours are alike, such as year groups by age.
  ///   - fewest: The number of answers that each cell needs, at least 1.
  ///   - heaviest: How many times members per answer overall a cell's own may be, at least 1.
  /// - Returns: The cells that are left, or why there are none. Takes time quadratic in the cells.
  public static func collapse(
    _ cells: [Cell], fewest: Int = 5, heaviest: Double = 1.5
  ) -> Result<WeightingCells, Undefined> {
    precondition(fewest >= 1 && heaviest >= 1, "both limits are at least 1")
    guard cells.allSatisfy({ 0 <= $0.n && $0.n <= $0.population }) else {
      return .failure(.moreAnswersThanMembers)
    }
    let population = cells.reduce(0) { $0 + $1.population }
    let n = cells.reduce(0) { $0 + $1.n }
    guard population > 0 else { return .failure(.empty) }
    guard n >= fewest else { return .failure(.tooFewAnswers) }
    var merging = CellMerging(
      cells, fewest: fewest, heaviest: heaviest * Double(population) / Double(n))
    merging.run()
    return .success(WeightingCells(members: merging.members, cells: merging.cells))
  }
}

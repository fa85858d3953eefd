/// Weights that bring answers to known margins of the population, one variable after the other.
///
/// Convention W6.
public struct Raking: Sendable, Hashable {
  /// Answers that share their category of every variable.
  public struct Group: Sendable, Hashable {
    /// The category of each variable, counted from 0.
    public let categories: [Int]
    /// How many answers are alike in this, not negative.
    public let n: Int

    /// Creates a group of answers.
    public init(categories: [Int], n: Int) {
      self.categories = categories
      self.n = n
    }
  }

  /// Why there are no such weights.
  public enum Undefined: String, Error, Sendable {
    /// There are no answers or no variables.
    case empty = "no answers or no margins"
    /// The margins of two variables do not add up to the same population.
    case marginsDisagree = "margins with different totals"
    /// A category has members in the population but no answers; merge it with another one first.
    case silentCategory = "a category without answers"
    /// There are answers in a category of which the population has no members.
    case emptyCategory = "answers in a category without members"
    /// The weights still change: the combinations that answered cannot meet all margins.
    case notConverged = "no weights meet all margins"
  }

  /// The weight of each answer of a group, in the order of the groups; `nil` for an empty group.
  public let weights: [Double?]
  /// How often all variables were gone through.
  public let rounds: Int

  private static let mostRounds = 10_000
  private static let tolerance = 1e-12

  /// Finds the weights by iterative proportional fitting.
  ///
  /// Starts from equal weights and scales the groups of each category to its margin, until no
  /// margin is off by more than 1e-12 of its size. W. E. Deming and F. F. Stephan, Annals of
  /// Mathematical Statistics 11 (1940) 427–444. `margins` holds for each variable the population of
  /// each of its categories; each group names one category of each variable. Takes time
  /// proportional to groups × variables in each round.
  public static func fit(_ groups: [Group], margins: [[Int]]) -> Result<Raking, Undefined> {
    Result { () throws(Undefined) in try Raking(groups, margins) }
  }

  private init(_ groups: [Group], _ margins: [[Int]]) throws(Undefined) {
    precondition(
      groups.allSatisfy { group in
        group.n >= 0 && group.categories.count == margins.count
          && zip(group.categories, margins).allSatisfy { $1.indices.contains($0) }
      } && margins.allSatisfy { $0.allSatisfy { $0 >= 0 } },
      "each group names a category of each variable")
    let order = groups.indices.filter { groups[$0].n > 0 }
      .sorted { groups[$0].categories.lexicographicallyPrecedes(groups[$1].categories) }
    let used = order.map { groups[$0] }
    try Self.check(used, margins)
    var totals = used.map { Double($0.n) }
    var round = 0
    while Self.largestGap(totals, used, margins) > Self.tolerance {
      guard round < Self.mostRounds else { throw .notConverged }
      round += 1
      for variable in margins.indices { Self.scale(&totals, used, variable, margins[variable]) }
    }
    var weights = [Double?](repeating: nil, count: groups.count)
    for (place, group) in order.enumerated() {
      weights[group] = totals[place] / Double(groups[group].n)
    }
    self.weights = weights
    rounds = round
  }

  private static func check(_ used: [Group], _ margins: [[Int]]) throws(Undefined) {
    guard !used.isEmpty, let first = margins.first else { throw .empty }
    let whole = first.reduce(0, +)
    guard margins.allSatisfy({ $0.reduce(0, +) == whole }) else { throw .marginsDisagree }
    for (variable, margin) in margins.enumerated() {
      let answering = Set(used.map { $0.categories[variable] })
      for (category, members) in margin.enumerated() {
        if members > 0, !answering.contains(category) { throw .silentCategory }
        if members == 0, answering.contains(category) { throw .emptyCategory }
      }
    }
  }

  /// The weighted number of answers in each category of a variable.
  private static func sums(
    _ totals: [Double], _ used: [Group], _ variable: Int, _ categories: Int
  ) -> [Double] {
    var sums = Array(repeating: CompensatedSum(), count: categories)
    for (total, group) in zip(totals, used) { sums[group.categories[variable]].add(total) }
    return sums.map(\.value)
  }

  private static func scale(
    _ totals: inout [Double], _ used: [Group], _ variable: Int, _ margin: [Int]
  ) {
    let sums = sums(totals, used, variable, margin.count)
    for (place, group) in used.enumerated() {
      let category = group.categories[variable]
      if sums[category] > 0 { totals[place] *= Double(margin[category]) / sums[category] }
    }
  }

  private static func largestGap(
    _ totals: [Double], _ used: [Group], _ margins: [[Int]]
  ) -> Double {
    var largest = 0.0
    for (variable, margin) in margins.enumerated() {
      for (sum, members) in zip(sums(totals, used, variable, margin.count), margin)
      where members > 0 {
        largest = max(largest, abs(sum / Double(members) - 1))
      }
    }
    return largest
  }
}

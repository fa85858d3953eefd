import Instruments

/// How many people belong to the groups of a column, as far as an audit tells it.
///
/// The plan, what came back and the figures all go by it, so that none gives away what another holds back.
/// The rule is in `docs/methods/plan.md`.
struct GroupSizes {
  /// How many people belong to each group; `nil` where nobody said.
  let sizes: [Int?]
  /// The places of the groups whose sizes are not told.
  let hidden: Set<Int>
  private let minimum: Int
  private let isOnlyColumn: Bool

  /// Decides which sizes are told.
  ///
  /// Those under the minimum are hidden, and others with them until what is hidden has two groups and the
  /// minimum of people, so that no size can be told by subtraction. Declared groups come last. Beside
  /// another column, which may split the same people again, as classes split years, all are hidden.
  ///
  /// - Parameters:
  ///   - groups: The size of each group, `nil` where nobody said, and whether its code declares it.
  ///   - minimum: The fewest people of whom a number is told.
  ///   - isOnlyColumn: Whether no other column splits the same people.
  init(_ groups: [(size: Int?, isDeclared: Bool)], below minimum: Int, isOnlyColumn: Bool) {
    sizes = groups.map(\.size)
    (self.minimum, self.isOnlyColumn) = (minimum, isOnlyColumn)
    let order = groups.indices.filter { groups[$0].size != nil }.sorted {
      let (a, b) = (groups[$0], groups[$1])
      return (a.isDeclared ? 1 : 0, a.size ?? 0, $1) < (b.isDeclared ? 1 : 0, b.size ?? 0, $0)
    }
    // A group of nobody gives nobody away.
    var hidden = Set(order.filter { (1..<minimum).contains(groups[$0].size ?? 0) })
    if !hidden.isEmpty, !isOnlyColumn { hidden = Set(order) }
    for place in order where !hidden.isEmpty && !hidden.contains(place) {
      let people = hidden.reduce(0) { $0 + (groups[$1].size ?? 0) }
      if hidden.count > 1, people >= minimum { break }
      if groups[place].size ?? 0 > 0 { hidden.insert(place) }
    }
    self.hidden = hidden
  }

  /// The sizes that may be told, in the order of the groups.
  var told: [Int?] { sizes.indices.map { hidden.contains($0) ? nil : sizes[$0] } }

  /// Whether the size of some groups together may be told beside the sizes that are.
  ///
  /// It may where each of them is told, or where those of them that are hidden have the minimum of people, and
  /// so have the other hidden ones, or nobody: these would come out as what is left.
  func tells(together places: [Int]) -> Bool {
    let own = hidden.intersection(places)
    guard !own.isEmpty else { return true }
    let rest = people(hidden.subtracting(own))
    return isOnlyColumn && people(own) >= minimum && (rest == 0 || rest >= minimum)
  }

  private func people(_ places: Set<Int>) -> Int { places.reduce(0) { $0 + (sizes[$1] ?? 0) } }
}

extension SubGroup {
  /// Whether a code of a choice declares a group of an audience.
  static func isDeclared(_ code: String?, of audience: Instrument.Audience) -> Bool {
    code.map { code in declared.contains { $0.audience == audience && $0.codes.contains(code) } }
      ?? false
  }
}

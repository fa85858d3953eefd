import Analysis
import Statistics

/// A gap that is planted in the first component of a school, and how it is told in the table.
struct PlantedGap: Sendable {
  let words: String
  /// In points.
  let gap: Int
  let school: GapSchool
  /// The names of the two groups, as the table has them.
  let a: String
  let b: String
  let power: GapPower

  static let all: [PlantedGap] =
    [(10, 76), (15, 34), (20, 19)].map { gap, n in pair(gap, n) }
    + [15, 20, 25].map(leaders) + [10, 15].map(staff)

  /// The numbers with which a plan says that a gap can be seen four times in five.
  private static func pair(_ gap: Int, _ n: Int) -> PlantedGap {
    var school = GapSchool.pair(n, even)
    let half = Double(gap) / 200
    for place in 0...1 { school.groups[place].shift = place == 0 ? half : -half }
    return PlantedGap(
      words: "staff \(n), parents \(n)", gap: gap, school: school, a: "staff", b: "parents",
      power: power(gap, [(0.5 + half, n, 0), (0.5 - half, n, 0)], gaps: even.count))
  }

  private static func leaders(_ gap: Int) -> PlantedGap {
    var school = GapSchool.middling(even)
    let points = Double(gap) / 100
    school.groups[1].declaredShift = points
    return PlantedGap(
      words: "leaders 6, other staff 28", gap: gap, school: school, a: "leaders", b: "other staff",
      power: power(gap, [(0.5 + points, 6, 0), (0.5, 28, 0)], gaps: 5 * even.count))
  }

  private static func staff(_ gap: Int) -> PlantedGap {
    var school = GapSchool.middling(even)
    let points = Double(gap) / 100
    school.groups[1].shift = points
    return PlantedGap(
      words: "staff 34, pupils 212", gap: gap, school: school, a: "staff", b: "pupils",
      power: power(gap, [(0.5 + points, 34, 0), (0.5, 212, 8)], gaps: 5 * even.count))
  }

  private static let even = [Double](repeating: 0.5, count: 7)

  private static func power(
    _ gap: Int, _ groups: [(truth: Double, n: Int, classes: Int)], gaps: Int
  ) -> GapPower {
    GapPower(
      gap: Double(gap),
      groups: groups.map { group in
        let inclination = Inclination(truth: group.truth, hasClasses: group.classes > 0)
        return (inclination.variance(of: group.n, classes: group.classes), group.n)
      }, gaps: gaps)
  }

  /// Whether its interval leaves out 0, and whether it is flagged; `nil` where the table has no such gap.
  func isSeen(in table: GapTable) -> (apart: Bool, flagged: Bool)? {
    let found = table.components[0].perception.first { ($0.a, $0.b) == (a, b) }
    guard let found, let interval = found.interval else { return nil }
    return (!interval.contains(0), found.isFlagged)
  }
}

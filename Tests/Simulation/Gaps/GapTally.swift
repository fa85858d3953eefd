import Analysis
import Instruments
import Statistics

/// What was counted in drawings of a school without gaps.
struct GapTally: Sendable {
  /// How often each band was given to components of one true index.
  struct Cells: Sendable {
    fileprivate(set) var all = 0
    fileprivate(set) var right = 0
    fileprivate(set) var wrong = 0
    fileprivate(set) var between = 0

    /// Counts the band of a component whose true index is `points`.
    mutating func add(_ band: Band?, points: Int) {
      let right: Band = points >= 70 ? .strong : points >= 50 ? .developing : .priority
      all += 1
      switch band {
      case right?: self.right += 1
      case .between?: between += 1
      case nil: break
      default: wrong += 1
      }
    }

    mutating func merge(_ other: Cells) {
      all += other.all
      right += other.right
      wrong += other.wrong
      between += other.between
    }
  }

  /// How often a gap between two groups was seen that is not there.
  struct Pair: Sendable {
    fileprivate(set) var all = 0
    fileprivate(set) var apart = 0
    fileprivate(set) var before = 0
    fileprivate(set) var after = 0

    fileprivate mutating func merge(_ other: Pair) {
      all += other.all
      apart += other.apart
      before += other.before
      after += other.after
    }
  }

  /// Of the gaps of a school, the shares whose interval leaves out 0, that are ten points besides, and
  /// that are flagged.
  private(set) var apart = Spread()
  private(set) var before = Spread()
  private(set) var after = Spread()
  /// Of the components of a school, the shares whose interval holds the truth: of all who could be, and
  /// of those on the rolls; then the same of the pupils' figures.
  private(set) var held = [Spread](repeating: Spread(), count: 4)
  private(set) var cells: [Int: Cells] = [:]
  /// How many gaps a report has.
  private(set) var gaps = 0
  /// By the names of the two groups.
  private(set) var pairs: [String: Pair] = [:]
  /// Drawings without a table, and components without an interval.
  private(set) var missing = 0

  mutating func add(_ drawn: GapSchool.Drawn?, truths: [Double]) {
    guard let drawn else { return missing += 1 }
    let gaps = drawn.table.components.flatMap(\.perception)
    self.gaps = gaps.count
    let isApart = gaps.map { $0.interval.map { !$0.contains(0) } ?? false }
    let isBefore = zip(gaps, isApart).map { gap, isApart in
      gap.isOfEnough && isApart && abs(gap.difference) >= PerceptionGap.smallestFlagged
    }
    apart.add(Self.share(isApart))
    before.add(Self.share(isBefore))
    after.add(Self.share(gaps.map(\.isFlagged)))
    for (place, gap) in gaps.enumerated() {
      pairs["\(gap.a) and \(gap.b)", default: Pair()].merge(
        Pair(
          all: 1, apart: isApart[place] ? 1 : 0, before: isBefore[place] ? 1 : 0,
          after: gap.isFlagged ? 1 : 0))
    }
    var isHeld = [[Bool]](repeating: [], count: 4)
    for (place, component) in drawn.table.components.enumerated() {
      let points = Int((100 * truths[place]).rounded())
      cells[points, default: Cells()].add(component.band, points: points)
      let rolls = drawn.onRoll.values.map { $0[place] }
      let pupils = component.groups.first { $0.audience == .pupils }?.figure
      guard let whole = component.index?.interval, let own = pupils?.interval else {
        missing += 1
        continue
      }
      isHeld[0].append(whole.contains(100 * truths[place]))
      isHeld[1].append(whole.contains(rolls.reduce(0, +) / Double(rolls.count)))
      isHeld[2].append(own.contains(100 * truths[place]))
      isHeld[3].append(own.contains(drawn.onRoll[.pupils]?[place] ?? -1))
    }
    for place in held.indices { held[place].add(Self.share(isHeld[place])) }
  }

  mutating func merge(_ other: GapTally) {
    gaps = max(gaps, other.gaps)
    pairs.merge(other.pairs) { first, second in
      var sum = first
      sum.merge(second)
      return sum
    }
    missing += other.missing
    apart.merge(other.apart)
    before.merge(other.before)
    after.merge(other.after)
    for place in held.indices { held[place].merge(other.held[place]) }
    cells.merge(other.cells) { first, second in
      var sum = first
      sum.merge(second)
      return sum
    }
  }

  private static func share(_ hits: [Bool]) -> Double {
    hits.isEmpty ? 0 : Double(hits.count(where: \.self)) / Double(hits.count)
  }
}

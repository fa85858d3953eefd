import Statistics

/// The coverage of an interval of shares, with every count that can occur: nothing is drawn.
struct ShareSetting: Sendable {
  /// The coverage over all true shares, each counted once.
  struct Outcome: Sendable {
    fileprivate var shares = 0
    fileprivate var coverage = 0.0
    fileprivate var widths = 0.0
    fileprivate(set) var worst = 1.0

    var mean: Double { coverage / Double(shares) }
    var width: Double { widths / Double(shares) }

    /// What it comes to: a promise kept everywhere, or on average.
    var reading: String {
      worst >= 0.95 ? "never short" : CoverageReading(mean).rawValue
    }

    fileprivate mutating func add(_ coverage: Double, width: Double) {
      shares += 1
      self.coverage += coverage
      widths += width
      worst = min(worst, coverage)
    }
  }

  let method: IntervalMethod
  let words: String
  /// What is wrong on purpose; `nil` for the library's own formula.
  let fault: String?
  let outcome: @Sendable () -> Outcome

  /// Counts among `n` of people without number, for true shares from .001 to .999.
  static func binomial(
    _ method: IntervalMethod, _ n: Int, fault: String? = nil,
    _ formula: @escaping @Sendable (Int) -> Interval?
  ) -> ShareSetting {
    ShareSetting(method: method, words: "\(n)", fault: fault) {
      let intervals = (0...n).map(formula)
      var outcome = Outcome()
      for thousandth in 1...999 {
        let truth = Double(thousandth) / 1000
        outcome.add(intervals, truth) { CountChance.binomial($0, n, truth) }
      }
      return outcome
    }
  }

  /// Counts among `n` of a school of `size`, for every number of favourable people in it.
  static func finite(
    _ method: IntervalMethod, _ n: Int, of size: Int, fault: String? = nil,
    _ formula: @escaping @Sendable (Int) -> Interval?
  ) -> ShareSetting {
    ShareSetting(method: method, words: "\(n) of \(size)", fault: fault) {
      let intervals = (0...n).map(formula)
      var outcome = Outcome()
      for favourable in 0...size {
        outcome.add(intervals, Double(favourable) / Double(size)) {
          CountChance.hypergeometric($0, n, favourable, size)
        }
      }
      return outcome
    }
  }

  /// Counts of events without a most, for true means from a fiftieth of `limit` up to it.
  static func poisson(
    _ method: IntervalMethod, upTo limit: Int, fault: String? = nil,
    _ formula: @escaping @Sendable (Int) -> Interval?
  ) -> ShareSetting {
    ShareSetting(method: method, words: "means up to \(limit)", fault: fault) {
      let intervals = (0...(limit + 12 * (1 + limit / 4))).map(formula)
      var outcome = Outcome()
      for fiftieth in 1...50 {
        let truth = Double(limit * fiftieth) / 50
        outcome.add(intervals, truth) { CountChance.poisson($0, truth) }
      }
      return outcome
    }
  }

  /// Two counts of events for so many people, for true rates from a tenth to one; where there is no event
  /// at all there is no interval, and where the others have none it has no width.
  static func rateRatio(
    _ people1: Int, _ people2: Int, fault: String? = nil,
    _ formula: @escaping @Sendable (Int, Int) -> Interval?
  ) -> ShareSetting {
    ShareSetting(method: .rateRatio, words: "\(people1) and \(people2) people", fault: fault) {
      let rates = (1...10).map { Double($0) / 10 }
      let most = (2 * people1 + 20, 2 * people2 + 20)
      let intervals = (0...most.0).map { x in (0...most.1).map { formula(x, $0) } }
      var outcome = Outcome()
      for first in rates {
        let firsts = (0...most.0).map { CountChance.poisson($0, first * Double(people1)) }
        for second in rates {
          let seconds = (0...most.1).map { CountChance.poisson($0, second * Double(people2)) }
          outcome.add(intervals, firsts, seconds, first / second, isConditional: true)
        }
      }
      return outcome
    }
  }

  /// Two counts, for all pairs of true shares from .02 to .98 in steps of .02.
  static func difference(
    _ n1: Int, _ n2: Int, fault: String? = nil,
    _ formula: @escaping @Sendable (Int, Int) -> Interval?
  ) -> ShareSetting {
    ShareSetting(method: .shareDifference, words: "\(n1) and \(n2)", fault: fault) {
      let intervals = (0...n1).map { x in (0...n2).map { formula(x, $0) } }
      let shares = (1...49).map { Double($0) / 50 }
      let seconds = shares.map { p in (0...n2).map { CountChance.binomial($0, n2, p) } }
      var outcome = Outcome()
      for first in shares {
        let firsts = (0...n1).map { CountChance.binomial($0, n1, first) }
        for (place, second) in shares.enumerated() {
          outcome.add(
            intervals, firsts, seconds[place], first - second, isConditional: false)
        }
      }
      return outcome
    }
  }
}

extension ShareSetting.Outcome {
  fileprivate mutating func add(
    _ intervals: [Interval?], _ truth: Double, chance: (Int) -> Double
  ) {
    var (held, width) = (0.0, 0.0)
    for (count, interval) in intervals.enumerated() {
      guard let interval else { continue }
      let chance = chance(count)
      width += chance * (interval.high - interval.low)
      if interval.nearlyContains(truth) { held += chance }
    }
    add(held, width: width)
  }

  /// Adds the intervals of two counts, each with the chances of its values.
  ///
  /// Where some pairs have none, `isConditional` says that the others are to hold among themselves;
  /// infinite ones have no width.
  fileprivate mutating func add(
    _ intervals: [[Interval?]], _ firsts: [Double], _ seconds: [Double], _ truth: Double,
    isConditional: Bool
  ) {
    var (held, made, width, finite) = (0.0, 0.0, 0.0, 0.0)
    for (x, row) in intervals.enumerated() {
      for (y, interval) in row.enumerated() {
        guard let interval else { continue }
        let chance = firsts[x] * seconds[y]
        made += chance
        if interval.high.isFinite {
          finite += chance
          width += chance * (interval.high - interval.low)
        }
        if interval.nearlyContains(truth) { held += chance }
      }
    }
    add(isConditional ? held / made : held, width: isConditional ? width / finite : width)
  }
}

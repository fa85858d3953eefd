import Statistics

/// How cases went through the stages of support, as a finding about the system.
public struct Journey: Sendable, Hashable {
  /// One stage in the order of the record.
  public struct Stage: Sendable, Hashable {
    /// The code of the stage.
    public let code: String
    /// The words for a reader.
    public let title: String
    /// How many cases have it.
    public let cases: Int
    /// The middle number of days from the stage before that the case has, 0 or more; `nil` where none has
    /// both in that order.
    public let medianDays: Double?
    /// The longest number of those days; `nil` where there is none.
    public let longestDays: Int?
    /// In how many cases it passed to somebody else at this stage; `nil` where nobody said.
    public let passed: Int?
  }

  /// How often cases passed from one in charge to another.
  public struct Handovers: Sendable, Hashable {
    /// The middle number over the cases.
    public let median: Double
    /// The largest number.
    public let most: Int
  }

  /// What was to happen by a day, such as a review.
  public struct Due: Sendable, Hashable {
    /// How many times something was due.
    public let all: Int
    /// How many of these happened on that day or before.
    public let onTime: Int
    /// How many happened after it.
    public let late: Int

    /// How many have no day: they have not happened.
    public var missing: Int { all - onTime - late }
  }

  /// The steps of one case.
  struct Case {
    /// The day of each stage, the first where it happened twice.
    var days: [String: Int] = [:]
    /// How often the case passed at each stage; `nil` where no row says.
    var passed: [String: Int]?
    /// The day by which something was due, with the day on which it happened.
    var due: [(due: Int, day: Int?)] = []
  }

  /// How many cases were followed.
  public let cases: Int
  /// The stages in their order.
  public let stages: [Stage]
  /// The hand-overs; `nil` where the rows of no case say.
  public let handovers: Handovers?
  /// What was due; `nil` where nothing was.
  public let due: Due?

  /// Follows cases, each with the day of a stage at least.
  init(_ all: [Case], stages: [(code: String, title: String)]) {
    cases = all.count
    let isPassedOn = all.contains { $0.passed != nil }
    self.stages = stages.enumerated().map { place, stage in
      let waits = all.compactMap { one -> Int? in
        guard let own = one.days[stage.code] else { return nil }
        let before = stages[..<place].compactMap { one.days[$0.code] }.last
        // A step taken before the one that it follows waited for nothing.
        return before.flatMap { own < $0 ? nil : own - $0 }
      }.sorted()
      return Stage(
        code: stage.code, title: stage.title, cases: all.count { $0.days[stage.code] != nil },
        medianDays: Frequencies(counts: waits.map { (Double($0), 1) }).median,
        longestDays: waits.last,
        passed: isPassedOn ? all.count { ($0.passed?[stage.code] ?? 0) > 0 } : nil)
    }
    let counts = all.compactMap { $0.passed?.values.reduce(0, +) }
    handovers = Frequencies(counts: counts.map { (Double($0), 1) }).median.map {
      Handovers(median: $0, most: counts.max() ?? 0)
    }
    let dues = all.flatMap(\.due)
    due =
      dues.isEmpty
      ? nil
      : Due(
        all: dues.count, onTime: dues.count { entry in entry.day.map { $0 <= entry.due } ?? false },
        late: dues.count { entry in entry.day.map { $0 > entry.due } ?? false })
  }
}

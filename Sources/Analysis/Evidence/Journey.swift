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
  }

  /// How many cases were followed.
  public let cases: Int
  /// The stages in their order.
  public let stages: [Stage]

  /// Follows cases; `days` has the days of each stage of each case, the first where it happened twice.
  init(_ days: [[String: Int]], stages: [(code: String, title: String)]) {
    cases = days.count
    self.stages = stages.enumerated().map { place, stage in
      let waits = days.compactMap { dates -> Int? in
        guard let own = dates[stage.code] else { return nil }
        let before = stages[..<place].compactMap { dates[$0.code] }.last
        // A step taken before the one that it follows waited for nothing.
        return before.flatMap { own < $0 ? nil : own - $0 }
      }.sorted()
      return Stage(
        code: stage.code, title: stage.title, cases: days.count { $0[stage.code] != nil },
        medianDays: Frequencies(counts: waits.map { (Double($0), 1) }).median,
        longestDays: waits.last)
    }
  }
}

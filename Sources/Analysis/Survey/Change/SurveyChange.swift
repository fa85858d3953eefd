public import Statistics

/// What changed in a survey since an earlier round.
public struct SurveyChange: Sendable {
  /// A score that cannot be compared, and why.
  public struct Incomparable: Sendable, Hashable {
    /// The id of the score.
    public let score: String
    /// The words for a reader.
    public let title: String
    /// Why, as the end of a sentence that begins with the score.
    public let reason: String
  }

  /// The changes of one group.
  public struct Group: Sendable {
    /// The column that was split by; `nil` for the whole.
    public let by: String?
    /// The value of the column; `nil` for the whole.
    public let value: String?
    /// The words for the value; `nil` for the whole.
    public let title: String?
    /// How many responses there were then.
    public let before: Int
    /// How many responses there are now.
    public let after: Int
    /// The scores that can be compared, in the order of the later instrument.
    public internal(set) var scores: [ScoreChange]
    /// How many changes its p values are adjusted over: those of the whole, or those of all values of
    /// its column together, as far as they are shown.
    public internal(set) var changesMade: Int
  }

  /// How a change of the whole divides into a change of the mix and one within the values.
  public struct Mix: Sendable {
    /// The id of the score.
    public let score: String
    /// The column whose values make the mix.
    public let by: String
    /// The two parts, over those who have a value and a score.
    public let parts: MixAndRate
  }

  /// What the earlier round is called.
  public let title: String
  /// The whole first, then the values of each column that both rounds have.
  public let groups: [Group]
  /// The scores that are not compared.
  public let incomparable: [Incomparable]
  /// One entry for each column and compared score whose change can be divided.
  public let mixes: [Mix]
  /// The score that stood lowest in the earlier round, of at least three; `nil` for fewer.
  ///
  /// The lowest of several rises by chance alone.
  public let lowest: String?
  /// The groups of the earlier round as an audit with a minimum shows them.
  let shownBefore: @Sendable (_ minimum: Int) -> [GroupFigures]

  /// Whether anybody is known to have answered both rounds.
  public var isLinked: Bool { groups.contains { $0.scores.contains { $0.linked != nil } } }

  init(
    title: String, groups: [Group], incomparable: [Incomparable], mixes: [Mix], lowest: String?,
    shownBefore: @escaping @Sendable (Int) -> [GroupFigures]
  ) {
    self.title = title
    self.groups = groups
    self.incomparable = incomparable
    self.mixes = mixes
    self.lowest = lowest
    self.shownBefore = shownBefore
  }
}

extension [SurveyChange.Group] {
  /// The groups with the p values of the whole, and those of all values of each column, adjusted together.
  ///
  /// A change that is held back has no part in it: from an adjusted p its own could be had.
  func adjusted() -> [SurveyChange.Group] {
    var groups = self
    for by in Set(map(\.by)) {
      let own = indices.filter { groups[$0].by == by }
      var adjusted = MultipleComparisons.benjaminiHochberg(
        own.flatMap { groups[$0].scores.map(\.p) })[...]
      let made = adjusted.count { $0 != nil }
      for group in own {
        groups[group].changesMade = made
        for score in groups[group].scores.indices {
          groups[group].scores[score].adjustedP = adjusted.popFirst() ?? nil
        }
      }
    }
    return groups
  }
}

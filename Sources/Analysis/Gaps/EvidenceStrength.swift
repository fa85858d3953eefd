public import Instruments

/// How much stands behind a component: kinds of sources, kinds of people, how many answered.
public struct EvidenceStrength: Sendable, Hashable {
  /// A kind of source that is independent of the others.
  ///
  /// `survey` is what pupils, staff, parents or leaders answered, `voices` what people said in
  /// talks, `seen` what observers noted, `records` the school's own counts, `lists` names and words
  /// that people listed, `journey` one pupil's way through support.
  public enum Family: String, Sendable, CaseIterable, Hashable {
    case survey, voices, seen, records, lists, journey
  }

  /// One instrument that says something of the component.
  public struct Source: Sendable, Hashable {
    /// The id of the instrument.
    public let instrument: String
    /// What kind of source it is.
    public let family: Family
    /// Who answered, or where the figures come from.
    public let audience: Instrument.Audience
    /// How many answered an item of the component; in nominations, how many pupils answered at all.
    ///
    /// It is `nil` where it is held back.
    public internal(set) var n: Int?
    /// How many could have answered; `nil` where nobody said.
    public let population: Int?
    /// Whether it is of the ledger, where enough is what the record asks for.
    var isRecord = false

    /// Whether enough of those who could have answered did.
    ///
    /// It is `nil` where their number is not known, or that of those who answered is held back.
    /// Enough is half of staff, leaders, observers or records, 60 % of pupils, a quarter of
    /// parents.
    public var isAdequate: Bool? {
      if isRecord { return n.map { _ in true } }
      guard let n, let population, population > 0 else { return nil }
      return Double(n) / Double(population) >= EvidenceStrength.adequateShare(of: audience)
    }
  }

  /// The share of an audience from which on enough of it answered, 0 to 1.
  public static func adequateShare(of audience: Instrument.Audience) -> Double {
    switch audience {
    case .staff, .leaders, .observers, .records: 0.5
    case .pupils: 0.6
    case .parents: 0.25
    }
  }

  /// The instruments with answers for the component: surveys by audience, nominations, then what enough
  /// was seen, counted or said of.
  public internal(set) var sources: [Source]
  /// Whether what people say and what was seen are so far apart that they contradict each other.
  public let isContradicted: Bool
  /// Whether the kinds of sources point the same way; `nil` where fewer than two speak, and where
  /// telling it would say something of too few people.
  public internal(set) var convergence: Convergence?

  /// How strong the evidence is, from 0, none, to 4, strong.
  ///
  /// A point each for two families, three families, two audiences, and an adequate response to
  /// every source; one less for a contradiction, but never below 0. Sources that are
  /// held back do not count. The rule is ours: `docs/methods/gap-table.md`.
  public var grade: Int {
    let sources = sources.filter { $0.n != nil }
    guard !sources.isEmpty else { return 0 }
    let families = Set(sources.map(\.family)).count
    var points = families >= 2 ? 1 : 0
    if families >= 3 { points += 1 }
    if Set(sources.map(\.audience)).count >= 2 { points += 1 }
    if sources.allSatisfy({ $0.isAdequate == true }) { points += 1 }
    return max(0, points - (isContradicted ? 1 : 0))
  }

  /// The word for the grade: thin for 0 or 1, fair, good, strong; "none" only without any source.
  public var word: String {
    sources.isEmpty ? "none" : ["thin", "thin", "fair", "good", "strong"][grade]
  }
}

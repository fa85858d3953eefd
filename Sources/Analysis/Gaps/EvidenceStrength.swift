public import Instruments

/// How much stands behind a component: kinds of sources, kinds of people, how many answered.
public struct EvidenceStrength: Sendable, Hashable {
  /// A kind of source that is independent of the others.
  public enum Family: String, Sendable, CaseIterable, Hashable {
    case survey, voices, seen, records, lists, journey
  }

  /// One instrument that says something of the component.
  public struct Source: Sendable, Hashable {
    public let instrument: String
    public let family: Family
    public let audience: Instrument.Audience
    public let n: Int
    /// How many could have answered; `nil` where nobody said.
    public let population: Int?

    /// Whether enough of those who could have answered did: half of staff, 60 % of pupils, a
    /// quarter of parents; `nil` where their number is not known.
    public var isAdequate: Bool? {
      guard let population, population > 0 else { return nil }
      let share = Double(n) / Double(population)
      switch audience {
      case .staff, .leaders, .observers, .records: return share >= 0.5
      case .pupils: return share >= 0.6
      case .parents: return share >= 0.25
      }
    }
  }

  public let sources: [Source]
  /// Whether two kinds of source contradict each other.
  public let isContradicted: Bool

  /// From 0, none, to 4, strong: a point each for two families, three families, two kinds of
  /// people, and an adequate response; one less for a contradiction.
  public var grade: Int {
    guard !sources.isEmpty else { return 0 }
    let families = Set(sources.map(\.family)).count
    var points = families >= 2 ? 1 : 0
    if families >= 3 { points += 1 }
    if Set(sources.map(\.audience)).count >= 2 { points += 1 }
    if sources.allSatisfy({ $0.isAdequate == true }) { points += 1 }
    return max(0, points - (isContradicted ? 1 : 0))
  }

  /// The word for the grade; "none" only where there is no source at all.
  public var word: String {
    sources.isEmpty ? "none" : ["thin", "thin", "fair", "good", "strong"][grade]
  }
}

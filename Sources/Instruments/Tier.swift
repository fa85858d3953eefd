/// Whom something is for: the step of the stepped approach.
public enum Tier: String, Sendable, Hashable, CaseIterable, Comparable {
  /// All pupils.
  case all
  /// Pupils at risk, as the school says who they are.
  case atRisk = "at_risk"
  /// The most vulnerable pupils, as the school says who they are.
  case mostVulnerable = "most_vulnerable"

  /// The words for a reader.
  public var title: String {
    switch self {
    case .all: "all pupils"
    case .atRisk: "pupils at risk"
    case .mostVulnerable: "most vulnerable"
    }
  }

  public static func < (a: Tier, b: Tier) -> Bool { a.place < b.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

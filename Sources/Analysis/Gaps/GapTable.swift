public import Instruments
public import Statistics

/// The component gap table: where the school stands on each component, and how sure that is.
public struct GapTable: Sendable {
  public let framework: Framework
  /// The index that the school aims for, 0 to 100.
  public let target: Double
  /// The components in the framework's order.
  public let components: [ComponentGap]
  /// What stands above every average: something to look at whatever the index says.
  public let mustLook: [MustLook]

  /// The components with any evidence.
  public var lookedAt: [ComponentGap] { components.filter { $0.state.isLookedAt } }
}

/// Where the school stands on one component.
public struct ComponentGap: Sendable {
  /// Whether a component has an index, or why it has none.
  public enum State: Sendable, Hashable {
    case measured
    /// There is some evidence, and too little to judge by.
    case notEnoughEvidence
    /// What people say and what was seen are far apart, so no one figure is true.
    case disagree
    /// No evidence at all; never zero.
    case notLookedAt
    /// There is evidence from too few people to show.
    case suppressed
    /// The school does not have it, for a reason that it gave.
    case notApplicable(String)

    public var isLookedAt: Bool {
      switch self {
      case .measured, .notEnoughEvidence, .disagree, .suppressed: true
      case .notLookedAt, .notApplicable: false
      }
    }
  }

  public let component: Framework.Component
  public let state: State
  /// The index, 0 to 100, with its interval; `nil` unless there is something to compute it from.
  public let index: IndexFigure?
  /// What people say: the mean over pupils, staff and parents.
  public let said: IndexFigure?
  /// What was seen: observations and records.
  public let seen: IndexFigure?
  /// The band; `nil` where the evidence does not carry one.
  public let band: Band?
  public let groups: [AudienceIndex]
  public let perception: [PerceptionGap]
  public let strength: EvidenceStrength
  public let practices: [PracticeIndex]
  /// The ids of the methods that were used, in the framework's order.
  public let methodsUsed: [String]
  let target: Double

  /// The target minus the index; `nil` without an index.
  public var performanceGap: Double? { index.map { target - $0.value } }

  /// The interval of the performance gap.
  public var performanceInterval: Interval? { index?.interval?.scaled(by: -1, plus: target) }

  /// How many practices have evidence.
  public var practicesWithEvidence: Int { practices.count { !$0.evidence.isEmpty } }
}

/// What one audience says of a component.
public struct AudienceIndex: Sendable {
  public let audience: Instrument.Audience
  /// The index; `nil` where too few answered for it to count.
  public let figure: IndexFigure?
  /// How many people answered an item of the component.
  public let n: Int
}

/// A practice: its index over the audiences, and what the index rests on.
public struct PracticeIndex: Sendable {
  public let practice: Framework.Practice
  public let figure: IndexFigure?
  public let groups: [AudienceIndex]
  public let evidence: [PracticeEvidence]
}

/// One instrument's contribution to a practice.
public struct PracticeEvidence: Sendable {
  public let instrument: String
  public let method: String?
  public let audience: Instrument.Audience
  public let family: EvidenceStrength.Family
  /// The items that speak of the practice; empty for nominations.
  public let items: [String]
  public let n: Int
}

/// A figure from 0 to 100 with what is needed to compare it.
public struct IndexFigure: Sendable, Hashable {
  public let value: Double
  /// The standard error; `nil` where fewer than two people stand behind a part of the figure.
  public let standardError: Double?
  /// The degrees of freedom of the standard error (Satterthwaite).
  public let df: Double?

  /// The 95 % interval within 0 to 100; `nil` without a standard error.
  public var interval: Interval? {
    guard let standardError, let df, df > 0 else { return nil }
    let reach = StudentT(degreesOfFreedom: df).upperQuantile(0.025) * standardError
    return Interval(
      low: max(0, value - reach), high: min(100, value + reach), method: "t, linearised")
  }

  /// The probability that the true index is at least `threshold`; `nil` without a standard error.
  public func probability(atLeast threshold: Double) -> Double? {
    guard let standardError, let df, df > 0 else { return nil }
    if standardError == 0 { return value >= threshold ? 1 : 0 }
    return StudentT(degreesOfFreedom: df).cdf((value - threshold) / standardError)
  }

  /// The mean of independent figures, each with the same weight; `nil` for none.
  static func mean(of figures: [IndexFigure]) -> IndexFigure? {
    guard !figures.isEmpty else { return nil }
    let count = Double(figures.count)
    let value = figures.reduce(0) { $0 + $1.value } / count
    return combined(value, figures.map { ($0, 1 / count) })
  }

  /// A sum of independent figures times weights, with the value given.
  static func combined(_ value: Double, _ parts: [(figure: IndexFigure, weight: Double)])
    -> IndexFigure
  {
    var variance = 0.0
    var denominator = 0.0
    for part in parts {
      guard let error = part.figure.standardError, let df = part.figure.df, df > 0 else {
        return IndexFigure(value: value, standardError: nil, df: nil)
      }
      let own = part.weight * part.weight * error * error
      variance += own
      denominator += own * own / df
    }
    let least = parts.compactMap(\.figure.df).min() ?? 0
    let df = denominator > 0 ? variance * variance / denominator : least
    return IndexFigure(value: value, standardError: variance.squareRoot(), df: df)
  }
}

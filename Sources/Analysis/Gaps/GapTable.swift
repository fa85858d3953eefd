public import Instruments
public import Statistics

/// The component gap table: where the school stands on each component, and how sure that is.
public struct GapTable: Sendable {
  /// The pack by whose components and practices the evidence was sorted.
  public let framework: Framework
  /// The index that the school aims for, 0 to 100.
  public let target: Double
  /// The components in the framework's order, those without evidence included.
  public internal(set) var components: [ComponentGap]
  /// What stands above every average: something to look at whatever the index says.
  public internal(set) var mustLook: [MustLook]
  /// What was seen, counted and said, in the order of the instruments' ids.
  public let entries: [EvidenceEntry]
  /// Which components people say matter most; `nil` where nobody was asked.
  public internal(set) var importance: StatedImportance?
  /// The evidence of the round in the order of its numbers, whatever the framework.
  public internal(set) var numbered: [NumberedEvidence] = []
  /// How people are, survey by survey: the scores that enter no component.
  public internal(set) var outcomes: [OutcomeFigures] = []
  /// What changed in the ledger since an earlier round; `nil` where none is compared with.
  public internal(set) var ledgerChange: LedgerChange?
  /// The fewest people behind a figure with which the table was computed.
  let minimums: GroupMinimums

  /// The components with any evidence, but those that the school does not have.
  public var lookedAt: [ComponentGap] { components.filter { $0.state.isLookedAt } }
}

/// Where the school stands on one component.
public struct ComponentGap: Sendable {
  /// Whether a component has an index, or why it has none.
  public enum State: Sendable, Hashable {
    /// There is an index, and enough behind it to judge by.
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

    /// Whether there is any evidence, shown or not.
    public var isLookedAt: Bool {
      switch self {
      case .measured, .notEnoughEvidence, .disagree, .suppressed: true
      case .notLookedAt, .notApplicable: false
      }
    }
  }

  /// The component of the framework.
  public let component: Framework.Component
  /// Whether there is an index to judge by, or why there is none.
  public internal(set) var state: State
  /// The index, 0 to 100: the mean of said and seen, or the one there is.
  ///
  /// It is `nil` where there is neither, or where the two disagree.
  public internal(set) var index: IndexFigure?
  /// What people say, 0 to 100: the mean over pupils, staff and parents.
  ///
  /// It is `nil` where too few of each answered.
  public internal(set) var said: IndexFigure?
  /// What was seen, 0 to 100: the mean over observers and records; `nil` where there are too few.
  public internal(set) var seen: IndexFigure?
  /// The band of the index; `nil` unless the state is `measured` and the index has an interval.
  public internal(set) var band: Band?
  /// What each audience with answers says, in the order of `Instrument.Audience`.
  public internal(set) var groups: [AudienceIndex]
  /// The gaps between groups of people: declared sub-groups first, then pairs of audiences.
  public internal(set) var perception: [PerceptionGap]
  /// How much stands behind the component.
  public internal(set) var strength: EvidenceStrength
  /// The practices in the framework's order, those without evidence included.
  public internal(set) var practices: [PracticeIndex]
  /// The ids of the methods that were used, in the framework's order.
  public let methodsUsed: [String]
  /// The index that the school aims for, 0 to 100.
  public let target: Double

  /// The target minus the index, in points; negative above the target, `nil` without an index.
  public var performanceGap: Double? { index.map { target - $0.value } }

  /// The 95 % interval of the performance gap; `nil` where the index is, or has no interval.
  public var performanceInterval: Interval? { index?.interval?.scaled(by: -1, plus: target) }

  /// How many practices have evidence, of any kind.
  public var practicesWithEvidence: Int { practices.count { !$0.evidence.isEmpty } }
}

/// What one audience says of a component.
public struct AudienceIndex: Sendable {
  /// Who answered, or where the figures come from.
  public let audience: Instrument.Audience
  /// The index, 0 to 100; `nil` where fewer than 10 pupils, or 5 of another audience, answered.
  public internal(set) var figure: IndexFigure?
  /// How many people answered an item of the component or practice.
  ///
  /// Who answered two instruments of the audience counts twice. It is `nil` where it is held back.
  public internal(set) var n: Int?
}

/// A practice: its index over the audiences, and what the index rests on.
public struct PracticeIndex: Sendable {
  /// The practice of the framework.
  public let practice: Framework.Practice
  /// The index, 0 to 100: the mean over the audiences but leaders; `nil` where none has one.
  public internal(set) var figure: IndexFigure?
  /// What each audience with answers says, in the order of `Instrument.Audience`.
  public internal(set) var groups: [AudienceIndex]
  /// What the index rests on; empty where nobody looked.
  public internal(set) var evidence: [PracticeEvidence]
}

/// One instrument's contribution to a practice.
public struct PracticeEvidence: Sendable {
  /// The id of the instrument.
  public let instrument: String
  /// The id of the framework's method, such as `C4.M3`; `nil` where it names none for the practice.
  public let method: String?
  /// Who answered, or where the figures come from.
  public let audience: Instrument.Audience
  /// What kind of source it is.
  public let family: EvidenceStrength.Family
  /// The items that speak of the practice; empty for nominations and entries of the ledger.
  public let items: [String]
  /// The id of the entry of the ledger; `nil` for surveys and nominations.
  public var entry: String?
  /// How many people answered one of the items; in nominations, how many pupils answered at all; of an
  /// entry, how many units were looked at.
  ///
  /// It is `nil` where it is held back.
  public internal(set) var n: Int?
}

/// A figure from 0 to 100 with what is needed to compare it.
///
/// Standard errors are linearised over persons, without a finite population (Särndal, Swensson and
/// Wretman 1992, chapter 5); see `docs/methods/gap-table.md`.
public struct IndexFigure: Sendable, Hashable {
  /// The figure, 0 to 100, where 100 is the favourable end.
  public let value: Double
  /// The standard error in points; `nil` where a single person stands behind a part of the figure.
  public let standardError: Double?
  /// The degrees of freedom of the standard error (Satterthwaite 1946); `nil` without one.
  public let df: Double?

  /// The 95 % interval, cut to 0 and 100, method `t, linearised`; `nil` without a standard error.
  public var interval: Interval? {
    guard let reach else { return nil }
    return Interval(
      low: max(0, value - reach), high: min(100, value + reach), method: "t, linearised")
  }

  /// How far the 95 % interval reaches to either side; `nil` without a standard error.
  var reach: Double? {
    guard let standardError, let df, df > 0 else { return nil }
    return StudentT(degreesOfFreedom: df).upperQuantile(0.025) * standardError
  }

  /// The probability that the true index is at least `threshold`, by Student's t.
  ///
  /// - Parameter threshold: An index, 0 to 100.
  /// - Returns: 0 to 1; `nil` without a standard error.
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

  /// Figures with their weights, those of one record put together.
  ///
  /// They are of the same rows and may rise and fall together, so that their errors add up.
  static func bySource(_ parts: [(source: String, figure: IndexFigure, weight: Double)])
    -> [(figure: IndexFigure, weight: Double)]
  {
    Dictionary(grouping: parts, by: \.source).sorted { $0.key < $1.key }.map { _, own in
      let errors = own.compactMap { part in part.figure.standardError.map { part.weight * $0 } }
      let isKnown = errors.count == own.count
      let figure = IndexFigure(
        value: own.reduce(0) { $0 + $1.weight * $1.figure.value },
        standardError: isKnown ? errors.reduce(0, +) : nil,
        df: isKnown ? own.compactMap(\.figure.df).min() : nil)
      return (figure, 1)
    }
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

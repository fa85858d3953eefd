public import Instruments
public import Responses
public import Statistics

/// Everything that `analyse` says about the responses to one instrument.
public struct SurveyFigures: Sendable {
  public let instrument: Instrument
  public let ledger: ImportLedger
  /// How many responses have no value in the columns they are split by.
  public let ungrouped: Int
  /// The whole first, then the values of each column in sorted order.
  public let groups: [GroupFigures]
  public let comparisons: [Comparison]
  public let quality: QualityFigures
}

/// The figures of everybody who answered, or of one value of a column.
public struct GroupFigures: Sendable {
  /// The column that was split by; `nil` for the whole.
  public let by: String?
  public let value: String?
  /// The words for the value.
  public let title: String?
  public let n: Int
  /// How many people belong to the group; `nil` where nobody said.
  public let population: Int?
  public let scores: [ScoreFigures]
  public let items: [ItemFigures]

  /// The share of the group that answered, 0 to 1; `nil` where its size is not known.
  public var responseRate: Double? {
    population.flatMap { $0 > 0 ? Double(n) / Double($0) : nil }
  }
}

/// The figures of one score in one group.
///
/// Levels use the finite population where the size of the group is known; the method of each
/// interval says which.
public struct ScoreFigures: Sendable {
  public let id: String
  public let title: String
  /// The scores of the persons who have one.
  public let scores: Frequencies
  /// How many persons answered too few items.
  public let unscored: Int
  public let population: Int?
  /// The lowest and highest score that can be.
  public let ends: ClosedRange<Double>
  /// The share of all answers to the items that are favourable; `nil` where a scale declares none.
  public let favourable: Double?
  /// The mean with every stratum weighted by its size; `nil` where strata are not known.
  public let postStratified: PostStratifiedMean?
  public let reliability: Reliability

  public var standardError: Double? {
    Interval.standardErrorOfMean(n: scores.n, sd: scores.sd, population: population)
  }

  public var interval: Interval? { Interval.ofMean(scores, population: population) }

  /// The share of persons at the lowest score that can be; `nil` where nobody has a score.
  public var floor: Double? { scores.isEmpty ? nil : scores.share(at: ends.lowerBound) }

  /// The share of persons at the highest score that can be; `nil` where nobody has a score.
  public var ceiling: Double? { scores.isEmpty ? nil : scores.share(at: ends.upperBound) }

  /// Where the mean of the whole group would lie if those without a score were all at one end.
  public var bounds: NoAssumptionBounds? {
    population.flatMap {
      NoAssumptionBounds(sum: scores.sum, n: scores.n, population: $0, range: ends)
    }
  }

  /// The middle of the scale, at which the tipping point is asked for.
  public var middle: Double { (ends.lowerBound + ends.upperBound) / 2 }

  /// The mean that those without a score would need for the whole group to be at the middle of
  /// the scale; `nil` where the group's size is not known or everybody has a score.
  public var tippingPoint: Double? {
    guard let population, !scores.isEmpty else { return nil }
    return TippingPoint.mean(
      sum: scores.sum, n: scores.n, population: population, target: middle)
  }
}

/// How well the items of a score hang together, over the rows that answer all of them.
public struct Reliability: Sendable {
  /// The items in the order of the score.
  public let items: [String]
  public let moments: ItemMoments
  /// The moments of pairs of items, where the further figures were asked for.
  public let pairwise: PairwiseMoments?
  /// What one point of a single item's scale is worth in the score.
  public let unit: Double

  /// Whether omega and its like were asked for.
  public var isFull: Bool { pairwise != nil }
}

/// The figures of one item in one group, on raw codes.
public struct ItemFigures: Sendable {
  public let id: String
  public let title: String
  /// How many answered.
  public let n: Int
  public let isReversed: Bool
  /// How many did not, by reason.
  public let missing: [(reason: String, count: Int)]
  /// How many gave each answer, in the author's order; empty for open questions.
  public let counts: [(point: Point, count: Int)]
  /// The answers as numbers; `nil` where they are none.
  public let answers: Frequencies?
  public let population: Int?
  /// How many answers are favourable, mirrored for a reversed item; `nil` where none are declared.
  public let favourable: Int?

  public var meanInterval: Interval? {
    answers.flatMap { Interval.ofMean($0, population: population) }
  }

  /// The favourable share of those who answered; `nil` where nobody did or none is declared.
  public var favourableShare: Double? {
    favourable.flatMap { n > 0 ? Double($0) / Double(n) : nil }
  }

  public var favourableInterval: Interval? {
    favourable.flatMap { Interval.ofShare(favourable: $0, n: n, population: population) }
  }
}

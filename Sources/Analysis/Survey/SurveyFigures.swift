public import Instruments
public import Responses
public import Statistics

/// Everything that `analyse` says about the responses to one instrument.
public struct SurveyFigures: Sendable {
  /// The instrument that was answered.
  public let instrument: Instrument
  /// Where the records of the file went; `nil` where the whole is held back.
  public let ledger: ImportLedger?
  /// How many responses have no value in the column they are split by.
  ///
  /// Where they are split by several, the largest of the counts. It is `nil` where it is held back.
  public let ungrouped: Int?
  /// The whole first, then the values of each column in sorted order.
  public let groups: [GroupFigures]
  /// One entry for each score and pair of values of a column; empty where nothing is split.
  ///
  /// Pairs with a group that is held back are left out. The p values are adjusted over all that are here.
  public let comparisons: [Comparison]
  /// What makes the answers doubtful; `nil` where the whole is held back.
  public let quality: QualityFigures?
  /// What changed since an earlier round; `nil` where none is compared with.
  public internal(set) var change: SurveyChange?
  /// What an audit holds back is decided over these groups.
  let judged: JudgedGroups
}

/// The figures of everybody who answered, or of one value of a column.
public struct GroupFigures: Sendable {
  /// The column that was split by; `nil` for the whole.
  public let by: String?
  /// The value of the column, a code or a label; `nil` for the whole.
  public let value: String?
  /// The words for the value; `nil` for the whole.
  public let title: String?
  /// How many responses there are; `nil` where the group is held back with all its figures.
  public let n: Int?
  /// How many people belong to the group; `nil` where nobody said, or where it is held back.
  public internal(set) var population: Int?
  /// Whether `population` is held back, since so few belong to the group or to another one.
  public internal(set) var isSizeHeld = false
  /// The scores, in the instrument's order.
  public let scores: [ScoreFigures]
  /// The items, in the instrument's order, but for nominations and the one that says who answered.
  public let items: [ItemFigures]
  /// The scores and items of a group that is shown whose figures are held back, and which therefore
  /// stand in neither list.
  public let held: [HeldFigure]

  /// The share of the group that answered.
  ///
  /// It is `nil` where its size is not known or 0, and where the group is held back; above 1 where
  /// more answered than were said to belong to the group.
  public var responseRate: Double? {
    guard let n, let population, population > 0 else { return nil }
    return Double(n) / Double(population)
  }
}

/// The figures of one score in one group.
///
/// Levels use the finite population where the size of the group is known; the method of each
/// interval says which. Figures are in score points: the declared range of the score, or scale
/// points where it has none.
public struct ScoreFigures: Sendable {
  /// The id of the score.
  public let id: String
  /// The words for a reader.
  public let title: String
  /// The scores of the persons who have one.
  public let scores: Frequencies
  /// How many persons answered too few items.
  public let unscored: Int
  /// How many people belong to the group; `nil` where nobody said.
  public let population: Int?
  /// The lowest and highest score that can be.
  public let ends: ClosedRange<Double>
  /// How many persons fall into each band, or have each label.
  public internal(set) var bands: BandFigures = .none
  /// Which end is the better one.
  public let better: Score.Direction
  /// The share of all answers to the items that are favourable, 0 to 1, as the score turns them.
  ///
  /// It is `nil` where a scale declares no favourable codes, or nobody answered.
  public let favourable: Double?
  /// The mean with every cell of the population weighted by its size.
  ///
  /// It is `nil` for every group but the whole, where the cells are not known, where fewer than five
  /// have a score, and where a group of a column is held back.
  public internal(set) var weighted: WeightedMean?
  /// How well the items hang together.
  public let reliability: Reliability

  /// How many persons have a score, a label among them.
  public var n: Int { bands.labelled ?? scores.n }

  /// The standard error of the mean: s/√n, with the finite population where its size is known.
  ///
  /// It is `nil` for fewer than two scores, or a population below their number.
  public var standardError: Double? {
    Interval.standardErrorOfMean(n: scores.n, sd: scores.sd, population: population)
  }

  /// The 95 % interval of the mean, by Student's t; `nil` where `standardError` is.
  ///
  /// It is not cut to the scale.
  public var interval: Interval? { Interval.ofMean(scores, population: population) }

  /// The share of persons at the lowest score that can be, 0 to 1; `nil` where nobody has a score.
  public var floor: Double? { scores.isEmpty ? nil : scores.share(at: ends.lowerBound) }

  /// The share of persons at the highest score that can be, 0 to 1; `nil` where nobody has a score.
  public var ceiling: Double? { scores.isEmpty ? nil : scores.share(at: ends.upperBound) }

  /// Where the mean of the whole group would lie if those without a score were all at one end.
  ///
  /// It is `nil` where the group's size is not known, 0, or below the number of scores, and for a
  /// label. Source: Manski 1989.
  public var bounds: NoAssumptionBounds? {
    guard let population, !bands.isLabels else { return nil }
    return NoAssumptionBounds(sum: scores.sum, n: scores.n, population: population, range: ends)
  }

  /// The middle of the scale, at which the tipping point is asked for.
  public var middle: Double { (ends.lowerBound + ends.upperBound) / 2 }

  /// The mean that those without a score would need for the mean of all to be in the middle of the
  /// scale.
  ///
  /// It may lie outside the scale. It is `nil` where the group's size is not known, nobody has a
  /// score, or everybody has one.
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
  /// The sums over the complete rows, from which alpha and omega follow.
  public let moments: ItemMoments
  /// The moments of pairs of items; `nil` unless the further figures were asked for.
  public let pairwise: PairwiseMoments?
  /// What one point of a single item's scale is worth in the score; `nil` where it is not the same
  /// everywhere, as after a conversion table.
  ///
  /// The standard error of measurement, times this, is in score points.
  public let unit: Double?

  /// The standard error of measurement in score points; `nil` where alpha or `unit` is.
  public var standardErrorOfMeasurement: Double? {
    unit.flatMap { unit in moments.standardErrorOfMeasurement.map { $0 * unit } }
  }
}

/// The figures of one item in one group, on raw codes.
///
/// Answers are not turned round, and missing ones enter `missing` alone.
public struct ItemFigures: Sendable {
  /// The id of the item.
  public let id: String
  /// The words for a reader.
  public let title: String
  /// How many answered.
  public let n: Int
  /// Whether a high code speaks against the practice.
  public let isReversed: Bool
  /// How many did not, by reason; only reasons that occur: `blank`, declared ones, `unreadable`.
  public let missing: [(reason: String, count: Int)]
  /// How many gave each answer, in the author's order; empty for open questions.
  ///
  /// One person may count in several answers of a multiple-choice item.
  public let counts: [(point: Point, count: Int)]
  /// The answers as numbers: the codes of a scale, or the numbers given; `nil` for other items.
  public let answers: Frequencies?
  /// How many people belong to the group; `nil` where nobody said.
  public let population: Int?
  /// How many answers are favourable, mirrored for a reversed item; `nil` where none are declared.
  public let favourable: Int?

  /// The 95 % interval of the mean answer, in raw codes, by Student's t.
  ///
  /// It is `nil` where answers are no numbers, for fewer than two, or a population below their
  /// number.
  public var meanInterval: Interval? {
    answers.flatMap { Interval.ofMean($0, population: population) }
  }

  /// The favourable share of the answers, 0 to 1; `nil` without answers or favourable codes.
  public var favourableShare: Double? {
    favourable.flatMap { n > 0 ? Double($0) / Double(n) : nil }
  }

  /// The 95 % interval of the favourable share: exact in a known population, else Wilson's.
  ///
  /// It is `nil` where the share is, or the population is below the number of answers.
  public var favourableInterval: Interval? {
    favourable.flatMap { Interval.ofShare(favourable: $0, n: n, population: population) }
  }
}

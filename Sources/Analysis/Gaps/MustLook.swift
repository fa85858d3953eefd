public import Instruments

/// Something that a school must look at whatever its averages say.
public struct MustLook: Sendable {
  /// What was found, with its figures; counts are of people.
  public enum Kind: Sendable {
    /// A practice whose index is under 40 with at least ten people behind it.
    case lowPractice(index: Double)
    /// At least 5 % of at least ten pupils give the worst answer on safety or on having somebody to
    /// go to; `count` is `nil` where so few are not told.
    case worstAnswers(item: String, title: String, answer: String, count: Int?)
    /// More than 15 % of at least ten rows that could show it are straight-lined.
    case carelessAnswers(instrument: String, count: Int)
    /// A group has more of something bad than its share, whatever chance does: the lower limit of its
    /// ratio to all others is above 1.5; `count` of the group's people met it. The ratio is `nil` where
    /// none of the others met it, and both are where they may not be told.
    case groupRatio(entry: String, title: String, value: String, ratio: Double?, count: Int?)
    /// Components were looked at, and not for one tier; no people are counted.
    case tierNotLookedAt(tier: Tier, components: [Framework.Component])
  }

  static let lowIndex = 40.0
  static let fewestPeople = 10
  static let worstShare = 0.05
  static let carelessShare = 0.15
  /// The practices on which the worst answer counts, whatever the mean.
  static let practices: Set<String> = ["vision.safety", "networks.asking"]

  /// What was found.
  public let kind: Kind
  /// The id of the practice; `nil` for careless answers, which concern a whole instrument, and for a
  /// tier, which concerns components.
  public let practice: String?
  /// The words for the practice; `nil` without a practice, or where the framework does not have it.
  public let practiceLabel: String?
  /// Who answered; `nil` for a low practice, which is of all audiences together, and for a tier.
  public let audience: Instrument.Audience?
  /// How many people the finding is about: those who answered, or the rows that were checked; 0 for a
  /// tier that nobody looked at, and where a ratio is told without its figures.
  public let n: Int
}

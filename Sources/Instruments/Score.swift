/// A figure that is computed for each person from the items of a scale, or from other scores.
public struct Score: Hashable, Sendable {
  /// How the answered items make the score.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// The mean of the answered items.
    case mean
    /// The sum of the items; over fewer answers than items it is scaled up to all of them (pro
    /// rata). Of other scores, their sum.
    case sum
    /// What a published table gives for another score.
    case table
    /// A label, by a rule over the answers.
    case label
  }

  /// The part an item has in a score.
  public struct Use: Hashable, Sendable {
    /// The id of the item.
    public var item: String
    /// Whether the score turns the item round: the item's own `reverse`, unless the use says else.
    public var isReversed: Bool

    public init(item: String, isReversed: Bool) {
      self.item = item
      self.isReversed = isReversed
    }
  }

  /// How a published key rounds a score.
  public enum Rounding: String, Hashable, Sendable, CaseIterable {
    /// To the nearest whole number, halves upwards.
    case halfUp = "half_up"
  }

  /// Which end of a score is the better one.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    case higher, lower
  }

  /// What must be taken from a published form or manual before the score can be computed.
  public enum Awaited: String, Hashable, Sendable, CaseIterable {
    case items, table
  }

  /// The word that stands for the score; unique in the instrument.
  public var id: String
  /// The words for reports; `nil` where the id stands for them.
  public var title: LocalizedText?
  /// The items, in the author's order; they share their lowest and highest code.
  ///
  /// They are empty where the score is computed from other scores, or its items are awaited.
  public var uses: [Use]
  /// The ids of the scores it is computed from; empty for one that is computed from items.
  public var sources: [String]
  /// How the answered items make the score.
  public var method: Method
  /// The fewest answered items with which a person has a score, from 1.
  public var minimumAnswered: Int
  /// The ends to which the score is rescaled linearly; `nil` leaves it in scale points.
  public var range: ClosedRange<Double>?
  /// What each code counts as; empty where codes count as they are.
  public var recode: [Int: Int]
  /// How the score is rounded; `nil` leaves all its digits.
  public var rounding: Rounding?
  /// What each value of the other score becomes, by that value; empty for other methods.
  public var table: [Double: Double]
  /// The rules of a label, of which the first that holds counts; empty for other methods.
  public var labels: [LabelRule]
  /// The published bands of the score; `nil` where there are none.
  public var bands: Banding?
  /// Whether the score is an outcome, which never enters a component of the gap table.
  public var isOutcome: Bool
  /// Which end is the better one.
  public var better: Direction
  /// What is awaited from a form or manual; `nil` where nothing is.
  public var awaited: Awaited?
  /// How sure the parts of this score are, where it differs from the rest of its key.
  public var confidence: [KeyField: Confidence]

  public init(
    id: String, title: LocalizedText? = nil, uses: [Use], sources: [String] = [], method: Method,
    minimumAnswered: Int, range: ClosedRange<Double>? = nil, recode: [Int: Int] = [:],
    rounding: Rounding? = nil, table: [Double: Double] = [:], labels: [LabelRule] = [],
    bands: Banding? = nil, isOutcome: Bool = false, better: Direction = .higher,
    awaited: Awaited? = nil, confidence: [KeyField: Confidence] = [:]
  ) {
    self.id = id
    self.title = title
    self.uses = uses
    self.sources = sources
    self.method = method
    self.minimumAnswered = minimumAnswered
    self.range = range
    self.recode = recode
    self.rounding = rounding
    self.table = table
    self.labels = labels
    self.bands = bands
    self.isOutcome = isOutcome
    self.better = better
    self.awaited = awaited
    self.confidence = confidence
  }
}

/// A label that a person gets whose answers are all among some codes.
public struct LabelRule: Hashable, Sendable {
  /// The label.
  public var label: String
  /// The codes that count, by item.
  public var codes: [String: Set<Int>]

  public init(label: String, codes: [String: Set<Int>]) {
    self.label = label
    self.codes = codes
  }
}

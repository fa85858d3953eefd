/// A confidence interval that says how it was made.
public struct Interval: Sendable, Hashable {
  /// The lower limit, in the units of the figure.
  public let low: Double
  /// The upper limit, not below `low`.
  public let high: Double
  /// The confidence level, between 0 and 1, both excluded.
  public let level: Double
  /// How the interval was made, in stable words such as `Wilson` or `t with finite population`.
  public let method: String

  /// Creates an interval from its limits, its level and the words for its method.
  public init(low: Double, high: Double, level: Double = 0.95, method: String) {
    precondition(level > 0 && level < 1, "a confidence level lies between 0 and 1")
    self.low = low
    self.high = high
    self.level = level
    self.method = method
  }

  /// Whether `value` lies between the limits or on one of them.
  public func contains(_ value: Double) -> Bool {
    low <= value && value <= high
  }

  /// The interval of a figure that is `multiplier` × the old one + `offset`.
  ///
  /// A negative multiplier exchanges the limits; level and method stay.
  public func scaled(by multiplier: Double, plus offset: Double = 0) -> Interval {
    let ends = [low * multiplier + offset, high * multiplier + offset]
    return Interval(
      low: min(ends[0], ends[1]), high: max(ends[0], ends[1]), level: level, method: method)
  }

  /// The probability left outside on one side.
  static func outside(_ level: Double) -> Double { 0.5 * (1 - level) }
}

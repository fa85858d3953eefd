/// How many events there were for each so many people, and two such rates side by side.
///
/// Convention O3, `docs/methods/counts.md`.
public struct EventRate: Sendable, Hashable {
  /// How many events there were, not negative.
  public let events: Int
  /// For how many people, or people times terms, positive.
  public let exposure: Double

  /// Creates a rate; the exposure is positive and the events are not negative.
  public init(events: Int, exposure: Double) {
    precondition(events >= 0 && exposure > 0, "a rate has events and somebody they can befall")
    self.events = events
    self.exposure = exposure
  }

  /// The events for one person.
  public var rate: Double { Double(events) / exposure }

  /// The exact interval of a Poisson count, method `Garwood`.
  ///
  /// F. Garwood, Biometrika 28 (1936) 437–442: halves of chi-squared quantiles with 2x and 2x + 2
  /// degrees of freedom, over the exposure.
  public func interval(level: Double = 0.95) -> Interval {
    let tail = Interval.outside(level)
    let low =
      events == 0
      ? 0 : ChiSquared(degreesOfFreedom: 2 * Double(events)).quantile(tail) / 2
    let high = ChiSquared(degreesOfFreedom: 2 * Double(events) + 2).upperQuantile(tail) / 2
    return Interval(low: low / exposure, high: high / exposure, level: level, method: "Garwood")
  }

  /// This rate over another with its exact interval, method `conditional binomial`.
  ///
  /// Of the events of both, those of the first are a binomial share (J. Przyborowski and
  /// H. Wileński, Biometrika 31 (1940) 313–323), whose Clopper–Pearson interval is turned into one of
  /// the ratio. The ratio is `nil` where the other rate is 0; the interval's upper end is infinite
  /// there. The result is `nil` where neither has events.
  public func ratio(to other: EventRate, level: Double = 0.95) -> (ratio: Double?, Interval)? {
    let all = events + other.events
    guard
      let share = Interval.clopperPearson(favourable: events, n: all, level: level)
    else { return nil }
    let exposures = other.exposure / exposure
    func odds(_ share: Double) -> Double { share < 1 ? share / (1 - share) * exposures : .infinity }
    let ratio = other.events == 0 ? nil : rate / other.rate
    return (
      ratio,
      Interval(
        low: odds(share.low), high: odds(share.high), level: level, method: "conditional binomial")
    )
  }
}

extension EventRate {
  /// The two-sided p value of two equal rates; `nil` where neither has events.
  ///
  /// Of the events of both, those of the first are a binomial share (J. Przyborowski and
  /// H. Wileński, Biometrika 31 (1940) 313–323); twice the smaller tail, at most 1, so that it is below
  /// 0.05 where the 95 % interval of the ratio leaves 1 out.
  public func p(against other: EventRate) -> Double? {
    let all = events + other.events
    guard all > 0 else { return nil }
    let share = exposure / (exposure + other.exposure)
    let (own, others) = (Double(events), Double(other.events))
    // Each tail by itself, so that a small one keeps its digits.
    let atLeast = events == 0 ? 1 : BetaDistribution(own, others + 1).cdf(share)
    let atMost = other.events == 0 ? 1 : BetaDistribution(own + 1, others).survival(share)
    return min(1, 2 * min(atLeast, atMost))
  }
}

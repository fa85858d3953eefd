/// The change of a mean between two waves of one roll, of whom some answered both.
///
/// Convention P6.
public struct OverlappingWaves: Sendable, Hashable {
  /// One wave: how many answered, and their mean and standard deviation.
  public struct Wave: Sendable, Hashable {
    /// The number of answers.
    public let n: Int
    /// Their mean, `nil` without answers.
    public let mean: Double?
    /// Their standard deviation with divisor n − 1, `nil` for fewer than two.
    public let sd: Double?

    /// Creates a wave from its summaries.
    public init(n: Int, mean: Double?, sd: Double?) {
      self.n = n
      self.mean = mean
      self.sd = sd
    }

    /// Creates a wave from all its answers, of those who answered the other one as well or not.
    public init(_ answers: Frequencies) {
      self.init(n: answers.n, mean: answers.mean, sd: answers.sd)
    }
  }

  /// The mean of the second wave minus that of the first.
  public let change: Double
  /// The standard error of the change, not negative.
  public let standardError: Double
  /// The degrees of freedom: one fewer than there are answers in the smaller wave, which is exact
  /// where the same persons answered both, and gives rather too wide an interval otherwise.
  public let df: Double
  /// The interval, method `t, two waves` or `t, two waves with finite population`.
  public let interval: Interval

  /// Compares two waves; `linked` holds the pairs of those who answered both.
  ///
  /// The squared standard error is (1 − n1/N) s1²/n1 + (1 − n2/N) s2²/n2 − 2 (n12/(n1 n2) − 1/N)
  /// s12; without `population`, the number N of persons on the roll, n1/N, n2/N and 1/N are left
  /// out. C.-E. Särndal, B. Swensson and J. Wretman, Model Assisted Survey Sampling, 1992, section
  /// 9.9. The result is `nil` for a wave of fewer than two answers, more linked persons than a
  /// wave has answers, a population below either wave, a covariance that is needed but cannot be
  /// had from fewer than two linked persons, and where the formula gives less than 0.
  public init?(
    _ first: Wave, _ second: Wave, linked: Pairs, population: Int? = nil, level: Double = 0.95
  ) {
    guard
      let mean1 = first.mean, let mean2 = second.mean, let sd1 = first.sd, let sd2 = second.sd,
      first.n >= 2, second.n >= 2, linked.n <= min(first.n, second.n),
      population ?? Int.max >= max(first.n, second.n)
    else { return nil }
    let (n1, n2) = (Double(first.n), Double(second.n))
    let inverse = population.map { 1 / Double($0) } ?? 0
    let own1 = sd1 * sd1 * (1 / n1 - inverse)
    let own2 = sd2 * sd2 * (1 / n2 - inverse)
    let factor = Double(linked.n) / (n1 * n2) - inverse
    var shared = 0.0
    if linked.n > 0 || population != nil {
      guard let covariance = linked.covariance else { return nil }
      shared = 2 * factor * covariance
    }
    let square = own1 + own2 - shared
    // What is left of rounding where all changed alike is no error of the change.
    let nothing = 1e-12 * (sd1 * sd1 + sd2 * sd2)
    guard square >= -nothing else { return nil }
    change = mean2 - mean1
    standardError = square > nothing ? square.squareRoot() : 0
    df = min(n1, n2) - 1
    let t = StudentT(degreesOfFreedom: df).upperQuantile(Interval.outside(level))
    interval = Interval(
      low: change - t * standardError, high: change + t * standardError, level: level,
      method: population == nil ? "t, two waves" : "t, two waves with finite population")
  }

  /// The two-sided p value; `nil` where the change has no error.
  public var p: Double? {
    standardError > 0 ? StudentT(degreesOfFreedom: df).twoSided(change / standardError) : nil
  }
}

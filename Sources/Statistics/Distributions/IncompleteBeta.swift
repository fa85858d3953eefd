import Foundation

/// The regularised incomplete beta function I(a, b) and its inverse.
///
/// The argument is carried as log-odds, so that neither it nor its complement loses digits at
/// either end. Source: DiDonato and Morris, Algorithm 708, ACM TOMS 18 (1992), its continued
/// fraction; the factor before the fraction is Loader's saddle-point form.
struct IncompleteBeta {
  let a: Double
  let b: Double

  init(_ a: Double, _ b: Double) {
    precondition(a > 0 && b > 0, "the parameters of a beta distribution are positive")
    self.a = a
    self.b = b
  }

  /// The lower tail at the point whose log-odds are given.
  func lower(logOdds u: Double) -> Double {
    let (logTail, isLower) = smallerSide(u)
    return isLower ? exp(logTail) : -expm1(logTail)
  }

  /// The upper tail at the point whose log-odds are given.
  func upper(logOdds u: Double) -> Double {
    IncompleteBeta(b, a).lower(logOdds: -u)
  }

  /// The log-odds of the point with lower tail `p` and upper tail `q`, where p + q = 1.
  ///
  /// Only the smaller of the two is used. The log of a tail is a concave function of the
  /// log-odds, so Newton's method cannot diverge; it squares its error at each step, so that a step
  /// of 1e-9 is the last one needed. It begins at `start`, or in the middle where that is `nil`.
  func quantileLogOdds(lower p: Double, upper q: Double, near start: Double? = nil) -> Double {
    precondition(p > 0 && q > 0, "a quantile needs a probability between 0 and 1")
    if p > q {
      return -IncompleteBeta(b, a).quantileLogOdds(lower: q, upper: p, near: start.map { -$0 })
    }
    let target = log(p)
    var u = start ?? log(a / b)
    for _ in 0..<200 {
      let tail = logLower(u)
      let step = (target - tail) / exp(logFactor(u) - tail)
      u += step
      if abs(step) <= 1e-9 * max(1, abs(u)) { break }
    }
    return u
  }

  private func logLower(_ u: Double) -> Double {
    let (logTail, isLower) = smallerSide(u)
    return isLower ? logTail : log1p(-exp(logTail))
  }

  /// The logarithm of the tail that the continued fraction converges for, and which tail it is.
  private func smallerSide(_ u: Double) -> (logTail: Double, isLower: Bool) {
    let x = 1 / (1 + exp(-u))
    if x <= (a + 1) / (a + b + 2) { return (logFactor(u) - log(fraction(u)), true) }
    let mirror = IncompleteBeta(b, a)
    return (min(0, mirror.logFactor(-u) - log(mirror.fraction(-u))), false)
  }

  /// log of x^a (1 - x)^b / B(a, b), which is also the slope of the tail in the log-odds.
  private func logFactor(_ u: Double) -> Double {
    let x = 1 / (1 + exp(-u))
    let y = 1 / (1 + exp(u))
    let total = a + b
    if min(x, y) < 1e-290 {
      let logX = u < 0 ? u - log1p(exp(u)) : -log1p(exp(-u))
      let logY = u < 0 ? -log1p(exp(u)) : -u - log1p(exp(-u))
      return a * logX + b * logY + GammaFunction.logarithm(total)
        - GammaFunction.logarithm(a) - GammaFunction.logarithm(b)
    }
    let errors =
      GammaFunction.stirlingError(total) - GammaFunction.stirlingError(a)
      - GammaFunction.stirlingError(b)
    let deviances =
      GammaFunction.deviance(a, mean: total * x) + GammaFunction.deviance(b, mean: total * y)
    return 0.5 * log(a / total * b) - GammaFunction.halfLogTwoPi + errors - deviances
  }

  /// The denominator of the lower tail, by the modified Lentz algorithm.
  private func fraction(_ u: Double) -> Double {
    let x = 1 / (1 + exp(-u))
    let y = 1 / (1 + exp(u))
    let lambda = a * y - b * x
    let tiny = 1e-300
    func nonzero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    func part(_ m: Double) -> Double {
      let odd = (a + m) * (lambda + 1 + m * (1 + y)) / (a + 2 * m + 1)
      return m == 0 ? odd : m + m * (b - m) * x / (a + 2 * m - 1) + odd
    }
    var value = nonzero(part(0))
    var c = value
    var d = 0.0
    var m = 0.0
    var convergence = Convergence()
    while m < 2e6 {
      m += 1
      let base = a + 2 * m - 1
      let numerator = (a + m - 1) / base * ((a + b + m - 1) / base) * m * (b - m) * x * x
      let next = part(m)
      d = 1 / nonzero(next + numerator * d)
      c = nonzero(next + numerator / c)
      value *= c * d
      if convergence.isReached(change: c * d) { break }
    }
    return value
  }
}

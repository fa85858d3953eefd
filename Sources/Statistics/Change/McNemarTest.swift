/// McNemar's exact test of a yes or no given twice by the same persons.
///
/// Convention P5.
public struct McNemarTest: Sendable, Hashable {
  /// Persons who went from no to yes.
  public let gained: Int
  /// Persons who went from yes to no.
  public let lost: Int

  /// Creates the test from the two counts of those who changed, which are not negative.
  public init(gained: Int, lost: Int) {
    precondition(gained >= 0 && lost >= 0, "counts are not negative")
    self.gained = gained
    self.lost = lost
  }

  /// Creates the test of figures that are favourable at `threshold` or above.
  public init(_ pairs: Pairs, threshold: Double) {
    var (gained, lost) = (0, 0)
    for (before, after) in zip(pairs.first, pairs.second) {
      if before < threshold, after >= threshold { gained += 1 }
      if before >= threshold, after < threshold { lost += 1 }
    }
    self.init(gained: gained, lost: lost)
  }

  /// The exact two-sided p value: twice the smaller binomial tail at one half, at most 1.
  ///
  /// Q. McNemar, Psychometrika 12 (1947) 153–157, with the exact tail.
  /// - Returns: `nil` where nobody changed.
  public var p: Double? {
    let fewer = min(gained, lost)
    let all = gained + lost
    guard all > 0 else { return nil }
    guard 2 * fewer < all - 1 else { return 1 }
    let tail = BetaDistribution(Double(all - fewer), Double(fewer + 1)).cdf(0.5)
    return min(1, 2 * tail)
  }
}

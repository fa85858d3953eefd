/// Cronbach's alpha and what is read beside it.
extension ItemMoments {
  /// Cronbach's alpha over the complete rows; negative values are reported as they are.
  ///
  /// k/(k − 1) × (1 − sum of item variances / variance of the total); Cronbach 1951. An item
  /// without variance stays among the k. Convention R1.
  /// - Returns: Alpha, `nil` for fewer than two items or rows, or a total without variance.
  public var alpha: Double? {
    guard items >= 2, n >= 2 else { return nil }
    let total = totalDeviation
    guard total > 0 else { return nil }
    let parts = (0..<items).reduce(0.0) { $0 + deviation($1, $1) }
    return Double(items) / Double(items - 1) * (1 - parts / total)
  }

  /// Alpha of the standardised items, from the mean correlation of all pairs (Spearman–Brown).
  ///
  /// Convention R2.
  /// - Returns: k r / (1 + (k − 1) r); `nil` for fewer than two items or rows, or when an item
  ///   has no variance.
  public var standardisedAlpha: Double? {
    guard items >= 2, n >= 2 else { return nil }
    var sum = 0.0
    for i in 0..<items {
      for j in (i + 1)..<max(items, i + 1) {
        let scale = deviation(i, i).squareRoot() * deviation(j, j).squareRoot()
        guard scale > 0 else { return nil }
        sum += deviation(i, j) / scale
      }
    }
    let k = Double(items)
    let r = sum / (k * (k - 1) / 2)
    let denominator = 1 + (k - 1) * r
    return denominator > 0 ? k * r / denominator : nil
  }

  /// Alpha without each item in turn, over the same rows.
  ///
  /// Convention R3.
  /// - Returns: One entry per item, in order; each is `nil` where fewer than two items are left
  ///   or their total has no variance.
  public var alphaIfDropped: [Double?] {
    (0..<items).map { dropped in selecting((0..<items).filter { $0 != dropped }).alpha }
  }

  /// The correlation of each item with the sum of the others, over the same rows.
  ///
  /// Convention R4.
  /// - Returns: One entry per item, in order, from −1 to 1; each is `nil` where the item or the
  ///   sum of the others has no variance.
  public var itemRest: [Double?] {
    guard n >= 2 else { return Array(repeating: nil, count: items) }
    let total = totalDeviation
    return (0..<items).map { item in
      let own = deviation(item, item)
      let withTotal = (0..<items).reduce(0.0) { $0 + deviation(item, $1) }
      let rest = total - 2 * withTotal + own
      guard own > 0, rest > 0 else { return nil }
      return max(-1, min(1, (withTotal - own) / (own.squareRoot() * rest.squareRoot())))
    }
  }

  /// The interval of alpha, method `Feldt`.
  ///
  /// 1 − (1 − alpha) F with n − 1 and (n − 1)(k − 1) degrees of freedom at the upper and the
  /// lower point; L. S. Feldt, Psychometrika 30 (1965) 357–370. Convention R5.
  /// - Returns: `nil` where alpha is.
  public func alphaInterval(level: Double = 0.95) -> Interval? {
    guard let alpha else { return nil }
    let rows = Double(n - 1)
    let f = FDistribution(numerator: rows, denominator: rows * Double(items - 1))
    let tail = Interval.outside(level)
    return Interval(
      low: 1 - (1 - alpha) * f.upperQuantile(tail), high: 1 - (1 - alpha) * f.quantile(tail),
      level: level, method: "Feldt")
  }

  /// The standard error of measurement of a mean score, in scale points.
  ///
  /// The standard deviation of the mean of the items × √(1 − alpha). Convention R8.
  /// - Returns: `nil` where alpha is.
  public var standardErrorOfMeasurement: Double? {
    guard let alpha else { return nil }
    let variance = totalDeviation / (Double(n) * Double(n - 1))
    return variance.squareRoot() / Double(items) * max(0, 1 - alpha).squareRoot()
  }

  /// n (n − 1) times the variance of the sum of all items.
  private var totalDeviation: Double {
    var sum = 0.0
    for i in 0..<items {
      for j in 0..<items { sum += deviation(i, j) }
    }
    return sum
  }
}

/// Mean, spread and quantiles of a distribution: conventions D1 and D2.
extension Frequencies {
  /// The arithmetic mean, `nil` without observations.
  public var mean: Double? {
    isEmpty ? nil : sum / Double(n)
  }

  /// The variance with divisor n − 1, `nil` for fewer than two observations.
  public var variance: Double? {
    guard n >= 2, let mean else { return nil }
    var squares = CompensatedSum()
    for (value, count) in zip(values, counts) {
      let deviation = value - mean
      squares.add(deviation * deviation, times: count)
    }
    return values.count == 1 ? 0 : squares.value / Double(n - 1)
  }

  /// The standard deviation with divisor n − 1, `nil` for fewer than two observations.
  public var sd: Double? { variance?.squareRoot() }

  /// The quantile that lies `share` of the way up, by linear interpolation between ranks.
  ///
  /// The definition that Hyndman and Fan (1996) number 7, the default of R and of NumPy.
  /// - Parameter share: From 0 to 1.
  /// - Returns: The quantile, `nil` without observations. Takes time linear in distinct values.
  public func quantile(_ share: Double) -> Double? {
    precondition((0...1).contains(share), "a quantile is asked for at a share from 0 to 1")
    guard !isEmpty else { return nil }
    let position = Double(n - 1) * share
    let rank = min(Int(position), n - 1)
    let low = value(atRank: rank)
    let high = value(atRank: min(rank + 1, n - 1))
    return low + (position - Double(rank)) * (high - low)
  }

  /// The median, `nil` without observations.
  public var median: Double? { quantile(0.5) }

  /// The lower and the upper quartile, `nil` without observations.
  public var quartiles: (lower: Double, upper: Double)? {
    guard let lower = quantile(0.25), let upper = quantile(0.75) else { return nil }
    return (lower, upper)
  }

  /// The value of the observation with `rank` observations before it in ascending order.
  private func value(atRank rank: Int) -> Double {
    var before = 0
    for (value, count) in zip(values, counts) {
      before += count
      if rank < before { return value }
    }
    return values[values.count - 1]
  }
}

/// The intraclass correlations of units that the same number of raters rated (Shrout and Fleiss).
///
/// Convention K4.
public struct RaterCorrelations: Sendable, Hashable {
  /// Which raters are meant, and whether one rating or the mean of all is to be relied on.
  public enum Form: String, Sendable, CaseIterable {
    /// ICC(1,1): each unit has other raters; one rating.
    case otherRaters
    /// ICC(2,1): the same raters, drawn from many; one rating.
    case drawnRaters
    /// ICC(3,1): these raters only; one rating.
    case theseRaters
    /// ICC(1,k): each unit has other raters; the mean of their ratings.
    case meanOfOtherRaters
    /// ICC(2,k): the same raters, drawn from many; the mean of their ratings.
    case meanOfDrawnRaters
    /// ICC(3,k): these raters only; the mean of their ratings.
    case meanOfTheseRaters
  }

  /// The number of units, at least 2.
  public let units: Int
  /// The number of raters of each unit, at least 2.
  public let raters: Int
  /// The mean squares between units, between raters, of the rest, and within units.
  public let betweenUnits, betweenRaters, residual, withinUnits: Double

  /// Divides the variance of ratings given as one row per unit and one column per rater.
  ///
  /// P. E. Shrout and J. L. Fleiss, Psychological Bulletin 86 (1979) 420–428. The result is `nil`
  /// for fewer than two units or raters, rows of unequal length, and where nothing varies.
  public init?(_ rows: [[Double]]) {
    guard let first = rows.first, rows.count >= 2, first.count >= 2,
      rows.allSatisfy({ $0.count == first.count })
    else { return nil }
    let (n, k) = (Double(rows.count), Double(first.count))
    let mean = CompensatedSum.sorted(rows.joined()) / (n * k)
    func square(_ value: Double) -> Double { (value - mean) * (value - mean) }
    let rowMeans = rows.map { CompensatedSum.sorted($0) / k }
    let columnMeans = first.indices.map { column in
      CompensatedSum.sorted(rows.map { $0[column] }) / n
    }
    let rest = rows.enumerated().flatMap { unit, row in
      row.enumerated().map { rater, value in
        let left = value - rowMeans[unit] - columnMeans[rater] + mean
        return left * left
      }
    }
    units = rows.count
    raters = first.count
    betweenUnits = k * CompensatedSum.sorted(rowMeans.map(square)) / (n - 1)
    betweenRaters = n * CompensatedSum.sorted(columnMeans.map(square)) / (k - 1)
    let remainder = CompensatedSum.sorted(rest)
    residual = remainder / ((n - 1) * (k - 1))
    withinUnits = (betweenRaters * (k - 1) + remainder) / (n * (k - 1))
    guard betweenUnits > 0 || withinUnits > 0 else { return nil }
  }

  /// The correlation in one of its six forms.
  ///
  /// - Returns: Up to 1, and below 0 where raters agree less than by chance; `nil` where its
  ///   denominator is not positive.
  public func correlation(_ form: Form) -> Double? {
    let (n, k) = (Double(units), Double(raters))
    let excess = (betweenRaters - residual) / n
    let (gain, whole) =
      switch form {
      case .otherRaters:
        (betweenUnits - withinUnits, betweenUnits + (k - 1) * withinUnits)
      case .drawnRaters:
        (betweenUnits - residual, betweenUnits + (k - 1) * residual + k * excess)
      case .theseRaters: (betweenUnits - residual, betweenUnits + (k - 1) * residual)
      case .meanOfOtherRaters: (betweenUnits - withinUnits, betweenUnits)
      case .meanOfDrawnRaters: (betweenUnits - residual, betweenUnits + excess)
      case .meanOfTheseRaters: (betweenUnits - residual, betweenUnits)
      }
    return whole > 0 ? gain / whole : nil
  }
}

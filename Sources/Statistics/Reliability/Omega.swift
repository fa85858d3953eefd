/// McDonald's omega total from one factor fitted by maximum likelihood.
///
/// Convention R6.
public struct Omega: Sendable, Hashable {
  /// Omega of the raw-metric loadings: the reliability of the sum of the items as they are.
  public let raw: Double
  /// Omega of the standardised loadings: the reliability of the sum of standardised items.
  public let standardised: Double
  /// The standardised loading of each item, positive in sum.
  public let loadings: [Double]
  /// The unique variance of each item, as a share of the item's variance.
  public let uniquenesses: [Double]

  /// Why omega does not exist for some data.
  public enum Undefined: String, Error, Sendable {
    /// A one-factor model needs three items.
    case tooFewItems = "fewer than three items"
    /// There are fewer than two complete rows.
    case tooFewRows = "fewer than two complete rows"
    /// An item has the same answer in every row.
    case constantItem = "an item without variance"
    /// The items are linearly dependent, for example with fewer rows than items.
    case singular = "linearly dependent items"
    /// The best fit gives an item no unique variance, or a negative one (a Heywood case).
    case heywood = "an item without unique variance"
    /// The items do not determine one factor, or the iteration found no maximum.
    case notConverged = "no maximum found"
  }

  /// Fits one factor to a covariance matrix given row by row.
  init(covariances: [Double], items: Int) throws(Undefined) {
    guard items >= 3 else { throw .tooFewItems }
    let spread = (0..<items).map { max(0, covariances[$0 * items + $0]).squareRoot() }
    guard spread.allSatisfy({ $0 > 0 }) else { throw .constantItem }
    let correlations = covariances.indices.map { place in
      place / items == place % items
        ? 1 : covariances[place] / (spread[place / items] * spread[place % items])
    }
    guard Cholesky(correlations, size: items, tolerance: 1e-10) != nil else { throw .singular }
    let model = try OneFactorModel(correlations: correlations, size: items)
    let sign: Double = model.loadings.reduce(0, +) < 0 ? -1 : 1
    loadings = model.loadings.map { $0 * sign }
    uniquenesses = model.uniquenesses
    let scale = spread.reduce(0, +)
    raw = Self.ratio(loadings, uniquenesses, weights: spread.map { $0 / scale })
    standardised = Self.ratio(
      loadings, uniquenesses, weights: Array(repeating: 1, count: items))
  }

  private static func ratio(
    _ loadings: [Double], _ uniquenesses: [Double], weights: [Double]
  ) -> Double {
    let common = zip(loadings, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let unique = zip(uniquenesses, weights).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
    return common * common / (common * common + unique)
  }
}

/// Omega from the moments of whole-number items.
extension ItemMoments {
  /// Omega total, raw and standardised, over the complete rows.
  ///
  /// (sum of loadings)² / ((sum of loadings)² + sum of unique variances); R. P. McDonald, Test
  /// Theory, 1999. Iterates to about 1e-12.
  /// - Returns: Omega, or the reason why there is none.
  public func omega() -> Result<Omega, Omega.Undefined> {
    guard items >= 3 else { return .failure(.tooFewItems) }
    guard let covariances = covariances() else { return .failure(.tooFewRows) }
    return Result { () throws(Omega.Undefined) in
      try Omega(covariances: covariances, items: items)
    }
  }
}

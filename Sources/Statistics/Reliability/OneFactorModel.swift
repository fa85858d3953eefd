import Foundation

/// One factor fitted to a correlation matrix by maximum likelihood.
///
/// Scoring steps on the loadings and the logarithms of the unique variances, damped where a step
/// would not lower the discrepancy. Source of the likelihood: D. N. Lawley and A. E. Maxwell,
/// Factor Analysis as a Statistical Method, 2nd ed., 1971.
struct OneFactorModel {
  private let size: Int
  private let correlations: [Double]
  private(set) var loadings: [Double]
  private var logUniquenesses: [Double]

  /// A unique variance below this share of its item's variance counts as none at all.
  private static let smallest = 1e-6

  /// The unique variances, as shares of each item's variance.
  var uniquenesses: [Double] { logUniquenesses.map { exp($0) } }

  /// Fits the model to a positive definite matrix with a diagonal of 1, given row by row.
  init(correlations: [Double], size: Int) throws(Omega.Undefined) {
    self.size = size
    self.correlations = correlations
    (loadings, logUniquenesses) = Self.start(correlations, size)
    try fit()
  }

  private mutating func fit() throws(Omega.Undefined) {
    var damping = 0.0
    for _ in 0..<5000 {
      guard let step = step(damping) else { throw .notConverged }
      let next = moved(by: step)
      if next.discrepancy <= discrepancy + 1e-14 * Double(size) {
        loadings = next.loadings
        logUniquenesses = next.logUniquenesses
        let largest = step.reduce(0) { max($0, abs($1)) }
        if uniquenesses.contains(where: { $0 < Self.smallest }) { throw .heywood }
        if damping < 1e-9, largest < 1e-12 { return }
        damping = damping < 1e-9 ? 0 : damping / 10
      } else {
        damping = damping == 0 ? 1e-6 : damping * 10
        if damping > 1e8 { throw .notConverged }
      }
    }
    throw .notConverged
  }

  /// The first principal component, scaled down by half of what it leaves unexplained.
  private static func start(_ matrix: [Double], _ size: Int) -> ([Double], [Double]) {
    var vector = (0..<size).map { 1 + 0.01 * Double($0) }
    var value = 1.0
    for _ in 0..<200 {
      let image = (0..<size).map { i in
        (0..<size).reduce(0.0) { $0 + matrix[i * size + $1] * vector[$1] }
      }
      value = image.reduce(0) { $0 + $1 * $1 }.squareRoot()
      vector = image.map { $0 / value }
    }
    let loadings = vector.map { max(-0.95, min(0.95, $0 * (0.8 * value).squareRoot())) }
    return (loadings, loadings.map { log(max(0.05, 1 - $0 * $0)) })
  }

  private func moved(by step: [Double]) -> OneFactorModel {
    var next = self
    for i in 0..<size {
      next.loadings[i] += step[i]
      next.logUniquenesses[i] += max(-3, min(3, step[size + i]))
    }
    return next
  }

  /// log |Σ| + tr(R Σ⁻¹), the part of the likelihood that depends on the parameters.
  private var discrepancy: Double {
    let weights = zip(loadings, uniquenesses).map { $0 / $1 }
    let shrink = 1 + zip(weights, loadings).reduce(0) { $0 + $1.0 * $1.1 }
    var trace = uniquenesses.reduce(0) { $0 + 1 / $1 }
    for i in 0..<size {
      for j in 0..<size {
        trace -= weights[i] * correlations[i * size + j] * weights[j] / shrink
      }
    }
    return logUniquenesses.reduce(0, +) + log(shrink) + trace
  }

  /// The scoring step for the loadings, then for the log unique variances.
  private func step(_ damping: Double) -> [Double]? {
    let unique = uniquenesses
    let weights = zip(loadings, unique).map { $0 / $1 }
    let shrink = 1 + zip(weights, loadings).reduce(0) { $0 + $1.0 * $1.1 }
    let inverse = (0..<size * size).map { place in
      let (i, j) = (place / size, place % size)
      return (i == j ? 1 / unique[i] : 0) - weights[i] * weights[j] / shrink
    }
    let images = weights.map { $0 / shrink }  // Σ⁻¹ times the loadings
    let strength = 1 - 1 / shrink
    let pull = residualPull(inverse)
    var gradient = (0..<size).map { i in
      -2 * (0..<size).reduce(0.0) { $0 + pull[i * size + $1] * loadings[$1] }
    }
    gradient += (0..<size).map { -pull[$0 * size + $0] * unique[$0] }
    let width = 2 * size
    var information = [Double](repeating: 0, count: width * width)
    for i in 0..<size {
      for j in 0..<size {
        let entry = inverse[i * size + j]
        information[i * width + j] = 2 * (strength * entry + images[i] * images[j])
        information[i * width + size + j] = 2 * entry * images[j] * unique[j]
        information[(size + j) * width + i] = 2 * entry * images[j] * unique[j]
        information[(size + i) * width + size + j] = entry * entry * unique[i] * unique[j]
      }
    }
    for i in 0..<width { information[i * width + i] *= 1 + damping }
    return Cholesky(information, size: width)?.solve(gradient.map { -$0 })
  }

  /// Σ⁻¹ (R − Σ) Σ⁻¹, row by row.
  private func residualPull(_ inverse: [Double]) -> [Double] {
    func times(_ left: [Double], _ right: [Double]) -> [Double] {
      (0..<size * size).map { place in
        (0..<size).reduce(0.0) {
          $0 + left[place / size * size + $1] * right[$1 * size + place % size]
        }
      }
    }
    let product = times(times(inverse, correlations), inverse)
    return zip(product, inverse).map { $0 - $1 }
  }
}

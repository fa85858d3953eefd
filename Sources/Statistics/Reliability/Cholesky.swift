/// The Cholesky factor of a symmetric positive definite matrix.
struct Cholesky {
  private let size: Int
  private var factor: [Double]

  /// Factors a matrix given row by row.
  ///
  /// The result is `nil` when a pivot is not above `tolerance` times its diagonal entry.
  init?(_ matrix: [Double], size: Int, tolerance: Double = 1e-12) {
    self.size = size
    factor = matrix
    for j in 0..<size {
      var pivot = matrix[j * size + j]
      for k in 0..<j { pivot -= factor[j * size + k] * factor[j * size + k] }
      guard pivot > tolerance * matrix[j * size + j] else { return nil }
      let root = pivot.squareRoot()
      factor[j * size + j] = root
      for i in (j + 1)..<max(size, j + 1) {
        var entry = matrix[i * size + j]
        for k in 0..<j { entry -= factor[i * size + k] * factor[j * size + k] }
        factor[i * size + j] = entry / root
      }
    }
  }

  /// The solution x of matrix · x = `right`.
  func solve(_ right: [Double]) -> [Double] {
    var x = right
    for i in 0..<size {
      for k in 0..<i { x[i] -= factor[i * size + k] * x[k] }
      x[i] /= factor[i * size + i]
    }
    for i in (0..<size).reversed() {
      for k in (i + 1)..<max(size, i + 1) { x[i] -= factor[k * size + i] * x[k] }
      x[i] /= factor[i * size + i]
    }
    return x
  }
}

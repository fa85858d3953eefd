import Testing

@testable import Statistics

struct OmegaTests {
  @Test func `omega agrees with a general minimiser`() throws {
    for recorded in try Reference.reliabilities() {
      guard let expected = recorded.omega else { continue }
      let rows = recorded.rows.map { $0.compactMap { $0 } }
      let items = expected.loadings.count
      let moments = ItemMoments(items: items, rows: rows.filter { $0.count == items })
      let omega = try moments.omega().get()
      #expect(isClose(omega.raw, expected.raw))
      #expect(isClose(omega.standardised, expected.standardised))
      for (loading, size) in zip(omega.loadings, expected.loadings) {
        #expect(isClose(abs(loading), size, within: 1e-8))
      }
    }
  }

  @Test func `one factor of six ability tests is the one that R prints`() throws {
    // Smith and Stanley (1983), the data set ability.cov of R; factanal(covmat = ability.cov,
    // factors = 1) prints these with three decimals.
    let lower = [
      [24.641], [5.991, 6.700], [33.520, 18.137, 149.831], [6.023, 1.782, 19.424, 12.711],
      [20.755, 4.936, 31.430, 4.757, 52.604], [29.701, 7.204, 50.753, 9.075, 66.762, 135.292],
    ]
    let covariances = (0..<36).map { lower[max($0 / 6, $0 % 6)][min($0 / 6, $0 % 6)] }
    let omega = try Omega(covariances: covariances, items: 6)
    let loadings = [0.682, 0.384, 0.502, 0.300, 0.877, 0.849]
    let uniquenesses = [0.535, 0.853, 0.748, 0.910, 0.232, 0.280]
    for item in 0..<6 {
      #expect(abs(omega.loadings[item] - loadings[item]) <= 0.0005)
      #expect(abs(omega.uniquenesses[item] - uniquenesses[item]) <= 0.0005)
    }
  }

  @Test(arguments: [
    [0.8, 0.7, 0.6], [0.9, 0.5, 0.4, 0.3], [0.6, -0.5, 0.7, 0.8, 0.2],
    [0.98, 0.95, 0.97, 0.96], [0.2, 0.25, 0.3, 0.2, 0.15, 0.3],
  ])
  func `a matrix with exactly one factor gives back its loadings`(_ loadings: [Double]) throws {
    let k = loadings.count
    let spread = (0..<k).map { 1 + Double($0) / 2 }
    let covariances = (0..<k * k).map { place in
      let (i, j) = (place / k, place % k)
      return (i == j ? 1 : loadings[i] * loadings[j]) * spread[i] * spread[j]
    }
    let omega = try Omega(covariances: covariances, items: k)
    for (found, loading) in zip(omega.loadings, loadings) {
      #expect(isClose(found, loading, within: 1e-8))
    }
    let common = zip(loadings, spread).reduce(0) { $0 + $1.0 * $1.1 }
    let unique = zip(loadings, spread).reduce(0) { $0 + (1 - $1.0 * $1.0) * $1.1 * $1.1 }
    #expect(isClose(omega.raw, common * common / (common * common + unique)))
  }

  private func reason(_ rows: [[Int]], items: Int) -> Omega.Undefined? {
    switch ItemMoments(items: items, rows: rows).omega() {
    case .success: nil
    case .failure(let reason): reason
    }
  }

  @Test func `omega that does not exist says why`() {
    let rows = [[1, 2, 1], [2, 3, 5], [4, 3, 2], [5, 5, 4], [3, 1, 2]]
    #expect(reason(rows.map { Array($0.prefix(2)) }, items: 2) == .tooFewItems)
    #expect(reason([[1, 2, 3]], items: 3) == .tooFewRows)
    #expect(reason(rows.map { [$0[0], $0[1], 3] }, items: 3) == .constantItem)
    #expect(reason(rows.map { [$0[0], $0[1], $0[0] + $0[1]] }, items: 3) == .singular)
    #expect(reason(Array(rows.prefix(3)), items: 3) == .singular)
  }

  /// The single loading that fits three correlations is √(r12 r13 / r23) for the first item.
  @Test(arguments: [
    ([1, 0.85, 0.85, 0.85, 1, 0.5, 0.85, 0.5, 1], Omega.Undefined.heywood),
    ([1, 0.9, 0.9, 0.9, 1, 0.5, 0.9, 0.5, 1], .singular),
  ])
  func `an item that would need a loading above 1 has no omega`(
    _ correlations: [Double], _ reason: Omega.Undefined
  ) {
    #expect(throws: reason) { try Omega(covariances: correlations, items: 3) }
  }

  @Test func `items that have nothing in common do not determine a factor`() {
    #expect(throws: Omega.Undefined.notConverged) {
      try Omega(covariances: [1, 0, 0, 0, 1, 0, 0, 0, 1], items: 3)
    }
  }
}

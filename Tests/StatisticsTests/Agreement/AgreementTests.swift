import Statistics
import Testing

struct AgreementTests {
  /// Four observers and twelve units, units as rows.
  private let observers: [[Int?]] = [
    [1, 1, nil, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4],
    [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2], [nil, 5, 5, 5], [nil, nil, 1, 1], [nil, 3, nil, nil],
  ]

  private func kappa(_ rows: [[Int?]], _ weights: CohensKappa.Weights = .quadratic) -> Double? {
    CohensKappa(rows.map { $0[0] }, rows.map { $0[1] }, weights: weights)?.kappa
  }

  @Test func `alpha agrees with pairs counted one by one in R`() throws {
    let holes = try RecordedData.read().holes
    let recorded = try RecordedFigures.read().agreement
    #expect(isClose(KrippendorffAlpha(holes, scale: .nominal)?.alpha, recorded.nominal))
    #expect(isClose(KrippendorffAlpha(holes, scale: .ordinal)?.alpha, recorded.ordinal))
    #expect(isClose(PercentAgreement.share(holes), recorded.percent))
  }

  @Test func `Krippendorff's own example has his figures`() throws {
    // K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): 0.743 and 0.815.
    let nominal = try #require(KrippendorffAlpha(observers, scale: .nominal))
    let ordinal = try #require(KrippendorffAlpha(observers, scale: .ordinal))
    #expect(abs(nominal.alpha - 0.743) < 5e-4 && abs(ordinal.alpha - 0.815) < 5e-4)
    #expect(nominal.units == 11 && nominal.ratings == 40)
  }

  @Test func `alpha does not depend on who rated or on the order of the units`() throws {
    let shuffled = observers.reversed().map { Array($0.reversed()) }
    for scale in [KrippendorffAlpha.Scale.nominal, .ordinal] {
      #expect(
        KrippendorffAlpha(observers, scale: scale) == KrippendorffAlpha(shuffled, scale: scale))
    }
    let renamed = observers.map { $0.map { $0.map { [0, 50, 3, 40, 2, 1][$0] } } }
    #expect(
      isClose(
        KrippendorffAlpha(observers, scale: .nominal)?.alpha,
        KrippendorffAlpha(renamed, scale: .nominal)?.alpha, within: 1e-12))
  }

  @Test func `full agreement is 1, and without variation or pairs nothing is defined`() {
    let equal: [[Int?]] = [[1, 1], [2, 2], [3, 3]]
    #expect(KrippendorffAlpha(equal, scale: .ordinal)?.alpha == 1)
    #expect(PercentAgreement.share(equal) == 1 && kappa(equal) == 1)
    let same: [[Int?]] = [[1, 1], [1, 1]]
    #expect(KrippendorffAlpha(same, scale: .nominal) == nil && kappa(same) == nil)
    let lone: [[Int?]] = [[1, nil], [nil, 2]]
    #expect(KrippendorffAlpha(lone, scale: .nominal) == nil && kappa(lone) == nil)
    #expect(PercentAgreement.share(lone) == nil && PercentAgreement.share([]) == nil)
  }

  @Test func `kappa agrees with psych`() throws {
    let rows = try RecordedData.read().holes
    let recorded = try RecordedFigures.read().agreement.kappa
    #expect(isClose(kappa(rows, .none), recorded[0]) && isClose(kappa(rows), recorded[1]))
    #expect(kappa(rows) == kappa(rows.map { [$0[1], $0[0]] }))
    #expect(kappa(rows) == kappa(rows.reversed()))
  }

  @Test func `weighted kappa is Lin's concordance with divisor n`() throws {
    // J. L. Fleiss and J. Cohen, Educational and Psychological Measurement 33 (1973) 613-619.
    let rows = try RecordedData.read().holes
    let pairs = Pairs(
      rows.map { $0[0].map { Double($0) } }, rows.map { $0[1].map { Double($0) } })
    let (a, b) = (Frequencies(pairs.first), Frequencies(pairs.second))
    let shrink = Double(pairs.n - 1) / Double(pairs.n)
    let gap = (a.mean ?? 0) - (b.mean ?? 0)
    let concordance =
      2 * (pairs.covariance ?? 0) * shrink
      / (((a.variance ?? 0) + (b.variance ?? 0)) * shrink + gap * gap)
    #expect(isClose(kappa(rows), concordance))
  }

  @Test func `the six correlations agree with psych, and with Shrout and Fleiss as printed`() throws
  {
    let data = try RecordedData.read()
    let recorded = try RecordedFigures.read().agreement
    for (rows, expected) in [(data.fleiss, recorded.fleiss), (data.raters, recorded.raters)] {
      let raters = try #require(RaterCorrelations(rows))
      for (form, figure) in zip(RaterCorrelations.Form.allCases, expected) {
        #expect(isClose(raters.correlation(form), figure))
      }
      #expect(raters == RaterCorrelations(rows.reversed()))
    }
    let raters = try #require(RaterCorrelations(data.fleiss))
    for (form, printed) in zip(
      RaterCorrelations.Form.allCases, [0.17, 0.29, 0.71, 0.44, 0.62, 0.91])
    {
      #expect(try abs(#require(raters.correlation(form)) - printed) <= 5e-3)
    }
  }

  @Test func `the mean of consistent raters has the alpha of items`() throws {
    let data = try RecordedData.read()
    let rows = data.raters.map { $0.map { Int($0) } }
    let alpha = ItemMoments(items: 4, rows: rows).alpha
    #expect(isClose(RaterCorrelations(data.raters)?.correlation(.meanOfTheseRaters), alpha))
  }

  @Test func `one unit, one rater or no variation have no correlation`() throws {
    #expect(RaterCorrelations([]) == nil && RaterCorrelations([[1, 2]]) == nil)
    #expect(RaterCorrelations([[1], [2]]) == nil && RaterCorrelations([[1, 2], [1]]) == nil)
    #expect(RaterCorrelations([[3, 3], [3, 3]]) == nil)
    let disagree = try #require(RaterCorrelations([[1, 2], [2, 1]]))
    #expect(disagree.correlation(.meanOfOtherRaters) == nil)
    #expect(disagree.correlation(.otherRaters) == -1)
  }
}

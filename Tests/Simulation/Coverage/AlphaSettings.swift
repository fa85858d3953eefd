import Statistics

/// Cronbach's alpha of items that go together.
enum AlphaSettings {
  static let all: [CoverageSetting] =
    [LatentItems.symmetric, .skewed, .unequal].flatMap { items in
      [(4, 15), (4, 60), (4, 400), (10, 60)].map { count, n in
        alpha(items, count, n) { $0.alphaInterval() }
      }
    }

  static let controls: [CoverageSetting] = [
    alpha(.symmetric, 4, 60, fault: "each answer taken for a person") {
      let rows = $0.n * $0.items - 1
      return feldt($0, rows, rows * ($0.items - 1))
    },
    alpha(.symmetric, 4, 60, fault: "items - 1 alone for the second degrees of freedom") {
      feldt($0, $0.n - 1, $0.items - 1)
    },
  ]

  private static func feldt(_ moments: ItemMoments, _ first: Int, _ second: Int) -> Interval? {
    guard let alpha = moments.alpha else { return nil }
    let f = FDistribution(numerator: Double(first), denominator: Double(second))
    return Interval(
      low: 1 - (1 - alpha) * f.upperQuantile(0.025), high: 1 - (1 - alpha) * f.quantile(0.025),
      method: "wrong on purpose")
  }

  private static func alpha(
    _ items: LatentItems, _ count: Int, _ n: Int, fault: String? = nil,
    _ formula: @escaping @Sendable (ItemMoments) -> Interval?
  ) -> CoverageSetting {
    CoverageSetting(
      .alpha, "\(count) \(items.words), \(n)", fault: fault, truth: items.alpha(count)
    ) { lot in
      var moments = ItemMoments(items: count)
      for _ in 0..<n { moments.add(items.row(count, &lot)) }
      return formula(moments)
    }
  }
}

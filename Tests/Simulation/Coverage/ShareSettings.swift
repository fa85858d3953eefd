import Statistics

/// Shares of one group, and differences of two.
enum ShareSettings {
  static let all: [ShareSetting] =
    MeanSettings.sizes.map { n in
      .binomial(.share, n) { Interval.wilson(favourable: $0, n: n) }
    }
    + MeanSettings.sizes.map { n in
      .binomial(.binomialShare, n) { Interval.clopperPearson(favourable: $0, n: n) }
    }
    + MeanSettings.samples.map { n, size in
      .finite(.exactShare, n, of: size) {
        Interval.exactHypergeometric(favourable: $0, n: n, population: size)
      }
    }
    + MeanSettings.samples.map { n, size in
      .finite(.finiteShare, n, of: size) {
        Interval.wilson(favourable: $0, n: n, population: size)
      }
    }
    + [5, 20, 80].map { limit in
      .poisson(.rate, upTo: limit) { EventRate(events: $0, exposure: 1).interval() }
    }
    + [(10, 10), (10, 40), (30, 60)].map { people1, people2 in
      .rateRatio(people1, people2) { ratio($0, people1, $1, people2) }
    }
    + [(8, 22), (15, 15), (30, 60), (60, 200)].map { n1, n2 in
      .difference(n1, n2) { ShareDifference(($0, n1), ($1, n2))?.interval }
    }

  static let controls: [ShareSetting] = [
    .binomial(.share, 22, fault: "p ± z s (no width at 0 and 100 %)") { wald($0, 22) },
    .finite(.exactShare, 15, of: 30, fault: "5 % in each tail") {
      Interval.exactHypergeometric(favourable: $0, n: 15, population: 30, level: 0.9)
    },
    .finite(.exactShare, 15, of: 30, fault: "population forgotten") {
      Interval.wilson(favourable: $0, n: 15)
    },
    .finite(.finiteShare, 22, of: 30, fault: "n N/(N - n) squared") { x in
      Interval.wilson(favourable: x, n: 22, population: 26)
    },
    .binomial(.binomialShare, 22, fault: "x and n - x in both beta distributions") { x in
      let (p, n) = (Double(x) + 1e-9, 22 + 2e-9)
      return Interval(
        low: BetaDistribution(p, n - p).quantile(0.025),
        high: BetaDistribution(p, n - p).upperQuantile(0.025), method: "wrong on purpose")
    },
    .poisson(.rate, upTo: 20, fault: "x ± 1.96 √x") { x in
      CoverageSetting.wrong(Double(x), 1.96 * Double(x).squareRoot())
    },
    .rateRatio(10, 40, fault: "people changed places") { ratio($0, 40, $1, 10) },
    .difference(30, 60, fault: "widths added, not their squares") { x, y in
      guard let one = Interval.wilson(favourable: x, n: 30),
        let two = Interval.wilson(favourable: y, n: 60)
      else { return nil }
      return Interval(
        low: one.low - two.high, high: one.high - two.low, method: "wrong on purpose")
    },
  ]

  private static func ratio(_ x: Int, _ people1: Int, _ y: Int, _ people2: Int) -> Interval? {
    EventRate(events: x, exposure: Double(people1))
      .ratio(to: EventRate(events: y, exposure: Double(people2)))?.1
  }

  private static func wald(_ x: Int, _ n: Int) -> Interval {
    let share = Double(x) / Double(n)
    return CoverageSetting.wrong(share, 1.96 * (share * (1 - share) / Double(n)).squareRoot())
  }
}

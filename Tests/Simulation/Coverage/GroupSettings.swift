import Statistics

/// Two groups that stand for others: Welch, Cliff's delta, Brunner and Munzel.
enum GroupSettings {
  /// Two groups and their sizes.
  private struct Pair {
    let first, second: AnswerDistribution
    let n1, n2: Int

    init(_ first: AnswerDistribution, _ n1: Int, _ second: AnswerDistribution, _ n2: Int) {
      (self.first, self.n1) = (first, n1)
      (self.second, self.n2) = (second, n2)
    }

    var words: String {
      let same = first.words == second.words
      return "\(first.words) \(n1), \(same ? "the same" : second.words) \(n2)"
    }

    func draw(_ lot: inout Lot) -> (Frequencies, Frequencies) {
      let one = Frequencies(first.counts(n1, &lot), of: first.values)
      return (one, Frequencies(second.counts(n2, &lot), of: second.values))
    }
  }

  private static let pairs = [
    Pair(.even, 8, .even, 22), Pair(.ceiling, 8, .ceiling, 22), Pair(.ceiling, 8, .even, 22),
    Pair(.camps, 15, .ceiling, 60), Pair(.score, 15, .score, 60), Pair(.even, 60, .ceiling, 60),
    Pair(.score, 60, .even, 200),
  ]

  static let all: [CoverageSetting] =
    pairs.map { pair in welch(pair) { WelchTest($0, $1)?.interval } }
    + [
      CoverageSetting(
        .welch, "\(pairs[0].words), 90 % interval of the equivalence test", level: 0.9,
        truth: 0
      ) { lot in
        let (first, second) = pairs[0].draw(&lot)
        return EquivalenceTest(first, second, margin: 1)?.interval
      }
    ]
    + pairs.map { pair in cliff(pair) { CliffsDelta($0, $1)?.interval } }
    + pairs.map { pair in
      let (above, below) = pair.first.dominance(over: pair.second)
      return CoverageSetting(.brunnerMunzel, pair.words, truth: below + (1 - above - below) / 2) {
        lot in
        let (first, second) = pair.draw(&lot)
        return BrunnerMunzel(first, second)?.interval
      }
    }

  static let controls: [CoverageSetting] = [
    welch(Pair(.camps, 15, .ceiling, 60), fault: "one pooled variance", pooled),
    cliff(Pair(.score, 60, .even, 200), fault: "pairs taken as independent") { first, second in
      CliffsDelta(first, second).map { result in
        let d = result.delta
        let variance = (1 - d * d) / Double(first.n * second.n)
        return CoverageSetting.wrong(d, 1.96 * variance.squareRoot())
      }
    },
  ]

  private static func welch(
    _ pair: Pair, fault: String? = nil,
    _ formula: @escaping @Sendable (Frequencies, Frequencies) -> Interval?
  ) -> CoverageSetting {
    let truth = pair.first.mean - pair.second.mean
    return CoverageSetting(.welch, pair.words, fault: fault, truth: truth) { lot in
      let (first, second) = pair.draw(&lot)
      return formula(first, second)
    }
  }

  private static func cliff(
    _ pair: Pair, fault: String? = nil,
    _ formula: @escaping @Sendable (Frequencies, Frequencies) -> Interval?
  ) -> CoverageSetting {
    let (above, below) = pair.first.dominance(over: pair.second)
    return CoverageSetting(.cliff, pair.words, fault: fault, truth: above - below) { lot in
      let (first, second) = pair.draw(&lot)
      return formula(first, second)
    }
  }

  @Sendable private static func pooled(_ first: Frequencies, _ second: Frequencies) -> Interval? {
    guard let mean1 = first.mean, let mean2 = second.mean, let variance1 = first.variance,
      let variance2 = second.variance
    else { return nil }
    let (n1, n2) = (Double(first.n), Double(second.n))
    let common = ((n1 - 1) * variance1 + (n2 - 1) * variance2) / (n1 + n2 - 2)
    let t = StudentT(degreesOfFreedom: n1 + n2 - 2).upperQuantile(0.025)
    return CoverageSetting.wrong(mean1 - mean2, t * (common / n1 + common / n2).squareRoot())
  }
}

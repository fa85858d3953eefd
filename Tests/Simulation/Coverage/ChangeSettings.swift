import Statistics

/// The same people twice, and two waves of which some people answered both.
enum ChangeSettings {
  /// How a second answer comes about: the first again with some chance, else a new one.
  struct Drift: Sendable {
    let words: String
    let before, after: AnswerDistribution
    let stays: Double

    static let upward = Drift(
      words: "near-symmetric item, some go up", before: .even,
      after: .even.mixed(0.5, with: .ceiling),
      stays: 0.5)
    static let ceiling = Drift(
      words: "65 % at the top, no change", before: .ceiling, after: .ceiling, stays: 0.6)

    var change: Double { (1 - stays) * (after.mean - before.mean) }

    func draw(_ lot: inout Lot) -> (Double, Double) {
      let first = before.draw(&lot)
      let second = lot.happens(stays) ? first : after.draw(&lot)
      return (before.values[first], after.values[second])
    }
  }

  /// Who answered: in both waves, in the first alone, in the second alone.
  private struct Turnout {
    let both, firstOnly, secondOnly: Int
    var words: String { "\(both + firstOnly) and \(both + secondOnly), \(both) in both" }
    var all: Int { both + firstOnly + secondOnly }

    init(_ both: Int, _ firstOnly: Int, _ secondOnly: Int) {
      (self.both, self.firstOnly, self.secondOnly) = (both, firstOnly, secondOnly)
    }
  }

  static let all: [CoverageSetting] =
    [Drift.upward, .ceiling].flatMap { drift in
      [8, 15, 60].map { n in paired(drift, n) { PairedTest($0)?.interval } }
    }
    + [Drift.upward, .ceiling].flatMap { drift in
      [Turnout(15, 0, 0), Turnout(8, 7, 7), Turnout(0, 15, 15), Turnout(30, 30, 30)].map {
        waves(drift, $0, linked: true)
      }
    }
    + [Drift.upward, .ceiling].flatMap { drift in
      [
        (Turnout(22, 0, 0), 30), (Turnout(15, 7, 5), 30), (Turnout(5, 55, 55), 200),
        (Turnout(30, 30, 30), 200),
      ].map { waves(drift, $0.0, of: $0.1, linked: true) }
    } + [waves(.upward, Turnout(0, 60, 60), of: 200, linked: true)]

  static let controls: [CoverageSetting] = [
    paired(.upward, 60, fault: "pairs taken apart") { pairs in
      WelchTest(Frequencies(pairs.second), Frequencies(pairs.first))?.interval
    },
    waves(.upward, Turnout(30, 30, 30), linked: false),
    waves(.upward, Turnout(22, 0, 0), of: 30, linked: false),
  ]

  private static func paired(
    _ drift: Drift, _ n: Int, fault: String? = nil,
    _ formula: @escaping @Sendable (Pairs) -> Interval?
  ) -> CoverageSetting {
    CoverageSetting(.paired, "\(drift.words), \(n)", fault: fault, truth: drift.change) { lot in
      let rows = (0..<n).map { _ in drift.draw(&lot) }
      return formula(Pairs(rows.map(\.0), rows.map(\.1)))
    }
  }

  /// Two waves of people without number, or of a roll of `size` that is drawn once.
  private static func waves(
    _ drift: Drift, _ turnout: Turnout, of size: Int? = nil, linked: Bool
  ) -> CoverageSetting {
    var start = Lot(seed: 7)
    let roll = (0..<(size ?? 0)).map { _ in drift.draw(&start) }
    let truth =
      roll.isEmpty
      ? drift.change : roll.reduce(0) { $0 + $1.1 - $1.0 } / Double(roll.count)
    let place = size.map { ", roll of \($0)" } ?? ""
    return CoverageSetting(
      size == nil ? .waves : .finiteWaves, "\(drift.words), \(turnout.words)\(place)",
      fault: linked ? nil : "as if nobody answered twice", truth: truth
    ) { lot in
      var people = Array(0..<roll.count)
      if !roll.isEmpty { lot.bringForward(turnout.all, of: &people) }
      let rows = (0..<turnout.all).map { roll.isEmpty ? drift.draw(&lot) : roll[people[$0]] }
      let both = rows[..<turnout.both]
      let first = rows[..<(turnout.both + turnout.firstOnly)]
      let second = both + rows[(turnout.both + turnout.firstOnly)...]
      let waves = [Frequencies(first.map(\.0)), Frequencies(second.map(\.1))]
      guard linked else { return apart(waves, size) }
      return OverlappingWaves(
        .init(waves[0]), .init(waves[1]), linked: Pairs(both.map(\.0), both.map(\.1)),
        population: size)?.interval
    }
  }

  private static func apart(_ waves: [Frequencies], _ size: Int?) -> Interval? {
    let errors = waves.compactMap {
      Interval.standardErrorOfMean(n: $0.n, sd: $0.sd, population: size)
    }
    let means = waves.compactMap(\.mean)
    guard errors.count == 2, means.count == 2 else { return nil }
    let df = Double(min(waves[0].n, waves[1].n) - 1)
    let half = StudentT(degreesOfFreedom: df).upperQuantile(0.025)
    let error = (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot()
    return CoverageSetting.wrong(means[1] - means[0], half * error)
  }
}

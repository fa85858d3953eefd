import Statistics

/// Means of one group: from people without number, and from a school of known size.
enum MeanSettings {
  static let sizes = [8, 15, 22, 60, 400]
  static let samples = [(8, 30), (15, 30), (22, 30), (60, 200), (400, 1000)]

  static let all: [CoverageSetting] =
    AnswerDistribution.all.flatMap { answers in
      sizes.map { n in unlimited(answers, n) { Interval.ofMean($0) } }
    }
    + AnswerDistribution.all.flatMap { answers in
      samples.map { n, size in
        finite(answers, n, of: size) { Interval.ofMean($0, population: size) }
      }
    }
    + [
      finite(.even, 22, of: 30, method: .mean, words: ", the 30 not counted in") {
        Interval.ofMean($0)
      }
    ]

  static let controls: [CoverageSetting] = [
    unlimited(.even, 8, fault: "z in place of t") { wrong($0, quantile: 1.959964, factor: 1) },
    unlimited(.even, 8, fault: "s with divisor n") {
      wrong($0, quantile: 2.364624, factor: (7.0 / 8).squareRoot())
    },
    finite(.even, 22, of: 30, fault: "population forgotten") { Interval.ofMean($0) },
    finite(.even, 22, of: 30, fault: "n/N in place of 1 - n/N") {
      wrong($0, quantile: 2.079614, factor: (22.0 / 30).squareRoot())
    },
    finite(.even, 22, of: 30, fault: "1 - n/N without the root") {
      wrong($0, quantile: 2.079614, factor: 8.0 / 30)
    },
  ]

  private static func unlimited(
    _ answers: AnswerDistribution, _ n: Int, fault: String? = nil,
    _ formula: @escaping @Sendable (Frequencies) -> Interval?
  ) -> CoverageSetting {
    CoverageSetting(.mean, "\(answers.words), \(n)", fault: fault, truth: answers.mean) { lot in
      formula(Frequencies(answers.counts(n, &lot), of: answers.values))
    }
  }

  private static func finite(
    _ answers: AnswerDistribution, _ n: Int, of size: Int, method: IntervalMethod = .finiteMean,
    words: String = "", fault: String? = nil,
    _ formula: @escaping @Sendable (Frequencies) -> Interval?
  ) -> CoverageSetting {
    let people = answers.people(size)
    let truth = people.reduce(0) { $0 + answers.values[$1] } / Double(size)
    return CoverageSetting(
      method, "\(answers.words), \(n) of \(size)\(words)", fault: fault, truth: truth
    ) { lot in
      var order = people
      lot.bringForward(n, of: &order)
      return formula(Frequencies(places: order[..<n], of: answers.values))
    }
  }

  private static func wrong(
    _ answers: Frequencies, quantile: Double, factor: Double
  ) -> Interval? {
    guard let mean = answers.mean, let sd = answers.sd else { return nil }
    return CoverageSetting.wrong(mean, quantile * sd / Double(answers.n).squareRoot() * factor)
  }
}

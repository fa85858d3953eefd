import Statistics

/// Classes of a school: how often the mean of one lies within the limits of the funnel.
enum FunnelSettings {
  private static let sizes = [18, 22, 25, 25, 26, 27, 28, 28, 29, 30, 30, 30]

  static let all: [CoverageSetting] = [
    funnel("no class differs", apart: 0, .none),
    funnel("no class differs", apart: 0, .multiplicative),
    funnel("no class differs", apart: 0, .additive),
    funnel("classes differ", apart: 0.6, .none),
    funnel("classes differ", apart: 0.6, .multiplicative),
    funnel("classes differ", apart: 0.6, .additive),
  ]

  /// Each draw looks at one class, so that draws are independent.
  private static func funnel(
    _ words: String, apart: Double, _ widening: Funnel.Widening
  ) -> CoverageSetting {
    CoverageSetting(.funnel, "12 classes, \(words), widening \(widening.rawValue)") { lot in
      let answers = sizes.map { n in
        let lean = apart * lot.share()
        return Frequencies(
          AnswerDistribution.even.mixed(lean, with: .ceiling).counts(n, &lot),
          of: AnswerDistribution.even.values)
      }
      let looked = lot.below(sizes.count)
      let limits = Funnel(answers.map { Cluster($0) })?.limits(widening)[looked]
      return (limits, answers[looked].mean ?? 0)
    }
  }
}

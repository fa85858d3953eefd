import Statistics

/// A roll in parts, of which some answer more often than others.
enum StratifiedSettings {
  /// A school in parts whose answers differ.
  private struct School {
    let words: String
    /// The places of everybody's answers among the values, part by part.
    let parts: [[Int]]

    /// Five year groups of 60, less and less content.
    static let years = School(
      words: "300 pupils, 5 years",
      parts: (0..<5).map {
        AnswerDistribution.ceiling.mixed(Double($0) / 4, with: .even).people(60)
      })
    /// The same in a large school.
    static let large = School(
      words: "1200 pupils, 5 years",
      parts: (0..<5).map {
        AnswerDistribution.ceiling.mixed(Double($0) / 4, with: .even).people(240)
      })
    /// Teachers, assistants and office.
    static let staff = School(
      words: "40 staff, 3 roles",
      parts: [
        AnswerDistribution.even.people(20), AnswerDistribution.ceiling.people(14),
        AnswerDistribution.even.people(6),
      ])

    var values: [Double] { AnswerDistribution.even.values }

    var everybody: [Int] { parts.flatMap { $0 } }

    var truth: Double {
      everybody.reduce(0) { $0 + values[$1] } / Double(everybody.count)
    }
  }

  /// How likely a person is to answer, given the part and the answer, as a place among the values.
  private enum Response {
    case alike, byPart, byAnswer

    var words: String {
      switch self {
      case .alike: "all parts answer alike (55 %)"
      case .byPart: "parts differ (75 to 33 %)"
      case .byAnswer: "parts differ, and codes 1 to 3 answer a quarter less"
      }
    }

    func chance(part: Int, of parts: Int, answer: Int) -> Double {
      guard self != .alike else { return 0.55 }
      let own = 0.75 - 0.42 * Double(part) / Double(parts - 1)
      return self == .byAnswer && answer <= 2 ? own * 0.75 : own
    }
  }

  static let all: [CoverageSetting] =
    [School.years, .staff].flatMap { school in
      [Response.alike, .byPart, .byAnswer].flatMap { settings(school, $0) }
    } + settings(.large, .byAnswer)

  private static func settings(_ school: School, _ response: Response) -> [CoverageSetting] {
    [
      setting(.postStratified, school, response) { stratified($0, school) },
      setting(.finiteMean, school, response) {
        Interval.ofMean(together($0), population: school.everybody.count)
      },
      setting(.mean, school, response) { Interval.ofMean(together($0)) },
      favourable(school, response),
    ]
  }

  static let controls: [CoverageSetting] = [
    setting(.postStratified, .years, .byPart, fault: "parts counted by their answers") { answers in
      let n = answers.reduce(0) { $0 + $1.n }
      return PostStratifiedMean(
        zip(answers, School.years.parts).map { part, people in
          let size = Double(part.n) / Double(n) * Double(people.count * 5)
          return Stratum(population: max(part.n, Int(size.rounded())), answers: part)
        })?.interval
    },
    setting(.postStratified, .years, .alike, fault: "population forgotten") { answers in
      PostStratifiedMean(answers.map { Stratum(population: 1_000_000, answers: $0) })?.interval
    },
  ]

  private static func stratified(_ answers: [Frequencies], _ school: School) -> Interval? {
    PostStratifiedMean(
      zip(answers, school.parts).map { Stratum(population: $1.count, answers: $0) })?.interval
  }

  private static func together(_ answers: [Frequencies]) -> Frequencies {
    answers.dropFirst().reduce(answers[0]) { $0.merging($1) }
  }

  private static func setting(
    _ method: IntervalMethod, _ school: School, _ response: Response, fault: String? = nil,
    _ formula: @escaping @Sendable ([Frequencies]) -> Interval?
  ) -> CoverageSetting {
    CoverageSetting(
      method, "\(school.words): \(response.words)", fault: fault, truth: school.truth
    ) { lot in
      formula(answers(school, response, &lot))
    }
  }

  /// The share of the two highest codes, as a report has it.
  private static func favourable(_ school: School, _ response: Response) -> CoverageSetting {
    let people = school.everybody
    let truth = Double(people.count { $0 >= 3 }) / Double(people.count)
    return CoverageSetting(
      .exactShare, "\(school.words): \(response.words)", truth: truth
    ) { lot in
      let answers = together(answers(school, response, &lot))
      return Interval.exactHypergeometric(
        favourable: answers.count(atLeast: 4), n: answers.n, population: people.count)
    }
  }

  private static func answers(
    _ school: School, _ response: Response, _ lot: inout Lot
  ) -> [Frequencies] {
    school.parts.enumerated().map { part, people in
      let spoke = people.filter { answer in
        lot.happens(response.chance(part: part, of: school.parts.count, answer: answer))
      }
      return Frequencies(places: spoke, of: school.values)
    }
  }
}

import Instruments
import Testing

@testable import Analysis

/// The tally of what stands behind a component.
struct EvidenceStrengthTests {
  typealias Source = EvidenceStrength.Source

  private static func source(
    _ family: EvidenceStrength.Family, _ audience: Instrument.Audience, _ n: Int, _ of: Int?
  ) -> Source {
    Source(instrument: "i", family: family, audience: audience, n: n, population: of)
  }

  @Test(
    arguments: [
      ([], false, 0),
      ([source(.survey, .staff, 34, nil)], false, 0),
      ([source(.survey, .staff, 34, 42)], false, 1),
      ([source(.survey, .staff, 34, 42), source(.survey, .pupils, 200, 240)], false, 2),
      ([source(.survey, .pupils, 200, 240), source(.lists, .pupils, 200, 240)], false, 2),
      ([source(.survey, .pupils, 200, 240), source(.lists, .pupils, 100, 240)], false, 1),
      ([source(.survey, .staff, 34, 42), source(.lists, .pupils, 200, 240)], false, 3),
      (
        [
          source(.survey, .staff, 34, 42), source(.lists, .pupils, 200, 240),
          source(.seen, .observers, 6, 6),
        ], false, 4
      ),
      (
        [
          source(.survey, .staff, 34, 42), source(.lists, .pupils, 200, 240),
          source(.seen, .observers, 6, 6),
        ], true, 3
      ),
      ([source(.survey, .staff, 34, nil)], true, 0),
    ] as [([Source], Bool, Int)])
  func `a point for two families, three families, two audiences and an adequate response`(
    sources: [Source], isContradicted: Bool, grade: Int
  ) {
    let strength = EvidenceStrength(sources: sources, isContradicted: isContradicted)
    #expect(strength.grade == grade)
    let least = sources.isEmpty ? "none" : "thin"
    #expect(strength.word == [least, "thin", "fair", "good", "strong"][grade])
  }

  @Test(arguments: [
    (Instrument.Audience.staff, 21, 42, true), (.staff, 20, 42, false), (.pupils, 144, 240, true),
    (.pupils, 143, 240, false), (.parents, 48, 190, true), (.parents, 47, 190, false),
    (.leaders, 3, 6, true),
  ])
  func `half of staff, 60 % of pupils and a quarter of parents are adequate`(
    audience: Instrument.Audience, n: Int, population: Int, isAdequate: Bool
  ) {
    #expect(Self.source(.survey, audience, n, population).isAdequate == isAdequate)
  }

  @Test(arguments: [nil, 0])
  func `without a number of people nobody can tell`(population: Int?) {
    #expect(Self.source(.survey, .staff, 5, population).isAdequate == nil)
  }
}

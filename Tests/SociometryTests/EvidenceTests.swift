import Foundation
import Sociometry
import Testing

struct EvidenceTests {
  /// A class of `count` in which 0 is named by nobody and the first `answering` others answer.
  static func evidence(count: Int, answering: Int) -> Evidence {
    let edges = (1...max(1, answering)).map { (Int32($0), Int32($0 % (count - 1) + 1)) }
    let round = StandingsTests.round(
      count, answering == 0 ? [] : edges, absent: Set(answering + 1..<count))
    return Evidence(round: round, standings: Standings(of: round))
  }

  /// The figures of the Add Health check in the method page: shape 3.1, 2.24 names per pupil.
  @Test(
    arguments: zip(
      [0.9, 0.8, 0.7, 0.6, 0.5], [0.876, 0.762, 0.659, 0.566, 0.482]))
  func `the formula gives the figures of the Add Health check`(coverage: Double, expected: Double) {
    let found = Evidence.trueZero(coverage: coverage, meanNames: 2.24, shape: 3.1)
    #expect(isNear(found, expected, 1e-3))
  }

  /// Bayes: P(nobody at all) / P(nobody seen), both from the negative binomial zero term.
  @Test(arguments: [0.0, 0.3, 0.6, 1.0], [1.0, 3.0, 20.0])
  func `the chance is the ratio of two zero terms`(coverage: Double, shape: Double) {
    for mean in [0, 0.5, 2.7] {
      func zero(_ mean: Double) -> Double { pow(shape / (shape + mean), shape) }
      let found = Evidence.trueZero(coverage: coverage, meanNames: mean, shape: shape)
      #expect(isNear(found, zero(mean) / zero(coverage * mean)))
    }
  }

  @Test func `equal popularity tends to the exponential`() {
    let found = Evidence.trueZero(coverage: 0.7, meanNames: 3, shape: 1e7)
    #expect(isNear(found, exp(-0.3 * 3), 1e-6))
  }

  /// N = 29: a of them answered, t would have named the pupil.
  @Test(
    arguments: [
      (1, 26, 0.103), (2, 26, 0.007), (1, 23, 0.207), (2, 23, 0.037), (1, 17, 0.414),
      (2, 17, 0.163), (3, 17, 0.060),
    ])
  func `the worst case in a class of thirty`(t: Int, answering: Int, expected: Double) {
    let found = Evidence.unseen(trueCount: t, eligible: 29, answering: answering)
    #expect(isNear(found, expected, 5e-4))
  }

  @Test func `the worst case at its ends`() {
    #expect(Evidence.unseen(trueCount: 0, eligible: 29, answering: 29) == 1)
    #expect(Evidence.unseen(trueCount: 1, eligible: 29, answering: 29) == 0)
    #expect(Evidence.unseen(trueCount: 4, eligible: 5, answering: 3) == 0)
    #expect(Evidence.unseen(trueCount: 3, eligible: 2, answering: 1) == nil)
    #expect(Evidence.unseen(trueCount: 1, eligible: 2, answering: 3) == nil)
  }

  @Test(
    arguments: [
      (0.9, 0.85, EvidenceGrade.strong), (0.9, 0.849, .moderate), (0.6, 0.65, .moderate),
      (0.6, 0.649, .weak), (0.599, 0.99, .notEnoughAnswered),
    ])
  func `grades have closed lower ends`(coverage: Double, zero: Double, grade: EvidenceGrade) {
    #expect(EvidenceGrade(coverage: coverage, trueZero: zero) == grade)
  }

  @Test func `everybody answered: the zero is certain`() {
    let evidence = Self.evidence(count: 11, answering: 10)
    #expect(evidence.coverage(0) == 1)
    #expect(evidence.trueZero(0) == 1)
    #expect(evidence.grade(0) == .strong)
    #expect(evidence.grade(1) == nil)
    #expect(evidence.trueZero(1) == nil)
  }

  @Test func `a pupil is not among those who could have named them`() {
    let round = StandingsTests.round(5, [(1, 2), (2, 1)], absent: [0, 4])
    let evidence = Evidence(round: round, standings: Standings(of: round))
    #expect(evidence.eligible(0) == 4)
    #expect(evidence.answering(0) == 3)
    #expect(evidence.answering(3) == 2)
    #expect(evidence.coverage(3) == 0.5)
    #expect(evidence.grade(3) == .notEnoughAnswered)
    #expect(evidence.meanNames(inGroup: 0) == 2.0 / 3)
  }

  @Test(arguments: [1.0, 3.1, 20.0])
  func `fewer answers and more names per pupil never make the evidence better`(shape: Double) {
    for mean in [0.5, 1, 2, 3] {
      let shares = stride(from: 0.0, through: 1, by: 0.05).map {
        Evidence.trueZero(coverage: $0, meanNames: mean, shape: shape)
      }
      #expect(shares == shares.sorted())
      let more = Evidence.trueZero(coverage: 0.8, meanNames: mean + 1, shape: shape)
      #expect(more < Evidence.trueZero(coverage: 0.8, meanNames: mean, shape: shape))
    }
  }

  @Test func `a class in which few answered grades no zero`() {
    #expect(Self.evidence(count: 11, answering: 5).grade(0) == .notEnoughAnswered)
    #expect(Self.evidence(count: 11, answering: 6).grade(0) != .notEnoughAnswered)
  }

  @Test func `nobody answered, nobody to answer and no group leave no chance to give`() {
    let silent = StandingsTests.round(3, [], absent: [0, 1, 2])
    let evidence = Evidence(round: silent, standings: Standings(of: silent))
    #expect(evidence.meanNames(inGroup: 0) == nil)
    #expect(evidence.coverage(0) == 0)
    #expect(evidence.trueZero(0) == nil)
    #expect(evidence.grade(0) == .notEnoughAnswered)
    let round = StandingsTests.round(3, [], groups: [0, 1, -1])
    let alone = Evidence(round: round, standings: Standings(of: round))
    for vertex in 0..<3 {
      #expect(alone.coverage(vertex) == nil)
      #expect(alone.trueZero(vertex) == nil)
      #expect(alone.grade(vertex) == .notEnoughAnswered)
    }
    #expect(alone.eligible(2) == 0)
  }

  /// Received 6, 0, 0, 0, 0, 0, 0, 2: mean 1, variance 32 / 7, k = 1 / 3.57 = 0.28, kept at 1.
  @Test func `the shape is kept between one and twenty`() {
    let unequal = StandingsTests.round(
      8, (1..<7).map { (Int32($0), 0) } + [(0, 7), (1, 7)])
    #expect(Evidence(round: unequal, standings: Standings(of: unequal)).shape == 1)
    // Received 0, 1, 1, 1, 2, 2, 4: mean 11 / 7, variance 34 / 21, k = 51.9, kept at 20.
    let nearlyEqual = StandingsTests.round(
      7,
      [
        (0, 1), (0, 2), (0, 3), (1, 4), (2, 4), (1, 5), (2, 5), (0, 6), (1, 6), (2, 6), (3, 6),
      ])
    #expect(Evidence(round: nearlyEqual, standings: Standings(of: nearlyEqual)).shape == 20)
  }

  @Test func `where the formula has no answer the shape is that of real schools`() {
    let equal = StandingsTests.round(4, [(0, 1), (1, 2), (2, 3), (3, 0)])
    #expect(Evidence(round: equal, standings: Standings(of: equal)).shape == 3)
    let empty = StandingsTests.round(4, [])
    #expect(Evidence(round: empty, standings: Standings(of: empty)).shape == 3)
  }

  /// Received 4, 0, 1, 1, 2, 0: mean 4 / 3, variance 34 / 15, k = (16 / 9) / (14 / 15) = 40 / 21.
  @Test func `the shape is found by moments over the whole school`() {
    let round = StandingsTests.round(
      6, [(1, 0), (2, 0), (3, 0), (4, 0), (0, 2), (0, 3), (1, 4), (2, 4)])
    let evidence = Evidence(round: round, standings: Standings(of: round))
    #expect(isNear(evidence.shape, 40.0 / 21))
  }
}

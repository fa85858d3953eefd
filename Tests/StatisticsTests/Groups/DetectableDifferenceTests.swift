import Statistics
import Testing

/// What size of difference two groups can show.
struct DetectableDifferenceTests {
  @Test(arguments: [(10.0, 76), (15, 34), (20, 19)])
  func `at a standard deviation of 22 two groups need 76, 34 and 19 people each`(
    difference: Double, answers: Int
  ) throws {
    #expect(DetectableDifference.answersEach(difference: difference, sd: 22) == answers)
    // So many find it, and one fewer does not.
    let found = try #require(DetectableDifference.smallest(answers, answers, sd: 22))
    let missed = try #require(DetectableDifference.smallest(answers - 1, answers - 1, sd: 22))
    #expect(found <= difference && missed > difference)
  }

  @Test func `the smaller group decides how much can be seen`() throws {
    // (1.959964 + 0.841621) × 22 × √(1/6 + 1/36), by hand.
    let leaders = try #require(DetectableDifference.smallest(6, 36, sd: 22))
    #expect(abs(leaders - 27.1784) < 0.0005)
    let many = try #require(DetectableDifference.smallest(6, 3_600_000, sd: 22))
    #expect(many > 25 && many < leaders)
    #expect(DetectableDifference.smallest(36, 6, sd: 22) == leaders)
  }

  @Test func `more power and a higher level need more answers`() throws {
    let usual = try #require(DetectableDifference.answersEach(difference: 10, sd: 22))
    let powerful = DetectableDifference.answersEach(difference: 10, sd: 22, power: 0.9)
    let strict = DetectableDifference.answersEach(difference: 10, sd: 22, level: 0.99)
    #expect(powerful == 102)
    #expect(strict.map { $0 > usual } == true)
    #expect(DetectableDifference.answersEach(difference: 1_000, sd: 1) == 1)
  }

  @Test func `nothing is found by nobody, or of a size or chance that cannot be`() {
    #expect(DetectableDifference.smallest(0, 10, sd: 22) == nil)
    #expect(DetectableDifference.smallest(10, 0, sd: 22) == nil)
    #expect(DetectableDifference.smallest(10, 10, sd: 0) == nil)
    #expect(DetectableDifference.smallest(10, 10, sd: 22, level: 1) == nil)
    #expect(DetectableDifference.smallest(10, 10, sd: 22, power: 1) == nil)
    #expect(DetectableDifference.smallest(10, 10, sd: 22, power: 0.4) == nil)
    #expect(DetectableDifference.answersEach(difference: 0, sd: 22) == nil)
    #expect(DetectableDifference.answersEach(difference: 1e-9, sd: 22) == nil)
  }
}

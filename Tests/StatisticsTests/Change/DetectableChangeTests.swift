import Foundation
import Statistics
import Testing

struct DetectableChangeTests {
  /// How many people of each of two groups see a difference of so many points, where the standard
  /// deviation is 22: 76 for 10 points, 34 for 15, 19 for 20.
  @Test(arguments: [(76, 10.0), (34, 15), (19, 20)])
  func `as many people as a textbook asks for see the difference that it says`(
    people: Int, points: Double
  ) throws {
    let error = 22 / Double(people).squareRoot()
    let found = try #require(
      DetectableChange.afterLike(standardError: error, df: Double(people - 1)))
    #expect(abs(found - points) < 0.6, "\(found)")
  }

  @Test func `two quantiles of t times the standard error`() throws {
    // t at 0.975 and at 0.80 with 10 degrees of freedom, from printed tables.
    let found = try #require(DetectableChange.smallest(standardError: 2, df: 10))
    #expect(abs(found - 2 * (2.2281 + 0.8791)) < 1e-3)
  }

  @Test func `without spread or degrees of freedom there is none`() {
    #expect(DetectableChange.smallest(standardError: 0, df: 10) == nil)
    #expect(DetectableChange.afterLike(standardError: 1, df: 0) == nil)
  }
}

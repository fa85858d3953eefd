import Statistics
import Testing

struct ShareDifferenceTests {
  @Test func `differences agree with statsmodels`() throws {
    for row in try Reference.figures().shareDifferences {
      let difference = ShareDifference((Int(row[0]), Int(row[1])), (Int(row[2]), Int(row[3])))
      #expect(isClose(difference?.difference, row[4]))
      #expect(isClose(difference?.interval.low, row[5]))
      #expect(isClose(difference?.interval.high, row[6]))
    }
  }

  /// After Newcombe, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
  @Test(arguments: [
    (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062), (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775), (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1), (10, 10, 0, 10, 0.6075, 1),
  ])
  func `differences have the limits that Newcombe printed`(
    _ x1: Int, _ n1: Int, _ x2: Int, _ n2: Int, _ low: Double, _ high: Double
  ) throws {
    let interval = try #require(ShareDifference((x1, n1), (x2, n2))).interval
    #expect(abs(interval.low - low) <= 0.00005 && abs(interval.high - high) <= 0.00005)
  }

  @Test func `exchanging the groups turns the interval round`() throws {
    let one = try #require(ShareDifference((3, 9), (5, 7)))
    let other = try #require(ShareDifference((5, 7), (3, 9)))
    #expect(isClose(one.interval.low, -other.interval.high, within: 1e-14))
    #expect(one.difference == -other.difference)
  }

  @Test func `an empty group has no difference`() {
    #expect(ShareDifference((0, 0), (1, 2)) == nil)
  }
}

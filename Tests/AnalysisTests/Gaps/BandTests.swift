import Testing

@testable import Analysis

/// A band is given only where it is four times as likely as not.
struct BandTests {
  /// A figure with its error; as good as normal unless there are few degrees of freedom.
  private func figure(_ value: Double, _ error: Double?, df: Double = 1e9) -> IndexFigure {
    IndexFigure(value: value, standardError: error, df: df)
  }

  /// How far from a limit a figure with an error of 4 has 0.80 on one side: z = 0.841621 times 4.
  private static let cases: [(Double, Band)] = [
    (73.367, .strong), (73.366, .between), (46.633, .priority), (46.634, .between),
    (60, .developing), (66.63, .developing), (66.64, .between), (53.37, .developing),
    (53.36, .between), (100, .strong), (0, .priority), (70, .between), (50, .between),
  ]

  @Test(arguments: cases)
  func `a band needs a probability of 0.80`(value: Double, band: Band) {
    #expect(Band(figure(value, 4)) == band)
  }

  @Test func `few people make the same figure less sure`() {
    #expect(Band(figure(75, 5)) == .strong)
    #expect(Band(figure(75, 5, df: 1)) == .between)
  }

  @Test(arguments: [(70.0, Band.strong), (69.9, .developing), (50, .developing), (49.9, .priority)])
  func `without any spread the index itself decides`(value: Double, band: Band) {
    #expect(Band(figure(value, 0)) == band)
  }

  @Test func `a figure without a standard error has no band`() {
    #expect(Band(IndexFigure(value: 90, standardError: nil, df: nil)) == nil)
  }
}

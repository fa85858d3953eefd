import Statistics
import Testing

@testable import Analysis

/// Figures added up, with their errors.
struct IndexFigureTests {
  private func figure(_ value: Double, _ error: Double?, _ df: Double?) -> IndexFigure {
    IndexFigure(value: value, standardError: error, df: df)
  }

  @Test func `the mean of independent figures has the degrees of freedom of Satterthwaite`() throws
  {
    let mean = try #require(IndexFigure.mean(of: [figure(60, 3, 10), figure(80, 4, 20)]))
    #expect(mean.value == 70)
    #expect(mean.standardError == 2.5)
    // (9/4 + 16/4)² / ((9/4)²/10 + (16/4)²/20)
    #expect(isClose(mean.df, 6.25 * 6.25 / (2.25 * 2.25 / 10 + 16.0 / 20)))
  }

  @Test func `the mean of none is none`() {
    #expect(IndexFigure.mean(of: []) == nil)
  }

  @Test func `a part without an error leaves the mean without one`() throws {
    let mean = try #require(IndexFigure.mean(of: [figure(60, 3, 10), figure(80, nil, nil)]))
    #expect(mean.value == 70 && mean.standardError == nil && mean.interval == nil)
  }

  @Test func `an interval stays between 0 and 100`() throws {
    #expect(try #require(figure(98, 5, 9).interval).high == 100)
    #expect(try #require(figure(2, 5, 9).interval).low == 0)
    // t with 9 degrees of freedom: 2.262157.
    #expect(isClose(figure(50, 5, 9).interval?.low, 50 - 5 * 2.2621571627409915, 1e-9))
  }
}

import Statistics
import Testing

struct ShapeTests {
  @Test(arguments: ["bfi", "attitude", "generated"])
  func `skewness agrees with psych's type 2`(_ name: String) throws {
    let rows = try #require(try RecordedData.read().surveys[name])
    let recorded = try #require(try RecordedFigures.read().surveys[name])
    for item in rows[0].indices {
      let answers = Frequencies(rows.compactMap { $0[item].map { Double($0) } })
      #expect(isClose(answers.skewness, recorded.skewness[item]))
      #expect(isClose(answers.mean, recorded.mean[item]) && isClose(answers.sd, recorded.sd[item]))
    }
  }

  @Test func `the example of a spreadsheet's manual has its printed skewness`() throws {
    // The example of SKEW in the manual of Microsoft Excel: 0.359543.
    let skewness = try #require(Frequencies([3.0, 4, 5, 2, 3, 4, 5, 6, 4, 7]).skewness)
    #expect(abs(skewness - 0.359543) < 5e-7)
  }

  @Test func `a distribution and its mirror image have opposite skewness`() throws {
    let answers = Frequencies([1.0, 1, 2, 5, 9, 9.5])
    let mirrored = try #require(answers.scaled(by: -2, plus: 3).skewness)
    #expect(isClose(answers.skewness, -mirrored, within: 1e-12))
    #expect(isClose(Frequencies([1.0, 2, 3]).skewness, 0))
  }

  @Test func `without spread or with two answers there is no skewness`() {
    #expect(Frequencies([1.0, 2]).skewness == nil && Frequencies([Double]()).skewness == nil)
    #expect(Frequencies(counts: [(4, 12)]).skewness == nil)
  }
}

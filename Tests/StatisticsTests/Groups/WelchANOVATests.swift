import Statistics
import Testing

struct WelchANOVATests {
  @Test(arguments: ["ozone", "roles", "years"])
  func `Welch's and the classical test agree with R`(_ name: String) throws {
    let groups = try RecordedData.read().distributions(name)
    let recorded = try #require(try RecordedFigures.read().groups[name])
    let welch = try #require(WelchANOVA(groups))
    #expect(isClose(welch.f, recorded.welchF) && isClose(welch.denominator, recorded.welchDf))
    #expect(isClose(welch.p, recorded.welchP) && welch.numerator == groups.count - 1)
    let classical = try #require(ClusterVariance(groups.map { Cluster($0) }))
    #expect(isClose(classical.f, recorded.f) && isClose(classical.p, recorded.p))
  }

  @Test func `of two groups it is the square of Welch's t`() throws {
    let groups = try RecordedData.read().distributions("roles")
    let t = try #require(WelchTest(groups[0], groups[1]))
    let f = try #require(WelchANOVA(Array(groups[0...1])))
    #expect(isClose(f.f, t.t * t.t) && isClose(f.denominator, t.df) && isClose(f.p, t.p))
    #expect(f == WelchANOVA([groups[1], groups[0]]))
  }

  @Test func `a group of one or without spread has no test`() {
    let some = Frequencies([1.0, 2, 4])
    #expect(WelchANOVA([some]) == nil && WelchANOVA([some, Frequencies([2.0])]) == nil)
    #expect(WelchANOVA([some, Frequencies([2.0, 2])]) == nil)
    #expect(WelchANOVA([some, Frequencies([Double]())]) == nil)
  }
}

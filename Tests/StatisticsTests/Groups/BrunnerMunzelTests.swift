import Statistics
import Testing

struct BrunnerMunzelTests {
  @Test(arguments: ["ozone", "roles", "years"])
  func `the test agrees with ranks taken the long way in R`(_ name: String) throws {
    let groups = try RecordedData.read().distributions(name)
    let recorded = try #require(try RecordedFigures.read().groups[name]?.brunnerMunzel)
    let test = try #require(BrunnerMunzel(groups[0], groups[1]))
    #expect(isClose(test.probabilityOfLess, recorded.less) && isClose(test.df, recorded.df))
    #expect(isClose(test.statistic, recorded.statistic) && isClose(test.p, recorded.p))
    #expect(isClose(test.interval.low, recorded.low))
    #expect(isClose(test.interval.high, recorded.high))
  }

  @Test func `pain scores have the result that is printed for them`() throws {
    // M. Neuhauser, Nonparametric Statistical Tests (2012); the manual of R's lawstat prints
    // 3.1375, 17.683, 0.005786, 0.788961 and the limits 0.5952169 and 0.9827052.
    let pain = try RecordedData.read().pain
    let test = try #require(BrunnerMunzel(Frequencies(pain[0]), Frequencies(pain[1])))
    #expect(abs(test.statistic - 3.1375) < 5e-5 && abs(test.df - 17.683) < 5e-4)
    #expect(abs(test.p - 0.005786) < 5e-7 && abs(test.probabilityOfLess - 0.788961) < 5e-7)
    #expect(abs(test.interval.low - 0.5952169) < 5e-8)
    #expect(abs(test.interval.high - 0.9827052) < 5e-8)
  }

  @Test func `exchanging the groups turns the statistic and keeps p`() throws {
    let groups = try RecordedData.read().distributions("roles")
    let one = try #require(BrunnerMunzel(groups[1], groups[2]))
    let other = try #require(BrunnerMunzel(groups[2], groups[1]))
    #expect(isClose(one.statistic, -other.statistic, within: 1e-12))
    #expect(isClose(one.p, other.p, within: 1e-12))
    #expect(isClose(one.probabilityOfLess, 1 - other.probabilityOfLess, within: 1e-12))
    let cliff = try #require(CliffsDelta(groups[2], groups[1]))
    #expect(isClose(one.probabilityOfLess, cliff.probabilityOfSuperiority, within: 1e-12))
  }

  @Test func `groups apart, of equal values or of one member have no test`() {
    #expect(BrunnerMunzel(Frequencies([1.0, 2]), Frequencies([3.0, 4])) == nil)
    #expect(BrunnerMunzel(Frequencies([2.0, 2]), Frequencies([2.0, 2, 2])) == nil)
    #expect(BrunnerMunzel(Frequencies([2.0]), Frequencies([1.0, 2, 3])) == nil)
    #expect(BrunnerMunzel(Frequencies([Double]()), Frequencies([1.0, 2])) == nil)
  }
}

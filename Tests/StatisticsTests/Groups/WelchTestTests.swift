import Statistics
import Testing

struct WelchTestTests {
  @Test func `Welch's test agrees with SciPy`() throws {
    for recorded in try Reference.figures().comparisons {
      let welch = try #require(WelchTest(Frequencies(recorded.a), Frequencies(recorded.b)))
      #expect(isClose(welch.t, recorded.t) && isClose(welch.df, recorded.df))
      #expect(abs(welch.p - recorded.p) <= 1e-9 * recorded.p)
      #expect(isClose(welch.interval.low, recorded.low))
      #expect(isClose(welch.interval.high, recorded.high))
    }
  }

  @Test func `the sleep data have the result that R prints`() throws {
    // Student (1908), the data set sleep of R; t.test(extra ~ group) in its manual.
    let one = Frequencies([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2])
    let two = Frequencies([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
    let welch = try #require(WelchTest(one, two))
    #expect(abs(welch.t + 1.8608) < 5e-5 && abs(welch.df - 17.776) < 5e-4)
    #expect(abs(welch.p - 0.07939) < 5e-6)
    #expect(abs(welch.interval.low + 3.3654832) < 5e-8)
    #expect(abs(welch.interval.high - 0.2054832) < 5e-8)
  }

  @Test func `too few members or no spread leave no test`() {
    let some = Frequencies([1.0, 2, 4])
    #expect(WelchTest(some, Frequencies([3.0])) == nil)
    #expect(WelchTest(Frequencies([Double]()), some) == nil)
    #expect(WelchTest(Frequencies([3.0, 3]), Frequencies([5.0, 5])) == nil)
    #expect(WelchTest(some, Frequencies([5.0, 5])) != nil)
  }
}

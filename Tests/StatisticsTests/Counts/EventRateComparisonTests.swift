import Statistics
import Testing

/// Reference values are sums of binomial probabilities, worked out in whole numbers in Python.
struct EventRateComparisonTests {
  @Test(arguments: [
    (12, 30.0, 40, 210.0, 0.04912108849943201), (0, 100.0, 5, 100.0, 0.0625),
    (5, 100.0, 5, 100.0, 1.0),
    (42, 720.0, 20, 700.0, 0.009891097749967293),
  ])
  func `p is twice the smaller tail of the share of the events`(
    events: Int, exposure: Double, others: Int, otherExposure: Double, p: Double
  ) {
    let rate = EventRate(events: events, exposure: exposure)
    let other = EventRate(events: others, exposure: otherExposure)
    #expect(isClose(rate.p(against: other), p))
    #expect(isClose(other.p(against: rate), p))
  }

  @Test func `p is below 0,05 just where the interval of the ratio leaves one out`() throws {
    for events in 0...14 {
      for others in 0...14 where events + others > 0 {
        let rate = EventRate(events: events, exposure: 90)
        let other = EventRate(events: others, exposure: 70)
        let (_, interval) = try #require(rate.ratio(to: other))
        let p = try #require(rate.p(against: other))
        #expect((p < 0.05) == !interval.contains(1), "\(events) and \(others)")
      }
    }
  }

  @Test(arguments: [
    (3, 60, 9.048317650695026e-15), (0, 40, 1.8189894035458565e-12),
    (20, 400, 5.886680300416609e-93),
  ])
  func `a small p keeps its digits, whichever rate comes first`(few: Int, many: Int, p: Double)
    throws
  {
    let rate = EventRate(events: few, exposure: 500)
    let other = EventRate(events: many, exposure: 500)
    for found in [rate.p(against: other), other.p(against: rate)] {
      #expect(abs(try #require(found) / p - 1) < 1e-9)
    }
  }

  @Test func `without events there is no p`() {
    let none = EventRate(events: 0, exposure: 10)
    #expect(none.p(against: none) == nil)
  }
}

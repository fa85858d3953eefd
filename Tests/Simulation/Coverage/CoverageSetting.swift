import Statistics

/// A planted school in which an interval is made again and again, and what it should hold.
struct CoverageSetting: Sendable {
  /// One interval, `nil` where there is none, and the true figure that it should hold.
  typealias Draw = (interval: Interval?, truth: Double)

  let method: IntervalMethod
  let words: String

  /// What is wrong on purpose; `nil` for the library's own formula.
  let fault: String?

  /// What the intervals promise.
  let level: Double

  let draw: @Sendable (inout Lot) -> Draw

  init(
    _ method: IntervalMethod, _ words: String, fault: String? = nil, level: Double = 0.95,
    draw: @escaping @Sendable (inout Lot) -> Draw
  ) {
    self.method = method
    self.words = words
    self.fault = fault
    self.level = level
    self.draw = draw
  }

  /// The same for a true figure that is the same in every draw.
  init(
    _ method: IntervalMethod, _ words: String, fault: String? = nil, level: Double = 0.95,
    truth: Double,
    interval: @escaping @Sendable (inout Lot) -> Interval?
  ) {
    self.init(method, words, fault: fault, level: level) { lot in (interval(&lot), truth) }
  }

  /// Where the draws start: the same for a wrong formula as for the right one, and on any machine.
  var seed: UInt64 {
    "\(method.rawValue)|\(words)".utf8.reduce(0xcbf2_9ce4_8422_2325) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
  }

  /// An interval of a formula that is wrong on purpose.
  static func wrong(_ centre: Double, _ half: Double) -> Interval {
    Interval(low: centre - half, high: centre + half, method: "wrong on purpose")
  }
}

import Statistics

/// How often intervals held the true figure.
struct CoverageTally: Sendable {
  /// The standard error of the coverage at which drawing stops.
  static let error = 0.003
  static let fewest = 6000
  static let most = 36_000

  private(set) var draws = 0
  private(set) var held = 0
  /// Intervals that lie below the true figure, and above it.
  private(set) var below = 0
  private(set) var above = 0
  private var widths = 0.0
  private let level: Double

  /// Draws until the standard error of the coverage is small enough, `part` times fewer in short.
  init(_ setting: CoverageSetting, part: Int = 1) {
    level = setting.level
    var lot = Lot(seed: setting.seed)
    while draws < Self.most / part {
      for _ in 0..<(Self.fewest / part) { add(setting.draw(&lot)) }
      if intervals > 0, standardError <= Self.error * Double(part).squareRoot() { break }
    }
  }

  private mutating func add(_ draw: CoverageSetting.Draw) {
    draws += 1
    guard let interval = draw.interval else { return }
    widths += interval.high - interval.low
    if interval.nearlyContains(draw.truth) {
      held += 1
    } else if interval.high < draw.truth {
      below += 1
    } else {
      above += 1
    }
  }

  /// The draws with an interval.
  var intervals: Int { held + below + above }

  var coverage: Double { Double(held) / Double(intervals) }

  var standardError: Double {
    (coverage * (1 - coverage) / Double(intervals)).squareRoot()
  }

  var width: Double { widths / Double(intervals) }

  var reading: CoverageReading? { intervals > 0 ? CoverageReading(coverage, level: level) : nil }
}

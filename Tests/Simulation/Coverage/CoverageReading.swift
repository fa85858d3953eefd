/// What a coverage says of intervals that promise a level.
enum CoverageReading: String, Sendable {
  case short, holds, wide

  /// Short by more than 1.5 points, or wide by more than 2.5.
  init(_ coverage: Double, level: Double = 0.95) {
    self = coverage < level - 0.015 ? .short : coverage > level + 0.025 ? .wide : .holds
  }
}

import Statistics

extension Interval {
  /// Whether a value lies within the limits, or on one of them but for the last digits.
  func nearlyContains(_ value: Double) -> Bool {
    let hair = 1e-9 * max(1, abs(value))
    return low - hair <= value && value <= high + hair
  }
}

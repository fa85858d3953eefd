import Instruments

/// A score resolved against its items: whole-number values for every point, the ends of the scale.
struct ScoreKey {
  /// The value byte of an answer that is missing.
  static let missing: UInt8 = 255

  let score: Score
  let low: Int
  let high: Int
  let items: [Item]

  /// Resolves a score; `nil` when an item is unknown or has no numeric scale, which the reader of
  /// instruments refuses.
  init?(_ score: Score, in instrument: Instrument) {
    let items = score.uses.compactMap { instrument.item($0.item) }
    let ranges = items.compactMap { item -> ClosedRange<Int>? in
      if case .scale(let scale) = item.format { scale.range } else { nil }
    }
    guard let range = ranges.first, items.count == score.uses.count, ranges.count == items.count,
      ranges.allSatisfy({ $0 == range }), range.count <= 240
    else { return nil }
    self.score = score
    self.items = items
    low = range.lowerBound
    high = range.upperBound
  }

  var width: Int { high - low }

  /// The value of each code byte of an item, counted from the low end after turning it round where
  /// the score says so; `missing` for every byte that is no answer.
  func values(ofUse use: Int) -> [UInt8] {
    Self.values(
      of: items[use].format.points, within: low...high, isReversed: score.uses[use].isReversed)
  }

  /// The value of each code byte of a scale, counted from the low end, or from the high one if
  /// reversed; `missing` for every byte that is no answer.
  static func values(
    of points: [Point], within range: ClosedRange<Int>, isReversed: Bool
  ) -> [UInt8] {
    var values = [UInt8](repeating: missing, count: 256)
    for (index, point) in points.enumerated() {
      guard let code = point.value else { continue }
      values[index] = UInt8(isReversed ? range.upperBound - code : code - range.lowerBound)
    }
    return values
  }

  /// The score of a person whose answered values, counted from the low end, add up to `sum`.
  func value(sum: Int, answered: Int) -> Double {
    let total = sum + answered * low
    let raw =
      score.method == .mean
      ? Double(total) / Double(answered)
      : Double(total * items.count) / Double(answered)
    return scaled(raw)
  }

  /// The lowest and the highest score that can be.
  var ends: ClosedRange<Double> {
    let factor = score.method == .mean ? 1 : Double(items.count)
    let (a, b) = (scaled(Double(low) * factor), scaled(Double(high) * factor))
    return min(a, b)...max(a, b)
  }

  /// A raw score on the declared range, linearly from the declared end codes.
  private func scaled(_ raw: Double) -> Double {
    guard let range = score.range else { return raw }
    return range.lowerBound + (range.upperBound - range.lowerBound) * share(raw)
  }

  private func share(_ raw: Double) -> Double {
    let factor = score.method == .mean ? 1 : Double(items.count)
    return (raw - Double(low) * factor) / (Double(width) * factor)
  }

  /// How many score points one point of a single item's scale is worth; the standard error of
  /// measurement and the like are multiplied by it.
  var unit: Double {
    let perMean = score.method == .mean ? 1 : Double(items.count)
    guard let range = score.range else { return perMean }
    return (range.upperBound - range.lowerBound) / Double(width)
  }
}

/// A score resolved against its items: whole-number values for every point, the ends of the scale,
/// and how sums of values become a figure.
///
/// One key serves both the scoring of one person and the pass over a million responses.
public struct ScoreKey: Sendable {
  /// The value byte of an answer that is missing.
  public static let missing: UInt8 = 255

  /// The items that stand next to each other and make one figure: all of a score's own, or those of
  /// one of the scores that it adds up.
  public struct Part: Sendable {
    /// The places of its items in `items`.
    public let uses: Range<Int>
    /// The score whose rules hold: its method, fewest answers, range and rounding.
    public let score: Score
  }

  /// The score.
  public let score: Score
  /// The lowest value of an item, after recoding.
  public let low: Int
  /// The highest value of an item, after recoding.
  public let high: Int
  /// The items of all parts.
  public let items: [Item]
  /// The part that each item has, in the order of `items`.
  public let uses: [Score.Use]
  /// The parts, one for a score that is computed from its own items.
  public let parts: [Part]
  /// The value of each code byte of each item.
  private let maps: [[UInt8]]

  /// Resolves a score.
  ///
  /// It is `nil` when an item is unknown or has no numeric scale, or a source is unknown, which the
  /// reader of instruments refuses; when the items are not known yet; or when the score refuses.
  public init?(_ score: Score, in instrument: Instrument) {
    guard instrument.refusal(of: score) == nil else { return nil }
    let sources = instrument.itemScores(under: score)
    var items: [Item] = []
    var uses: [Score.Use] = []
    var parts: [Part] = []
    var ranges: [ClosedRange<Int>] = []
    var recodes: [[Int: Int]] = []
    for source in sources {
      let start = items.count
      for use in source.uses {
        guard let item = instrument.item(use.item), case .scale(let scale) = item.format,
          let range = scale.range(recoded: source.recode)
        else { return nil }
        items.append(item)
        uses.append(use)
        ranges.append(range)
        recodes.append(source.recode)
      }
      parts.append(Part(uses: start..<items.count, score: source))
    }
    guard let range = ranges.first, range.count <= 240, ranges.allSatisfy({ $0 == range }) else {
      return nil
    }
    self.score = score
    self.items = items
    self.uses = uses
    self.parts = parts
    low = range.lowerBound
    high = range.upperBound
    maps = items.indices.map { place in
      Self.values(
        of: items[place].format.points, within: range, isReversed: uses[place].isReversed,
        recode: recodes[place])
    }
  }

  /// The difference between the highest and the lowest value of an item.
  public var width: Int { high - low }

  /// Whether the score is the sum of several others, each with its own rule for missing answers.
  public var isComposite: Bool { parts.count > 1 }

  /// The value of each code byte of an item, counted from the low end after turning it round where
  /// the score says so; `missing` for every byte that is no answer.
  public func values(ofUse use: Int) -> [UInt8] { maps[use] }

  /// The value of each code byte of a scale, counted from the low end, or from the high one if
  /// reversed; `missing` for every byte that is no answer.
  public static func values(
    of points: [Point], within range: ClosedRange<Int>, isReversed: Bool, recode: [Int: Int] = [:]
  ) -> [UInt8] {
    var values = [UInt8](repeating: missing, count: 256)
    for (index, point) in points.enumerated() where index < 256 {
      guard let code = point.value else { continue }
      let value = recode[code] ?? code
      values[index] = UInt8(isReversed ? range.upperBound - value : value - range.lowerBound)
    }
    return values
  }
}

extension Scale {
  /// The lowest and the highest value that the codes count as; `nil` where a code is not a whole
  /// number.
  func range(recoded recode: [Int: Int]) -> ClosedRange<Int>? {
    guard range != nil else { return nil }
    let values = points.compactMap(\.value).map { recode[$0] ?? $0 }
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }
}

extension Instrument {
  /// The scores that are computed from items and lie under a score: itself, or its sources.
  func itemScores(under score: Score) -> [Score] {
    itemScores(under: score, depth: 0)
  }

  /// The ids of the items from which a score is computed in the end, through the scores it takes.
  public func items(under score: Score) -> [String] {
    itemScores(under: score).flatMap(\.uses).map(\.item)
  }

  private func itemScores(under score: Score, depth: Int) -> [Score] {
    guard !score.sources.isEmpty else { return [score] }
    // A score names only scores above it, so that a chain ends; a file cannot have more.
    guard depth <= scores.count else { return [] }
    return score.sources.flatMap { id in
      scores.first { $0.id == id }.map { itemScores(under: $0, depth: depth + 1) } ?? []
    }
  }
}

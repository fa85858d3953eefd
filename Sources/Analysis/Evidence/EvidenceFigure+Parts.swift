import Foundation

extension EvidenceFigure.Part {
  /// The people or, where it is of none, the events behind it.
  var weight: Double { Swift.min(count, people ?? count) }

  /// The people or events behind several parts; where the same people may be in more than one of them, those
  /// of the largest.
  private static func weight(of parts: [Self]) -> Double {
    let isDisjoint = parts.allSatisfy {
      !$0.repeats && ($0.people == nil || $0.people == $0.count)
    }
    return parts.reduce(0) { isDisjoint ? $0 + $1.weight : Swift.max($0, $1.weight) }
  }

  /// The parts with those of fewer than `least` put together; none where that leaves one.
  ///
  /// The smallest come first and the next ones after them, until they have as many. Parts of nothing are
  /// left out.
  static func merged(_ parts: [EvidenceFigure.Part], below least: Double) -> [EvidenceFigure.Part] {
    let used = parts.filter { $0.count > 0 }
    let groups = PooledGroups.places(of: used.map(\.weight), below: least) { places in
      weight(of: places.map { used[$0] })
    }
    return (groups ?? []).map { places in
      places.count == 1 ? used[places[0]] : joined(places.map { used[$0] })
    }
  }

  /// Several parts as one.
  private static func joined(_ parts: [Self]) -> Self {
    let count = parts.reduce(0) { $0 + $1.count }
    return Self(
      value: parts.map(\.value).joined(separator: " + "),
      figure: parts.reduce(0) { $0 + $1.count * ($1.figure ?? 0) } / count, count: count,
      people: parts.contains { $0.people != nil || $0.repeats } ? weight(of: parts) : nil,
      repeats: parts.contains(where: \.repeats))
  }
}

/// How far the groups of a figure lie apart.
public struct Spread: Sendable, Hashable {
  /// The group with the lowest figure, and the one with the highest.
  public let lowest: EvidenceFigure.Part
  public let highest: EvidenceFigure.Part
  /// The lowest figure as a share of the highest, 0 to 1: how alike things are from group to group; `nil`
  /// where either rests on fewer than ``fewestCounted``.
  public let consistency: Double?

  /// From how many counted a group has a say in the consistency.
  public static let fewestCounted = 5.0

  /// Finds the ends; `nil` without two groups with figures that differ.
  public init?(_ parts: [EvidenceFigure.Part]) {
    let known = parts.compactMap { part in part.figure.map { (part, $0) } }
    guard known.count >= 2, let low = known.min(by: { $0.1 < $1.1 }),
      let high = known.max(by: { $0.1 < $1.1 }), low.1 < high.1
    else { return nil }
    (lowest, highest) = (low.0, high.0)
    let isEnough = Swift.min(low.0.count, high.0.count) >= Self.fewestCounted
    consistency = isEnough ? low.1 / high.1 : nil
  }
}

extension EvidenceEntry {
  /// The groups whose figure is below the limit of the measure, in their order; `nil` where it has none or
  /// no group is told.
  public var lowParts: [EvidenceFigure.Part]? {
    guard let below, case .index(_, let parts) = figure, !parts.isEmpty else { return nil }
    return parts.filter { part in part.figure.map { $0 < below } ?? false }
  }
}

extension EvidenceFigure {
  /// For each month the place of the same month of the year before among the months; `nil` without one.
  public static func yearBefore(_ months: [String]) -> [Int?] {
    let places = Dictionary(months.enumerated().map { ($1, $0) }) { first, _ in first }
    return months.map { month in
      guard let year = Int(month.prefix(4)) else { return nil }
      return places[String(format: "%04d", year - 1) + month.dropFirst(4)]
    }
  }
}

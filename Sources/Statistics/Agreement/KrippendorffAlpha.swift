/// Krippendorff's alpha: agreement of any number of raters beyond chance, ratings may be missing.
///
/// Convention K1.
public struct KrippendorffAlpha: Sendable, Hashable {
  /// How far two codes are apart.
  public enum Scale: String, Sendable {
    /// Equal or not.
    case nominal
    /// By how many ratings lie between them.
    case ordinal
  }

  /// Alpha: 1 for full agreement, 0 for agreement as by chance, below 0 for less.
  public let alpha: Double
  /// The number of units with at least two ratings.
  public let units: Int
  /// The number of ratings in those units.
  public let ratings: Int

  /// Computes alpha from the codes that each unit was given, missing ones as `nil`.
  ///
  /// 1 − observed / expected disagreement, from the coincidences of codes within units, each unit
  /// counting by its ratings. K. Krippendorff, Content Analysis, 3rd ed., 2013, chapter 12. Units
  /// with fewer than two ratings are left out; which rater gave which code does not matter. The
  /// result is `nil` without a unit of two ratings, or where all ratings are equal. Takes time
  /// proportional to the ratings, and the cube of the number of codes for each size of unit.
  public init?(_ units: some Sequence<[Int?]>, scale: Scale) {
    let rated = units.map { $0.compactMap { $0 } }.filter { $0.count >= 2 }
    let codes = Set(rated.joined()).sorted()
    guard codes.count >= 2 else { return nil }
    let places = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    var margins = [Int](repeating: 0, count: codes.count)
    var coincidences: [Int: [Int]] = [:]
    for unit in rated {
      var tally = [Int](repeating: 0, count: codes.count)
      for code in unit { tally[places[code, default: 0]] += 1 }
      for (place, count) in tally.enumerated() { margins[place] += count }
      Self.add(tally, to: &coincidences[unit.count, default: Self.table(codes.count)])
    }
    let distances = Self.distances(margins, scale)
    let n = margins.reduce(0, +)
    var observed = CompensatedSum()
    for (size, table) in coincidences.sorted(by: { $0.key < $1.key }) {
      var part = CompensatedSum()
      for (count, distance) in zip(table, distances) { part.add(distance, times: count) }
      observed.add(part.value / Double(size - 1))
    }
    var expected = CompensatedSum()
    for c in codes.indices {
      for k in codes.indices {
        expected.add(distances[c * codes.count + k], times: margins[c] * margins[k])
      }
    }
    guard expected.value > 0 else { return nil }
    alpha = 1 - Double(n - 1) * observed.value / expected.value
    self.units = rated.count
    ratings = n
  }

  private static func table(_ size: Int) -> [Int] { [Int](repeating: 0, count: size * size) }

  /// Adds the ordered pairs of a unit's ratings.
  private static func add(_ tally: [Int], to table: inout [Int]) {
    for (c, first) in tally.enumerated() where first > 0 {
      for (k, second) in tally.enumerated() where second > 0 {
        table[c * tally.count + k] += first * (c == k ? first - 1 : second)
      }
    }
  }

  /// The squared distance of each pair of codes, row by row.
  private static func distances(_ margins: [Int], _ scale: Scale) -> [Double] {
    let size = margins.count
    return (0..<size * size).map { cell in
      let (low, high) = (min(cell / size, cell % size), max(cell / size, cell % size))
      guard low < high else { return 0 }
      switch scale {
      case .nominal: return 1
      case .ordinal:
        let between = margins[low...high].reduce(0, +)
        let distance = Double(2 * between - margins[low] - margins[high]) / 2
        return distance * distance
      }
    }
  }
}

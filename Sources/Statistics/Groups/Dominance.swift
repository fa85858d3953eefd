/// How often values of one group lie above, below and level with those of another.
///
/// One merge of two sorted lists: the time is proportional to the number of distinct values.
struct Dominance {
  /// Pairs in which the value of the first group is larger.
  private(set) var above = 0
  /// Pairs in which the value of the first group is smaller.
  private(set) var below = 0
  /// Pairs of equal values.
  private(set) var level = 0
  /// For each distinct value of the first group: those of the second below, minus those above.
  private(set) var ofFirst: [Int] = []
  /// For each distinct value of the second group: those of the first above, minus those below.
  private(set) var ofSecond: [Int] = []

  init(_ first: Frequencies, _ second: Frequencies) {
    for (count, place) in zip(first.counts, Self.places(of: first, in: second)) {
      above += count * place.below
      level += count * place.level
      below += count * place.above
      ofFirst.append(place.below - place.above)
    }
    ofSecond = Self.places(of: second, in: first).map { $0.above - $0.below }
  }

  /// For each distinct value of `group`, how many of `other` lie below, level and above.
  private static func places(
    of group: Frequencies, in other: Frequencies
  ) -> [(below: Int, level: Int, above: Int)] {
    var index = 0
    var below = 0
    return group.values.map { value in
      while index < other.values.count, other.values[index] < value {
        below += other.counts[index]
        index += 1
      }
      let isLevel = index < other.values.count && other.values[index] == value
      let level = isLevel ? other.counts[index] : 0
      return (below, level, other.n - below - level)
    }
  }
}

import Sociometry

/// The names that all pupils of one school would give: three each, within their group.
struct PlantedSchool {
  /// The sizes of the groups within which pupils name each other.
  let groups: [Int]

  /// Whom each pupil names, as places in the school.
  private(set) var named: [[Int]] = []

  /// Names received, had everybody answered.
  private(set) var received: [Int]

  /// Draws the names of a school.
  ///
  /// How much each pupil of a group of a size is drawn to each other is said by `weights`.
  init(groups: [Int], lot: inout Lot, weights: (Int, inout Lot) -> [[Double]]) {
    self.groups = groups
    received = [Int](repeating: 0, count: groups.reduce(0, +))
    for size in groups {
      let start = named.count
      let weights = weights(size, &lot)
      for pupil in 0..<size {
        named.append(Self.three(of: weights[pupil], but: pupil, &lot).map { start + $0 })
      }
    }
    for names in named { for other in names { received[other] += 1 } }
  }

  /// Three different pupils drawn one after the other by weight.
  private static func three(of weights: [Double], but self: Int, _ lot: inout Lot) -> [Int] {
    var sums = weights
    var total = 0.0
    for place in sums.indices {
      if place != self { total += weights[place] }
      sums[place] = total
    }
    var picked: [Int] = []
    while picked.count < 3 {
      let point = lot.share() * total
      var range = 0..<sums.count
      while range.count > 1 {
        let middle = (range.lowerBound + range.upperBound) / 2
        range = sums[middle - 1] <= point ? middle..<range.upperBound : range.lowerBound..<middle
      }
      let other = range.lowerBound
      if other != self, !picked.contains(other) { picked.append(other) }
    }
    return picked
  }

  /// Who is absent, each by lot, from the place in the group and the size of the group.
  func absent(lot: inout Lot, chance: (Int, Int) -> Double) -> [Bool] {
    groups.flatMap { size in (0..<size).map { lot.happens(chance($0, size)) } }
  }

  /// Who is absent when absent pupils have absent friends.
  ///
  /// As many are as by lot, but three of four are drawn from those who name, or are named by,
  /// somebody already absent.
  func absentFriends(_ rate: Double, lot: inout Lot) -> [Bool] {
    var friends = named
    for (pupil, names) in named.enumerated() { for other in names { friends[other].append(pupil) } }
    var absent = [Bool](repeating: false, count: named.count)
    var start = 0
    for size in groups {
      let number = (0..<size).count { _ in lot.happens(rate) }
      var gone: [Int] = []
      while gone.count < number {
        var next = start + lot.below(size)
        if !gone.isEmpty, lot.happens(0.75) {
          let friend = gone[lot.below(gone.count)]
          next = friends[friend][lot.below(friends[friend].count)]
        }
        if absent[next] { continue }
        absent[next] = true
        gone.append(next)
      }
      start += size
    }
    return absent
  }

  /// What a survey sees when these pupils are absent.
  func round(absent: [Bool]) -> NominationRound {
    let present = named.indices.filter { !absent[$0] }
    let labels = groups.enumerated().flatMap {
      [Int32](repeating: Int32($0.offset), count: $0.element)
    }
    return NominationRound(
      graph: NominationGraph(
        vertexCount: named.count,
        from: present.flatMap { [Int32](repeating: Int32($0), count: named[$0].count) },
        to: present.flatMap { named[$0].map { Int32($0) } }),
      reference: Partition(groups: labels, groupCount: groups.count),
      answered: absent.map { !$0 }, namedElsewhere: [Int32](repeating: 0, count: named.count))
  }
}

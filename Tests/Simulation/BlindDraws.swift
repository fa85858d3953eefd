import Sociometry

/// Many draws of blind naming: every member names as many as they did, whoever it may be.
struct BlindDraws {
  let names: [Int]
  let runs: Int

  /// How often each number of the members looked at was named by nobody.
  private(set) var unchosen: [Int]

  /// The mutual pairs among the members looked at.
  private(set) var mutualPairs = Spread()

  /// How often the first member who gives so many names received each number.
  private(set) var received: [Int: [Int]] = [:]

  /// Draws a round of names again and again.
  ///
  /// Each member gives as many as `names` says, within groups of the sizes in `groups`, which follow
  /// each other in the order of the members; the unchosen among `looked` are counted.
  init(
    names: [Int], groups: [Int]? = nil, looked: Range<Int>? = nil, runs: Int, lot: inout Lot
  ) {
    self.names = names
    self.runs = runs
    let looked = looked ?? names.indices
    unchosen = [Int](repeating: 0, count: looked.count + 1)
    var firsts: [Int: Int] = [:]
    for (member, count) in names.enumerated() where firsts[count] == nil { firsts[count] = member }
    var counts = [[Int]](repeating: [0], count: firsts.count)
    let watched = firsts.sorted { $0.key < $1.key }
    for place in watched.indices { counts[place] = [Int](repeating: 0, count: names.count) }
    var draw = Draw(names: names, groups: groups ?? [names.count])
    for _ in 0..<runs {
      draw.again(&lot)
      unchosen[looked.count { draw.received[$0] == 0 }] += 1
      mutualPairs.add(Double(draw.mutualPairs(among: looked)))
      for (place, (_, member)) in watched.enumerated() {
        counts[place][draw.received[member]] += 1
      }
    }
    for (place, (names, _)) in watched.enumerated() { received[names] = counts[place] }
  }

  /// A round in which each member gives so many names within the groups.
  static func round(names: [Int], groups: [Int]) -> NominationRound {
    var draw = Draw(names: names, groups: groups)
    var lot = Lot(seed: 1)
    draw.again(&lot)
    return NominationRound(
      graph: draw.graph,
      reference: Partition(groups: draw.groupOf.map { Int32($0) }, groupCount: groups.count),
      answered: [Bool](repeating: true, count: names.count),
      namedElsewhere: [Int32](repeating: 0, count: names.count))
  }
}

/// One draw of blind naming, with room for the next.
struct Draw {
  let names: [Int]
  let groupOf: [Int]
  private let starts: [Int]
  private let sizes: [Int]
  private let offsets: [Int]
  private(set) var picks: [Int]
  private(set) var received: [Int]

  init(names: [Int], groups: [Int]) {
    self.names = names
    sizes = groups
    groupOf = groups.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
    starts = groups.indices.map { groups[..<$0].reduce(0, +) }
    offsets = names.indices.map { names[..<$0].reduce(0, +) }
    picks = [Int](repeating: -1, count: names.reduce(0, +))
    received = [Int](repeating: 0, count: names.count)
  }

  mutating func again(_ lot: inout Lot) {
    for member in received.indices { received[member] = 0 }
    for member in names.indices {
      let (start, size) = (starts[groupOf[member]], sizes[groupOf[member]])
      let first = offsets[member]
      var next = first
      while next < first + names[member] {
        let other = start + lot.below(size)
        if other == member || picks[first..<next].contains(other) { continue }
        picks[next] = other
        received[other] += 1
        next += 1
      }
    }
  }

  /// Whom a member names.
  func named(by member: Int) -> ArraySlice<Int> {
    picks[offsets[member]..<(offsets[member] + names[member])]
  }

  func mutualPairs(among members: Range<Int>) -> Int {
    var pairs = 0
    for member in members {
      for other in named(by: member)
      where other > member && other < members.upperBound && named(by: other).contains(member) {
        pairs += 1
      }
    }
    return pairs
  }

  var graph: NominationGraph {
    let from = names.indices.flatMap { [Int32](repeating: Int32($0), count: names[$0]) }
    return NominationGraph(vertexCount: names.count, from: from, to: picks.map { Int32($0) })
  }
}

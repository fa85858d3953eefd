import Sociometry
import Statistics
import Testing

struct UnchosenBoundsTests {
  struct Reference: Decodable {
    let vertices: Int
    let names: [Row]
    let largest: Int

    struct Row: Decodable {
      let namer: Int32
      let candidates: [Int32]

      init(from decoder: any Decoder) throws {
        var row = try decoder.unkeyedContainer()
        namer = try row.decode(Int32.self)
        candidates = try row.decode([Int32].self)
      }
    }
  }

  static func bounds(
    _ round: NominationRound, _ names: [(Int32, [Int32])], _ groups: Partition? = nil,
    unread: [Int32] = [], limit: Int = 3
  ) -> [UnchosenBounds] {
    var unresolved = UnresolvedNames()
    for (nominator, candidates) in names {
      unresolved.append(nominator: nominator, candidates: candidates)
    }
    for nominator in unread { unresolved.appendUnread(nominator: nominator) }
    return UnchosenBounds.forGroups(
      of: groups ?? round.reference, names: unresolved, in: round, standings: Standings(of: round),
      limit: limit)
  }

  @Test func `largest matchings agree with networkx`() throws {
    for reference in try ReferenceFile.rows("matchings.json", as: Reference.self) {
      let round = StandingsTests.round(reference.vertices, [])
      let found = Self.bounds(round, reference.names.map { ($0.namer, $0.candidates) })[0]
      #expect(found.high == reference.vertices)
      #expect(found.high - found.lowByNames == reference.largest)
    }
  }

  /// 0, 1 and 2 are unchosen; 3 and 4 name each other.
  static let class5 = StandingsTests.round(5, [(3, 4), (4, 3)])

  @Test func `one name settles one pupil at most`() {
    #expect(Self.bounds(Self.class5, [(3, [0, 1, 2])])[0].lowByNames == 2)
    #expect(Self.bounds(Self.class5, [(3, [0]), (4, [0])])[0].lowByNames == 2)
    #expect(Self.bounds(Self.class5, [(3, [0, 1]), (4, [0])])[0].lowByNames == 1)
  }

  @Test func `nobody is their own candidate, and the chosen cannot be chosen again`() {
    #expect(Self.bounds(Self.class5, [(0, [0]), (1, [3, 4])])[0].lowByNames == 3)
    #expect(Self.bounds(Self.class5, [])[0].high == 3)
  }

  @Test func `a candidate outside the reference group does not count`() {
    let round = StandingsTests.round(4, [], groups: [0, 0, 1, -1])
    let found = Self.bounds(round, [(0, [1, 2, 3]), (3, [0])], .whole(vertexCount: 4))[0]
    #expect(found.high == 3)
    #expect(found.lowByNames == 2)
  }

  @Test func `each group is bounded by itself`() {
    let round = StandingsTests.round(4, [])
    let halves = Partition(groups: [0, 0, 1, 1], groupCount: 3)
    let found = Self.bounds(round, [(0, [1, 2])], halves)
    #expect(found.map(\.lowByNames) == [1, 1, 0])
    #expect(found.map(\.high) == [2, 2, 0])
    #expect(Self.bounds(round, [(0, [1, 2])])[0].lowByNames == 3)
  }

  @Test func `names pending for each pupil are counted once per name`() {
    var names = UnresolvedNames()
    names.append(nominator: 0, candidates: [1, 1, 0])
    names.append(nominator: 2, candidates: [1, 3])
    names.append(nominator: 2, candidates: [])
    #expect(names.count == 3)
    #expect(names.pending(vertexCount: 4) == [0, 2, 0, 1])
  }

  /// 0, 1 and 2 are unchosen, 3 and 4 name each other; of the unchosen some did not answer.
  @Test(arguments: [
    // absent, limit, low
    ([], 3, 3), ([0], 3, 1), ([0], 1, 2), ([0, 1], 1, 1), ([0, 1], 2, 0), ([0, 1, 2], 1, 0),
  ])
  func `whoever did not answer may have named the rest, and never themselves`(
    absent: [Int], limit: Int, low: Int
  ) {
    let round = StandingsTests.round(5, [(3, 4), (4, 3)], absent: Set(absent))
    let found = Self.bounds(round, [], limit: limit)[0]
    #expect(found.high == 3 && found.lowByNames == 3)
    #expect(found.low == low)
    let byNameToo = Self.bounds(round, [(3, [0])], limit: limit)[0]
    #expect(byNameToo.lowByNames == 2)
    #expect(byNameToo.low == max(0, low - 1))
  }

  @Test func `one absent member cannot name the last, who is that one`() {
    let round = StandingsTests.round(3, [(1, 2), (2, 1)], absent: [0])
    #expect(Self.bounds(round, [])[0].low == 1)
    #expect(Self.bounds(round, [(1, [0])])[0].low == 0)
  }

  /// Every absent member as so many further names, tried out in all ways.
  @Test func `the bounds are those of trying every reading out`() {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<300 {
      let count = Int.random(in: 2...7, using: &generator)
      let absent = Set((0..<count).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 })
      let edges = (0..<count).filter { !absent.contains($0) }.compactMap { from in
        Bool.random(using: &generator)
          ? (Int32(from), Int32.random(in: 0..<Int32(count), using: &generator)) : nil
      }
      let groups = (0..<count).map { _ in Int32.random(in: 0...1, using: &generator) }
      let round = StandingsTests.round(count, edges, absent: absent, groups: groups)
      let present = (0..<Int32(count)).filter { round.answered[Int($0)] }
      let names = present.filter { _ in Bool.random(using: &generator) }.map { namer in
        (namer, (0..<Int32(count)).filter { _ in Bool.random(using: &generator) })
      }
      let limit = Int.random(in: 1...2, using: &generator)
      let shown = Partition(
        groups: (0..<count).map { _ in Int32.random(in: -1...1, using: &generator) }, groupCount: 2)
      let unread = present.filter { _ in Int.random(in: 0..<6, using: &generator) == 0 }
      let all = Self.bounds(round, names, shown, unread: unread, limit: limit)
      for (group, found) in all.enumerated() {
        let zeros = shown.members(of: group).filter {
          Standings(of: round).received[Int($0)] == 0
        }
        #expect(found.high == zeros.count)
        func others(_ one: Int) -> [Int32] {
          zeros.filter { Int($0) != one && groups[Int($0)] == groups[one] }
        }
        let named = Self.readings(names, zeros, groups) + unread.map { others(Int($0)) }
        #expect(found.lowByNames == zeros.count - Self.most(named))
        let asked = absent.flatMap { one in
          Array(repeating: others(one), count: limit)
        }
        #expect(found.low == zeros.count - Self.most(named + asked))
        #expect(0...found.lowByNames ~= found.low)
      }
    }
  }

  private static func readings(_ names: [(Int32, [Int32])], _ zeros: [Int32], _ groups: [Int32])
    -> [[Int32]]
  {
    names.map { namer, candidates in
      candidates.filter {
        $0 != namer && zeros.contains($0) && groups[Int($0)] == groups[Int(namer)]
      }
    }
  }

  /// The most distinct ones that can be taken, one from each list at most.
  private static func most(_ lists: [[Int32]], taken: Set<Int32> = []) -> Int {
    guard let first = lists.first else { return taken.count }
    let rest = Array(lists.dropFirst())
    let open = first.filter { !taken.contains($0) }
    return ([most(rest, taken: taken)] + open.map { most(rest, taken: taken.union([$0])) }).max()
      ?? 0
  }
}

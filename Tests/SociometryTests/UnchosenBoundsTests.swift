import Sociometry
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
    _ round: NominationRound, _ names: [(Int32, [Int32])], _ groups: Partition? = nil
  ) -> [UnchosenBounds] {
    var unresolved = UnresolvedNames()
    for (nominator, candidates) in names {
      unresolved.append(nominator: nominator, candidates: candidates)
    }
    return UnchosenBounds.forGroups(
      of: groups ?? round.reference, names: unresolved, in: round, standings: Standings(of: round))
  }

  @Test func `largest matchings agree with networkx`() throws {
    for reference in try ReferenceFile.rows("matchings.json", as: Reference.self) {
      let round = StandingsTests.round(reference.vertices, [])
      let found = Self.bounds(round, reference.names.map { ($0.namer, $0.candidates) })[0]
      #expect(found.high == reference.vertices)
      #expect(found.high - found.low == reference.largest)
    }
  }

  /// 0, 1 and 2 are unchosen; 3 and 4 name each other.
  static let class5 = StandingsTests.round(5, [(3, 4), (4, 3)])

  @Test func `one name settles one pupil at most`() {
    #expect(Self.bounds(Self.class5, [(3, [0, 1, 2])])[0].low == 2)
    #expect(Self.bounds(Self.class5, [(3, [0]), (4, [0])])[0].low == 2)
    #expect(Self.bounds(Self.class5, [(3, [0, 1]), (4, [0])])[0].low == 1)
  }

  @Test func `nobody is their own candidate, and the chosen cannot be chosen again`() {
    #expect(Self.bounds(Self.class5, [(0, [0]), (1, [3, 4])])[0].low == 3)
    #expect(Self.bounds(Self.class5, [])[0].high == 3)
  }

  @Test func `a candidate outside the reference group does not count`() {
    let round = StandingsTests.round(4, [], groups: [0, 0, 1, -1])
    let found = Self.bounds(round, [(0, [1, 2, 3]), (3, [0])], .whole(vertexCount: 4))[0]
    #expect(found.high == 3)
    #expect(found.low == 2)
  }

  @Test func `each group is bounded by itself`() {
    let round = StandingsTests.round(4, [])
    let halves = Partition(groups: [0, 0, 1, 1], groupCount: 3)
    let found = Self.bounds(round, [(0, [1, 2])], halves)
    #expect(found.map(\.low) == [1, 1, 0])
    #expect(found.map(\.high) == [2, 2, 0])
    #expect(Self.bounds(round, [(0, [1, 2])])[0].low == 3)
  }

  @Test func `names pending for each pupil are counted once per name`() {
    var names = UnresolvedNames()
    names.append(nominator: 0, candidates: [1, 1, 0])
    names.append(nominator: 2, candidates: [1, 3])
    names.append(nominator: 2, candidates: [])
    #expect(names.count == 3)
    #expect(names.pending(vertexCount: 4) == [0, 2, 0, 1])
  }
}

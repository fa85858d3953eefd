import Sociometry
import Testing

/// Examples from papers and documentation, and small classes worked by hand.
struct PublishedExampleTests {
  /// Newman (2003), Mixing patterns in networks, Table I: couples in San Francisco by ethnicity.
  ///
  /// The shares are printed in thousandths, from which r is 0.623 (so in the tests of networkx too);
  /// the paper's 0.621 comes from shares that were not rounded.
  @Test func `assortativity of couples in San Francisco`() {
    let couples = [[258, 16, 35, 13], [12, 157, 58, 19], [13, 23, 306, 35], [5, 7, 24, 16]]
    // Forty vertices of each label, so that every couple is a tie of its own.
    var ties: [(Int32, Int32)] = []
    for (women, row) in couples.enumerated() {
      for (men, count) in row.enumerated() {
        let pairs = (0..<40).flatMap { a in (0..<40).map { (women * 40 + a, men * 40 + $0) } }
        ties += pairs.filter { $0.0 != $0.1 }.prefix(count).map { (Int32($0.0), Int32($0.1)) }
      }
    }
    let graph = NominationGraph(vertexCount: 160, from: ties.map(\.0), to: ties.map(\.1))
    let labels = Partition(groups: (0..<160).map { $0 / 40 }, groupCount: 4)
    let found = MixingMatrix.forGroups(of: .whole(vertexCount: 160), labels: labels, in: graph)[0]
    #expect(isNear(found.assortativity, 0.623, 5e-4))
  }

  /// The class of HomophilyTests: girls 0, 1, 2 and boys 3, 4.
  ///
  /// Girls give 4 names, 3 to girls where 4 · 2/4 = 2 are expected: (3 − 2) / (4 − 2). Boys give 2,
  /// 1 to a boy where 1/2 is expected: (1 − 1/2) / (2 − 1/2). 4 of 8 ordered pairs within are tied, 2
  /// of 12 between: 4 · 10 / (4 · 2). Within 4/6, by chance (4 · 4 + 2 · 2) / 36.
  @Test func `indices of segregation of a class of five worked by hand`() {
    let graph = NominationGraph(
      vertexCount: 5, from: [0, 1, 2, 3, 0, 4], to: [1, 0, 1, 4, 3, 2])
    let labels = Partition(groups: [0, 0, 0, 1, 1], groupCount: 2)
    let found = MixingMatrix.forGroups(of: .whole(vertexCount: 5), labels: labels, in: graph)[0]
    #expect(isNear(found.coleman(0), 1.0 / 2))
    #expect(isNear(found.coleman(1), 1.0 / 3))
    #expect(isNear(found.oddsRatio, 5))
    #expect(isNear(found.assortativity, 1.0 / 4))
  }

  /// Coleman (1958): −1 where nobody keeps to their own, 0 as group sizes give, 1 where all do.
  @Test(
    arguments: [([], [2, 3], -1), ([1], [2, 3], 0), ([1], [], 1)] as [([Int32], [Int32], Double)])
  func `Coleman's index at its marks`(own: [Int32], others: [Int32], expected: Double) {
    // 0 and 1 are of one label, 2 and 3 of the other; one of three others is of one's own.
    let to = own + others
    let graph = NominationGraph(
      vertexCount: 4, from: [Int32](repeating: 0, count: to.count), to: to)
    let labels = Partition(groups: [0, 0, 1, 1], groupCount: 2)
    let found = MixingMatrix.forGroups(of: .whole(vertexCount: 4), labels: labels, in: graph)[0]
    #expect(isNear(found.coleman(0), expected))
  }

  /// The example of networkx's `triadic_census`: four vertices, two 030T and two 030C.
  @Test func `triads of the example of networkx`() {
    let graph = NominationGraph(
      vertexCount: 4, from: [0, 1, 2, 2, 3, 3], to: [1, 2, 0, 3, 0, 1])
    let census = TriadCensus.forGroups(of: .whole(vertexCount: 4), in: graph)[0]
    #expect(census[.t030T] == 2)
    #expect(census[.t030C] == 2)
    #expect(census.counts.reduce(0, +) == 4)
  }

  /// One triad of each kind, as drawn by Holland & Leinhardt (1970) and by Wasserman & Faust (1994),
  /// figure 14.2: D is down (from one), U up (to one), C a chain or a cycle, T transitive.
  static let triads: [(TriadCensus.Kind, [(Int32, Int32)])] = [
    (.t003, []), (.t012, [(0, 1)]), (.t102, [(0, 1), (1, 0)]), (.t021D, [(1, 0), (1, 2)]),
    (.t021U, [(0, 1), (2, 1)]), (.t021C, [(0, 1), (1, 2)]), (.t111D, [(0, 2), (2, 0), (1, 2)]),
    (.t111U, [(0, 2), (2, 0), (2, 1)]), (.t030T, [(0, 1), (2, 1), (0, 2)]),
    (.t030C, [(1, 0), (2, 1), (0, 2)]), (.t201, [(0, 1), (1, 0), (0, 2), (2, 0)]),
    (.t120D, [(1, 2), (1, 0), (0, 2), (2, 0)]), (.t120U, [(0, 1), (2, 1), (0, 2), (2, 0)]),
    (.t120C, [(0, 1), (1, 2), (0, 2), (2, 0)]),
    (.t210, [(0, 1), (1, 2), (2, 1), (0, 2), (2, 0)]),
    (.t300, [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)]),
  ]

  @Test(arguments: triads.indices) func `each kind of triad is known as it is drawn`(place: Int) {
    let (kind, ties) = Self.triads[place]
    let graph = NominationGraph(vertexCount: 3, from: ties.map(\.0), to: ties.map(\.1))
    let census = TriadCensus.forGroups(of: .whole(vertexCount: 3), in: graph)[0]
    #expect(census[kind] == 1)
    #expect(census.counts.reduce(0, +) == 1)
  }

  /// Zachary (1977): 78 friendships, 45 triangles, 528 pairs of friendships that meet.
  ///
  /// Of 5984 sets of three, 528 − 3 · 45 have two ties, 78 · 32 − 2 · 393 − 3 · 45 one. Only the instructor (0)
  /// holds others in the club; its two largest circles have five members.
  @Test func `triads, circles and cut members of the karate club`() throws {
    let club = try #require(try StructureTests.references.get().first)
    let census = TriadCensus.forGroups(of: club.partition, in: club.graph)[0]
    #expect(census[.t300] == 45)
    #expect(census[.t201] == 393)
    #expect(census[.t102] == 1575)
    #expect(census[.t003] == 3971)
    let cuts = CutVertices.marked(in: club.partition, of: club.graph)
    #expect(cuts.indices.filter { cuts[$0] } == [0])
    let circles = MutualCliques.sizes(in: club.partition, of: club.graph)[0]
    #expect(circles[5] == 2)
    #expect(circles.keys.max() == 5)
    // networkx documents 36 maximal cliques; 11 of them are pairs.
    #expect(circles.values.reduce(0, +) == 25)
  }

  /// Freeman (1979): a star has centralisation 1 and a ring 0; Gini: one has all, and all have one.
  @Test func `a star and a ring are the ends of concentration`() {
    let star = Concentration(received: [4, 0, 0, 0, 0])
    #expect(star.centralisation == 1)
    #expect(star.gini == 0.8)
    let ring = Concentration(received: [1, 1, 1, 1, 1])
    #expect(ring.centralisation == 0)
    #expect(ring.gini == 0)
    // By hand: the six gaps of 1, 2, 3, 4 add up to 10, twice that over 2 · 4 · 10.
    #expect(Concentration(received: [4, 2, 1, 3]).gini == 0.25)
  }

  /// Two squares that share a corner, and a pupil who hangs on another: both are cut pupils.
  @Test func `cut pupils worked by hand`() {
    let ties: [(Int32, Int32)] = [
      (0, 1), (1, 2), (2, 3), (3, 0), (3, 4), (4, 5), (5, 6), (6, 3), (6, 7), (8, 9),
    ]
    let graph = NominationGraph(vertexCount: 10, from: ties.map(\.0), to: ties.map(\.1))
    let cuts = CutVertices.marked(in: .whole(vertexCount: 10), of: graph)
    #expect(cuts.indices.filter { cuts[$0] } == [3, 6])
  }

  /// A circle of four, one of three that shares a member with it, and a pair, which is no circle.
  @Test func `circles worked by hand`() {
    let pairs: [(Int32, Int32)] = [
      (0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3), (3, 4), (3, 5), (4, 5), (5, 6),
    ]
    let graph = NominationGraph(
      vertexCount: 8, from: pairs.map(\.0) + pairs.map(\.1) + [6],
      to: pairs.map(\.1) + pairs.map(\.0) + [4])
    #expect(MutualCliques.sizes(in: .whole(vertexCount: 8), of: graph) == [[4: 1, 3: 1]])
  }

  /// Krackhardt & Stern (1988): −1 when all ties are internal, 1 when all are external, 0 halfway.
  @Test(arguments: [([1, 0], -1), ([2, 3], 1), ([1, 2], 0)] as [([Int32], Double)])
  func `the E-I index at its marks`(named: [Int32], expected: Double) {
    let graph = NominationGraph(vertexCount: 4, from: [0, named == [1, 2] ? 0 : 1], to: named)
    let labels = Partition(groups: [0, 0, 1, 1], groupCount: 2)
    let found = Homophily.forGroups(of: .whole(vertexCount: 4), labels: labels, in: graph)[0]
    #expect(found.index == expected)
    // Of twelve ordered pairs four are within: (8 − 4) / 12.
    #expect(isNear(found.indexFromSizes, 1.0 / 3))
  }
}

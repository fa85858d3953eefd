import Sociometry
import Testing

/// What networkx finds in random graphs cut into groups, `Reference/make_reference.py`.
struct StructureTests {
  struct Reference: Decodable {
    let n: Int
    let edges: [[Int32]]
    let groups: [Int32]
    let groupCount: Int
    let indices: [Expected]

    var graph: NominationGraph {
      NominationGraph(vertexCount: n, from: edges.map { $0[0] }, to: edges.map { $0[1] })
    }
    var partition: Partition { Partition(groups: groups, groupCount: groupCount) }
  }

  struct Expected: Decodable {
    let triads: [Int]
    let cuts: [Int]
    let cliques: [[Int]]
    let gini: Double?
    let centralisation: Double?
    let coleman: [Double?]
    let oddsRatio: Double?
    let assortativity: Double?
    let ei: Double?
    let eiSizes: Double?
  }

  /// The labels that the script gives: some pupils have none.
  static func labels(_ count: Int) -> Partition {
    Partition(groups: (0..<Int32(count)).map { $0 % 7 == 2 ? -1 : $0 % 3 }, groupCount: 3)
  }

  static let references = Result { try ReferenceFile.rows("graphs.json", as: Reference.self) }

  @Test func `the triad census agrees with networkx`() throws {
    for reference in try Self.references.get() {
      let found = TriadCensus.forGroups(of: reference.partition, in: reference.graph)
      #expect(found.map(\.counts) == reference.indices.map(\.triads))
    }
  }

  @Test func `the cut pupils are the articulation points that networkx finds`() throws {
    for reference in try Self.references.get() {
      let marked = CutVertices.marked(in: reference.partition, of: reference.graph)
      for (group, expected) in reference.indices.enumerated() {
        let found = reference.partition.members(of: group).filter { marked[Int($0)] }
        #expect(found.map(Int.init) == expected.cuts)
      }
    }
  }

  @Test func `circles of mutual ties are the maximal cliques that networkx finds`() throws {
    for reference in try Self.references.get() {
      let found = MutualCliques.sizes(in: reference.partition, of: reference.graph)
      let sorted = found.map { sizes in sizes.sorted { $0.key < $1.key }.map { [$0.key, $0.value] }
      }
      #expect(sorted == reference.indices.map(\.cliques))
    }
  }

  @Test func `concentration agrees with its definition over all pairs`() throws {
    for reference in try Self.references.get() {
      let found = Concentration.forGroups(of: reference.partition, in: reference.graph)
      for (own, expected) in zip(found, reference.indices) {
        #expect(isNear(own.gini, expected.gini))
        #expect(isNear(own.centralisation, expected.centralisation))
      }
    }
  }

  @Test func `indices of segregation agree with networkx and with exact fractions`() throws {
    for reference in try Self.references.get() {
      let labels = Self.labels(reference.n)
      let found = MixingMatrix.forGroups(
        of: reference.partition, labels: labels, in: reference.graph)
      for (own, expected) in zip(found, reference.indices) {
        for label in 0..<3 { #expect(isNear(own.coleman(label), expected.coleman[label])) }
        #expect(isNear(own.oddsRatio, expected.oddsRatio, 1e-12 * (expected.oddsRatio ?? 1)))
        #expect(isNear(own.assortativity, expected.assortativity))
      }
    }
  }

  @Test func `the E-I index agrees with counting, beside all naming all`() throws {
    for reference in try Self.references.get() {
      let found = Homophily.forGroups(
        of: reference.partition, labels: Self.labels(reference.n), in: reference.graph)
      for (own, expected) in zip(found, reference.indices) {
        #expect(isNear(own.index, expected.ei))
        #expect(isNear(own.indexFromSizes, expected.eiSizes))
      }
    }
  }

  /// Two friends, a third who names one of them, and a fourth whom nobody is tied to.
  @Test func `four pupils worked by hand`() {
    let graph = NominationGraph(vertexCount: 4, from: [0, 1, 2], to: [1, 0, 1])
    let whole = Partition.whole(vertexCount: 4)
    let census = TriadCensus.forGroups(of: whole, in: graph)[0]
    #expect(census[.t111D] == 1)
    #expect(census[.t102] == 1)
    #expect(census[.t012] == 1)
    #expect(census[.t003] == 1)
    #expect(Array(CutVertices.marked(in: whole, of: graph)) == [false, true, false, false])
    #expect(MutualCliques.sizes(in: whole, of: graph) == [[:]])
    let spread = Concentration.forGroups(of: whole, in: graph)[0]
    #expect(spread.gini == 7.0 / 12)
    #expect(spread.centralisation == 5.0 / 9)
  }

  @Test(arguments: [0, 1, 2])
  func `groups of hardly anybody have nothing to say`(members: Int) {
    let graph = NominationGraph(vertexCount: members, from: [], to: [])
    let whole = Partition.whole(vertexCount: members)
    #expect(TriadCensus.forGroups(of: whole, in: graph)[0].counts.allSatisfy { $0 == 0 })
    #expect(!CutVertices.marked(in: whole, of: graph).contains(true))
    #expect(Concentration.forGroups(of: whole, in: graph)[0].gini == nil)
    let mixing = MixingMatrix.forGroups(of: whole, labels: whole, in: graph)[0]
    #expect(mixing.coleman(0) == nil && mixing.oddsRatio == nil && mixing.assortativity == nil)
  }
}

import Sociometry
import Statistics
import Testing

struct NetworkIndicesTests {
  struct Reference: Decodable {
    let n: Int
    let edges: [[Int32]]
    let kept: Int
    let selves: Int
    let groups: [Int32]
    let groupCount: Int
    let indices: [Expected]
  }

  struct Expected: Decodable {
    let members: Int
    let edges: Int
    let mutual: Int
    let density: Double?
    let edgeReciprocity: Double?
    let dyadReciprocity: Double?
    let directedTransitivity: Double?
    let undirectedTransitivity: Double?
    let weak: Int
    let strong: Int
    let mutualComponents: Int
  }

  static func references() throws -> [Reference] {
    try ReferenceFile.rows("graphs.json", as: Reference.self)
  }

  @Test func `every index agrees with networkx`() throws {
    for reference in try Self.references() {
      let graph = NominationGraph(
        vertexCount: reference.n, from: reference.edges.map { $0[0] },
        to: reference.edges.map { $0[1] })
      #expect(graph.edgeCount == reference.kept)
      #expect(graph.selfNominators.count == reference.selves)
      let partition = Partition(groups: reference.groups, groupCount: reference.groupCount)
      let all = NetworkIndices.forGroups(of: partition, in: graph)
      for (found, expected) in zip(all, reference.indices) {
        #expect(found.members == expected.members)
        #expect(found.edges == expected.edges)
        #expect(found.mutualPairs == expected.mutual)
        #expect(isNear(found.density, expected.density))
        #expect(isNear(found.edgeReciprocity, expected.edgeReciprocity))
        #expect(isNear(found.dyadReciprocity, expected.dyadReciprocity))
        #expect(isNear(found.directedTransitivity, expected.directedTransitivity))
        #expect(isNear(found.undirectedTransitivity, expected.undirectedTransitivity))
        #expect(found.weakComponents == expected.weak)
        #expect(found.strongComponents == expected.strong)
        #expect(found.mutualComponents == expected.mutualComponents)
      }
    }
  }

  /// 34 members, 78 friendships, 45 triangles, transitivity 0.2557 (Zachary 1977, as in networkx).
  @Test func `the karate club has its known figures`() throws {
    let club = try #require(try Self.references().first)
    let graph = NominationGraph(
      vertexCount: 34, from: club.edges.map { $0[0] }, to: club.edges.map { $0[1] })
    let whole = Partition.whole(vertexCount: 34)
    let indices = NetworkIndices.forGroups(of: whole, in: graph)[0]
    #expect(indices.mutualPairs == 78)
    #expect(indices.triangles == 45)
    #expect(isNear(indices.undirectedTransitivity, 0.2557, 5e-5))
    #expect(indices.edgeReciprocity == 1)
    #expect(indices.directedTransitivity == indices.undirectedTransitivity)
  }

  /// 0 and 1 name each other, 1 names 2, 0 names 2, 3 is alone.
  @Test func `four pupils worked by hand`() {
    let graph = NominationGraph(vertexCount: 4, from: [0, 1, 1, 0], to: [1, 0, 2, 2])
    let found = NetworkIndices.forGroups(of: .whole(vertexCount: 4), in: graph)[0]
    #expect(found.density == 4.0 / 12)
    #expect(found.mutualPairs == 1)
    #expect(found.asymmetricPairs == 2)
    #expect(found.edgeReciprocity == 0.5)
    #expect(found.dyadReciprocity == 1.0 / 3)
    #expect(found.directedPaths == 2)
    #expect(found.directedTransitivity == 1)
    #expect(found.undirectedTransitivity == 1)
    #expect(found.weakComponents == 2)
    #expect(found.strongComponents == 3)
    #expect(found.mutualComponents == 3)
  }

  @Test func `figures without a denominator do not exist`() {
    let graph = NominationGraph(vertexCount: 3, from: [0], to: [1])
    let groups = Partition(groups: [0, 1, -1], groupCount: 3)
    for found in NetworkIndices.forGroups(of: groups, in: graph) {
      #expect(found.density == nil)
      #expect(found.edgeReciprocity == nil)
      #expect(found.dyadReciprocity == nil)
      #expect(found.directedTransitivity == nil)
      #expect(found.undirectedTransitivity == nil)
      #expect(found.weakComponents == found.members)
    }
  }

  @Test func `renumbering the pupils changes nothing`() throws {
    var random = SeededGenerator(seed: 11)
    for reference in try Self.references() {
      let order = (0..<Int32(reference.n)).shuffled(using: &random)
      let edges = reference.edges.shuffled(using: &random)
      var groups = reference.groups
      for vertex in 0..<reference.n { groups[Int(order[vertex])] = reference.groups[vertex] }
      let count = reference.groupCount
      let plain = NetworkIndices.forGroups(
        of: Partition(groups: reference.groups, groupCount: count),
        in: NominationGraph(
          vertexCount: reference.n, from: edges.map { $0[0] }, to: edges.map { $0[1] }))
      let renumbered = NetworkIndices.forGroups(
        of: Partition(groups: groups, groupCount: count),
        in: NominationGraph(
          vertexCount: reference.n, from: edges.map { order[Int($0[0])] },
          to: edges.map { order[Int($0[1])] }))
      #expect(plain == renumbered)
    }
  }

  @Test func `a long chain of names does not run out of stack`() {
    let count: Int32 = 20_000
    let graph = NominationGraph(
      vertexCount: Int(count), from: Array(0..<count), to: (0..<count).map { ($0 + 1) % count })
    let found = NetworkIndices.forGroups(of: .whole(vertexCount: Int(count)), in: graph)[0]
    #expect(found.strongComponents == 1)
    #expect(found.weakComponents == 1)
    #expect(found.mutualComponents == Int(count))
  }
}

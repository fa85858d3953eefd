@testable import Sociometry
import Testing

struct GroupStructureTests {
  @Test func `one reading of the ties gives what each figure gives alone`() throws {
    for reference in try StructureTests.references.get() {
      let (partition, graph) = (reference.partition, reference.graph)
      let found = GroupStructure.forGroups(of: partition, in: graph)
      #expect(found.map(\.indices) == NetworkIndices.forGroups(of: partition, in: graph))
      #expect(found.map(\.triads) == TriadCensus.forGroups(of: partition, in: graph))
      #expect(found.map(\.concentration) == Concentration.forGroups(of: partition, in: graph))
      #expect(found.map(\.cliques) == MutualCliques.sizes(in: partition, of: graph))
      let isCut = CutVertices.marked(in: partition, of: graph)
      let cuts = (0..<partition.groupCount).map { group in
        partition.members(of: group).count { isCut[Int($0)] }
      }
      #expect(found.map(\.cutMembers) == cuts)
      #expect(found.map(\.cutMembers) == reference.indices.map(\.cuts.count))
    }
  }

  /// Enough pupils for several threads, in classes whose members do not stand together.
  @Test func `so many groups that threads share them give what each group gives alone`() {
    let (count, classes) = (24_000, 800)
    var (from, to): ([Int32], [Int32]) = ([], [])
    var state: UInt64 = 7
    for vertex in 0..<count {
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = Int(state >> 33) % (count / classes)
        from.append(Int32(vertex))
        to.append(Int32(vertex % classes + place * classes))
      }
    }
    let graph = NominationGraph(vertexCount: count, from: from, to: to)
    let groups = (0..<Int32(count)).map { $0 % Int32(classes) }
    let together = GroupStructure.forGroups(
      of: Partition(groups: groups, groupCount: classes), in: graph)
    for group in stride(from: 0, to: classes, by: 97) {
      let own = Partition(
        groups: groups.map { $0 == Int32(group) ? 0 : -1 }, groupCount: 1)
      let alone = GroupStructure.forGroups(of: own, in: graph)[0]
      #expect(together[group].indices == alone.indices)
      #expect(together[group].triads == alone.triads)
      #expect(together[group].cutMembers == alone.cutMembers)
      #expect(together[group].cliques == alone.cliques)
    }
    #expect(together.reduce(0) { $0 + $1.indices.edges } == graph.edgeCount)
  }

  /// n(n - 1)(n - 2) passes 64 bits from 2,097,154 members on, C(n, 3) from 3,810,780 on.
  @Test(arguments: [
    (1_000_000, 166_666_166_667_000_000), (2_097_154, 1_537_230_871_833_083_904),
    (3_810_779, 9_223_371_416_043_870_029),
  ])
  func `the number of triads is exact at the size of a nation`(members: Int, triads: Int) {
    #expect(TriadCensus.all(members) == triads)
  }
}

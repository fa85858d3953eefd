@testable import Sociometry
import Statistics
import Testing

struct NominationGraphTests {
  let graph = NominationGraph(
    vertexCount: 5, from: [3, 0, 0, 1, 2, 0, 3, 3, 0], to: [0, 3, 1, 1, 0, 1, 3, 3, 1])

  @Test func `names are kept once and in order`() {
    #expect(graph.edgeCount == 4)
    #expect(Array(graph.named(by: 0)) == [1, 3])
    #expect(Array(graph.nominators(of: 0)) == [2, 3])
    #expect(graph.named(by: 4).isEmpty)
    #expect(graph.outDegree(of: 0) == 2)
    #expect(graph.inDegree(of: 1) == 1)
  }

  @Test func `naming oneself and naming twice are set aside and counted`() {
    #expect(graph.selfNominators == [1, 3, 3])
    #expect(graph.repeatNominators == [0, 0])
  }

  @Test func `a tie is mutual when both name each other`() {
    #expect(graph.isMutual(0, 3))
    #expect(graph.isMutual(3, 0))
    #expect(!graph.isMutual(0, 1))
    #expect(graph.hasEdge(2, 0))
    #expect(!graph.hasEdge(0, 2))
  }

  @Test(arguments: [0, 1, 3]) func `a graph may have no nominations`(count: Int) {
    let empty = NominationGraph(vertexCount: count, from: [], to: [])
    #expect(empty.vertexCount == count)
    #expect(empty.edgeCount == 0)
    let partition = Partition.whole(vertexCount: count)
    let indices = NetworkIndices.forGroups(of: partition, in: empty)[0]
    #expect(indices.weakComponents == count)
    #expect(indices.strongComponents == count)
    #expect(indices.mutualComponents == count)
  }

  @Test func `the order of the nominations does not matter`() {
    var random = SeededGenerator(seed: 7)
    let edges = (0..<400).map { _ in
      (Int32.random(in: 0..<60, using: &random), Int32.random(in: 0..<60, using: &random))
    }
    let shuffled = edges.shuffled(using: &random)
    let a = NominationGraph(vertexCount: 60, from: edges.map(\.0), to: edges.map(\.1))
    let b = NominationGraph(vertexCount: 60, from: shuffled.map(\.0), to: shuffled.map(\.1))
    for vertex in 0..<60 {
      #expect(a.named(by: vertex) == b.named(by: vertex))
      #expect(a.nominators(of: vertex) == b.nominators(of: vertex))
      #expect(Array(a.named(by: vertex)) == a.named(by: vertex).sorted())
    }
    #expect(a.selfNominators == b.selfNominators)
    #expect(a.repeatNominators == b.repeatNominators)
    #expect(a.edgeCount + a.selfNominators.count + a.repeatNominators.count == 400)
    let rows = NominationGraph(starts: a.out.offsets, named: a.out.neighbours)
    for vertex in 0..<60 {
      #expect(rows.named(by: vertex) == a.named(by: vertex))
      #expect(rows.nominators(of: vertex) == a.nominators(of: vertex))
    }
  }

  @Test(arguments: [
    // Ascending, an empty row, descending, twice the same, oneself, out of range, too few, no start.
    ([0, 2, 3, 3], [1, 2, 0], true), ([0, 0, 0, 0], [], true), ([0, 2, 2, 2], [2, 1], false),
    ([0, 2, 2, 2], [1, 1], false), ([0, 1, 1, 1], [0], false), ([0, 1, 1, 1], [3], false),
    ([0, 1, 1, 1], [-1], false), ([0, 1, 1, 1], [1, 2], false), ([1, 1, 1, 1], [1], false),
    ([0, 2, 1, 2], [1, 2], false),
  ])
  func `rows are taken as they are only in order`(
    starts: [Int32], named: [Int32], isInOrder: Bool
  ) {
    let rows = Adjacency(
      offsets: ContiguousArray(starts), neighbours: ContiguousArray(named))
    #expect(rows.isInOrder == isInOrder)
  }
}

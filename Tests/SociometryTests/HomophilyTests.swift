import Sociometry
import Testing

struct HomophilyTests {
  /// Three girls 0, 1, 2 and two boys 3, 4.
  ///
  /// Four names within, two across; ordered pairs 8 within, 12 between.
  @Test func `a class of five worked by hand`() {
    let graph = NominationGraph(
      vertexCount: 6, from: [0, 1, 2, 3, 0, 4, 5, 0], to: [1, 0, 1, 4, 3, 2, 0, 5])
    let labels = Partition(groups: [0, 0, 0, 1, 1, -1], groupCount: 2)
    let found = Homophily.forGroups(of: .whole(vertexCount: 6), labels: labels, in: graph)[0]
    #expect(found.internalTies == 4)
    #expect(found.externalTies == 2)
    #expect(isNear(found.index, -1.0 / 3))
    #expect(isNear(found.indexFromSizes, 0.2))
    #expect(found.smallestLabel == 2)
  }

  @Test func `ties that leave the printed group do not count`() {
    let graph = NominationGraph(vertexCount: 4, from: [0, 0, 2], to: [1, 2, 3])
    let labels = Partition(groups: [0, 1, 0, 0], groupCount: 2)
    let groups = Partition(groups: [0, 0, 1, 1], groupCount: 2)
    let found = Homophily.forGroups(of: groups, labels: labels, in: graph)
    #expect(found.map(\.index) == [1, -1])
    #expect(found.map(\.indexFromSizes) == [1, -1])
  }

  @Test func `without ties or labels there is no index`() {
    let graph = NominationGraph(vertexCount: 3, from: [0], to: [1])
    let groups = Partition(groups: [0, 0, 1], groupCount: 3)
    let labels = Partition(groups: [0, -1, 0], groupCount: 1)
    for found in Homophily.forGroups(of: groups, labels: labels, in: graph) {
      #expect(found.index == nil)
      #expect(found.indexFromSizes == nil)
    }
  }

  @Test func `complete naming gives the index of the sizes`() {
    let pairs = (0..<7).flatMap { i in (0..<7).map { (Int32(i), Int32($0)) } }
    let graph = NominationGraph(vertexCount: 7, from: pairs.map(\.0), to: pairs.map(\.1))
    let labels = Partition(groups: [0, 0, 0, 0, 1, 1, 2], groupCount: 3)
    let found = Homophily.forGroups(of: .whole(vertexCount: 7), labels: labels, in: graph)[0]
    #expect(found.index == found.indexFromSizes)
    #expect(found.smallestLabel == 1)
  }
}

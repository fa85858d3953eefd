import Sociometry
import Testing

struct RoundChangeTests {
  /// Five pupils before, of whom the last leaves and another joins as the first now.
  private let before = NominationGraph(vertexCount: 5, from: [0, 1, 2, 4], to: [1, 0, 1, 2])
  private let now = NominationGraph(vertexCount: 5, from: [1, 2, 3, 0], to: [2, 1, 4, 3])
  private let earlier: [Int32] = [-1, 0, 1, 2, 3]

  private func change(
    _ was: [Bool?] = [false, false, false, true, true],
    _ isNow: [Bool?] = [true, false, false, false, false]
  ) -> RoundChange {
    Self.change((before, was), (now, isNow), earlier)
  }

  private static func change(
    _ before: (NominationGraph, [Bool?]), _ now: (NominationGraph, [Bool?]), _ earlier: [Int32],
    _ groups: Partition? = nil
  ) -> RoundChange {
    changes(before, now, earlier, groups ?? .whole(vertexCount: now.0.vertexCount))[0]
  }

  private static func changes(
    _ before: (NominationGraph, [Bool?]), _ now: (NominationGraph, [Bool?]), _ earlier: [Int32],
    _ groups: Partition
  ) -> [RoundChange] {
    RoundChange.forGroups(
      of: groups, from: .init(graph: before.0, isUnchosen: before.1),
      to: .init(graph: now.0, isUnchosen: now.1), earlier: earlier)
  }

  @Test func `only pupils of both rounds are compared`() {
    let change = change()
    #expect(change.compared == 4)
    #expect(change.stayed == 0 && change.left == 1 && change.became == 0)
    #expect(change.expectedToStay == 0)
  }

  @Test func `a pupil whose zero could not be seen in a round is not compared`() {
    let change = change([nil, true, true, true, true], [true, nil, true, true, true])
    #expect(change.compared == 3)
    #expect(change.stayed == 3)
    #expect(change.expectedToStay == 3)
  }

  /// Kept are 0–1 and 1–0; before only 2 names 1, now only 2 names 3.
  @Test func `ties between pupils of both rounds are kept or changed`() {
    let change = change()
    #expect(change.keptTies == 2)
    #expect(change.changedTies == 2)
    #expect(change.stability == 0.5)
    #expect(!change.looksMixedUp)
  }

  @Test func `ids that are mixed up show in the ties`() {
    let ring = (0..<20).map { Int32($0) }
    let first = NominationGraph(vertexCount: 20, from: ring, to: ring.map { ($0 + 1) % 20 })
    let zeros = [Bool?](repeating: false, count: 20)
    let mixed = Self.change((first, zeros), (first, zeros), ring.map { $0 * 7 % 20 })
    #expect(mixed.stability == 0)
    #expect(mixed.looksMixedUp)
    let same = Self.change((first, zeros), (first, zeros), ring)
    #expect(same.stability == 1)
  }

  /// 6 of 40 before, 5 of 40 now: 6 · 5 / 40 by chance.
  @Test func `the repeats that chance would give are the product of the shares`() {
    let empty = NominationGraph(vertexCount: 40, from: [], to: [])
    let was = (0..<40).map { Optional($0 < 6) }
    let isNow = (0..<40).map { Optional($0 < 5) }
    let change = Self.change((empty, was), (empty, isNow), (0..<40).map { Int32($0) })
    #expect(change.stayed == 5 && change.left == 1 && change.became == 0)
    #expect(change.expectedToStay == 0.75)
    #expect(change.stability == nil)
  }

  @Test func `each group is compared by itself, with the ties inside it`() {
    // Now: 1 and 2 of the first group name each other; 3 names 4, and 0, who is new, names 3.
    let groups = Partition(groups: [1, 0, 0, 1, -1], groupCount: 3)
    let found = Self.changes(
      (before, [false, false, false, true, true]), (now, [true, false, true, true, false]), earlier,
      groups)
    #expect(found.map(\.compared) == [2, 1, 0])
    #expect(found.map(\.stayed) == [0, 0, 0])
    #expect(found.map(\.became) == [1, 1, 0])
    #expect(found.map(\.arrived) == [0, 1, 0])
    #expect(found.map(\.keptTies) == [2, 0, 0])
    #expect(found.map(\.changedTies) == [0, 0, 0])
    #expect(found[2].stability == nil && found[2].expectedToStay == nil)
  }
}

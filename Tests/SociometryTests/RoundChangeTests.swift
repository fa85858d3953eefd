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
    RoundChange(from: (before, was), to: (now, isNow), earlier: earlier)
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
    let mixed = RoundChange(
      from: (first, zeros), to: (first, zeros), earlier: ring.map { $0 * 7 % 20 })
    #expect(mixed.stability == 0)
    #expect(mixed.looksMixedUp)
    let same = RoundChange(from: (first, zeros), to: (first, zeros), earlier: ring)
    #expect(same.stability == 1)
  }

  /// 6 of 40 before, 5 of 40 now: 6 · 5 / 40 by chance.
  @Test func `the repeats that chance would give are the product of the shares`() {
    let empty = NominationGraph(vertexCount: 40, from: [], to: [])
    let was = (0..<40).map { Optional($0 < 6) }
    let isNow = (0..<40).map { Optional($0 < 5) }
    let change = RoundChange(
      from: (empty, was), to: (empty, isNow), earlier: (0..<40).map { Int32($0) })
    #expect(change.stayed == 5 && change.left == 1 && change.became == 0)
    #expect(change.expectedToStay == 0.75)
    #expect(change.stability == nil)
  }
}

import Statistics
import Testing

struct RakingTests {
  private typealias Group = Raking.Group

  @Test func `weights agree with R's rake`() throws {
    let roster = try RecordedData.read().roster
    let recorded = try RecordedFigures.read().weighting
    let groups = roster.n.indices.map { cell in
      Group(categories: [roster.year[cell] - 1, roster.gender[cell] - 1], n: roster.n[cell])
    }
    let margins = [recorded.years, recorded.genders]
    let raking = try Raking.fit(groups, margins: margins).get()
    for (weight, expected) in zip(raking.weights, recorded.raked) {
      #expect(isClose(weight, expected, within: 1e-9))
    }
    let turned = try Raking.fit(groups.reversed(), margins: margins).get()
    #expect(turned.weights == raking.weights.reversed())
    let sum = zip(groups, raking.weights).reduce(0) { $0 + Double($1.0.n) * ($1.1 ?? 0) }
    #expect(isClose(sum, 419, within: 1e-11))
  }

  @Test func `margins are met and the association of the answers is kept`() throws {
    let cells = [[0, 0], [0, 1], [1, 0], [1, 1]]
    let groups = zip(cells, [10, 20, 30, 40]).map { Group(categories: $0, n: $1) }
    let raking = try Raking.fit(groups, margins: [[55, 45], [30, 70]]).get()
    let total = zip(groups, raking.weights).map { Double($0.n) * ($1 ?? 0) }
    #expect(isClose(total[0] + total[1], 55, within: 1e-11))
    #expect(isClose(total[0] + total[2], 30, within: 1e-11))
    #expect(isClose(total[0] * total[3] / (total[1] * total[2]), 400.0 / 600, within: 1e-10))
  }

  @Test func `one variable alone is post-stratification`() throws {
    let groups = [Group(categories: [0], n: 4), Group(categories: [1], n: 5)]
    let raking = try Raking.fit(groups, margins: [[10, 30]]).get()
    #expect(raking.weights == [2.5, 6] && raking.rounds == 1)
  }

  @Test func `an empty group has no weight and a fitting sample needs no round`() throws {
    let groups = [Group(categories: [0], n: 4), Group(categories: [1], n: 0)]
    let raking = try Raking.fit(groups, margins: [[4, 0]]).get()
    #expect(raking.weights == [1, nil] && raking.rounds == 0)
  }

  @Test func `each reason for no weights is told`() {
    let square = zip([[0, 0], [1, 1]], [5, 5]).map { Group(categories: $0, n: $1) }
    func reason(_ groups: [Group], _ margins: [[Int]]) -> Raking.Undefined? {
      guard case .failure(let reason) = Raking.fit(groups, margins: margins) else { return nil }
      return reason
    }
    #expect(reason([], [[4, 5]]) == .empty)
    #expect(reason([Group(categories: [], n: 3)], []) == .empty)
    #expect(reason([Group(categories: [0], n: 0)], [[0]]) == .empty)
    #expect(reason(square, [[5, 5], [5, 6]]) == .marginsDisagree)
    #expect(reason(square, [[5, 5, 2], [6, 6, 0]].map { $0 }) == .silentCategory)
    #expect(reason(square, [[12, 0], [6, 6]]) == .emptyCategory)
    #expect(reason(square, [[8, 4], [4, 8]]) == .notConverged)
    #expect(reason(square, [[8, 4], [8, 4]]) == nil)
  }
}

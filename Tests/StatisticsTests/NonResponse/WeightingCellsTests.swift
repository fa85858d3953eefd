import Statistics
import Testing

struct WeightingCellsTests {
  private typealias Cell = WeightingCells.Cell

  private func cells(_ entries: [(family: Int, population: Int, n: Int)]) -> [Cell] {
    entries.map { Cell(family: $0.family, population: $0.population, n: $0.n) }
  }

  @Test func `cells that are large and answered enough stay`() throws {
    let all = cells([(7, 30, 20), (7, 30, 18), (8, 30, 15)])
    let kept = try WeightingCells.collapse(all).get()
    #expect(kept.members == [[0], [1], [2]] && kept.merged.isEmpty && kept.cells == all)
  }

  @Test func `a cell of four answers joins the other of its year group`() throws {
    let kept = try WeightingCells.collapse(
      cells([(7, 30, 20), (7, 8, 4), (8, 30, 20), (8, 30, 19)])
    ).get()
    #expect(kept.members == [[0, 1], [2], [3]] && kept.merged == [[0, 1]])
    #expect(kept.cells[0] == Cell(family: 7, population: 38, n: 24))
  }

  @Test func `a cell that weighs too much joins the one that makes it light enough`() throws {
    // 120 of 240 answered, so a cell may count at most 3 members for each answer.
    let kept = try WeightingCells.collapse(
      cells([(0, 60, 22), (0, 60, 15), (0, 60, 33), (0, 60, 50)])
    ).get()
    #expect(kept.members == [[0], [1, 2], [3]])
  }

  @Test func `the last cell of a year group joins a whole neighbouring one`() throws {
    let kept = try WeightingCells.collapse(
      cells([(7, 10, 1), (7, 10, 2), (8, 20, 12), (8, 20, 14), (9, 20, 15)])
    ).get()
    #expect(kept.members == [[0, 1, 2, 3], [4]])
  }

  @Test func `a cell where nobody answered is merged, and one of nobody left out`() throws {
    let kept = try WeightingCells.collapse(cells([(1, 9, 0), (2, 0, 0), (3, 40, 25), (4, 40, 30)]))
      .get()
    #expect(kept.members == [[0, 2], [3]])
  }

  @Test func `in any roll the cells left meet both limits and hold everybody once`() throws {
    var generator = SeededGenerator(seed: 20)
    for _ in 0..<300 {
      let all = (0..<Int.random(in: 1...14, using: &generator)).map { place in
        let population = Int.random(in: 0...40, using: &generator)
        return Cell(
          family: place / 2, population: population,
          n: Int.random(in: 0...population, using: &generator))
      }
      let n = all.reduce(0) { $0 + $1.n }
      let population = all.reduce(0) { $0 + $1.population }
      guard case .success(let kept) = WeightingCells.collapse(all) else {
        #expect(n < 5)
        continue
      }
      let overall = Double(population) / Double(n)
      for cell in kept.cells {
        #expect(cell.n >= 5 && Double(cell.population) / Double(cell.n) <= 1.5 * overall + 1e-9)
      }
      #expect(kept.members.flatMap { $0 } == all.indices.filter { all[$0].population > 0 })
      #expect(kept.cells.reduce(0) { $0 + $1.n } == n)
    }
  }

  @Test func `each reason for no cells is told`() {
    func reason(_ entries: [(family: Int, population: Int, n: Int)]) -> WeightingCells.Undefined? {
      guard case .failure(let reason) = WeightingCells.collapse(cells(entries)) else { return nil }
      return reason
    }
    #expect(reason([]) == .empty && reason([(0, 0, 0)]) == .empty)
    #expect(reason([(0, 4, 5)]) == .moreAnswersThanMembers)
    #expect(reason([(0, 30, 2), (1, 30, 2)]) == .tooFewAnswers)
    #expect(reason([(0, 30, 5)]) == nil)
  }
}

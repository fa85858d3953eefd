/// The merging of weighting cells, one step after the other.
struct CellMerging {
  private(set) var cells: [WeightingCells.Cell] = []
  private(set) var members: [[Int]] = []
  private let fewest: Int
  private let heaviest: Double

  /// Starts with the cells that have members; `heaviest` is in members per answer.
  init(_ cells: [WeightingCells.Cell], fewest: Int, heaviest: Double) {
    self.fewest = fewest
    self.heaviest = heaviest * (1 + 1e-12)
    for (place, cell) in cells.enumerated() where cell.population > 0 {
      self.cells.append(cell)
      members.append([place])
    }
  }

  /// Merges until no cell fails or one is left.
  mutating func run() {
    while cells.count > 1, let worst = worst() {
      let blocks = neighbours(of: worst)
      guard let chosen = blocks.min(by: { isBetter($0, than: $1, for: worst) }) else { return }
      merge(min(chosen.lowerBound, worst)...max(chosen.upperBound, worst))
    }
  }

  private func fails(population: Int, n: Int) -> Bool {
    n < fewest || Double(population) > heaviest * Double(n)
  }

  private func worst() -> Int? {
    let failing = cells.indices.filter { fails(population: cells[$0].population, n: cells[$0].n) }
    return failing.min { one, other in
      let (left, right) = (cells[one], cells[other])
      if left.n != right.n { return left.n < right.n }
      if left.population != right.population { return left.population > right.population }
      return one < other
    }
  }

  /// What a cell may join: the cells beside it in its family, or else whole families beside it.
  private func neighbours(of place: Int) -> [ClosedRange<Int>] {
    let family = cells[place].family
    let beside = [place - 1, place + 1].filter { cells.indices.contains($0) }
    let own = beside.filter { cells[$0].family == family }
    guard own.isEmpty else { return own.map { $0...$0 } }
    return beside.map { start in
      var (low, high) = (start, start)
      while low > 0, cells[low - 1].family == cells[start].family { low -= 1 }
      while high + 1 < cells.count, cells[high + 1].family == cells[start].family { high += 1 }
      return low...high
    }
  }

  private func isBetter(
    _ one: ClosedRange<Int>, than other: ClosedRange<Int>, for place: Int
  ) -> Bool {
    let (left, right) = (sum(one), sum(other))
    let own = cells[place]
    let leftFails = fails(population: left.population + own.population, n: left.n + own.n)
    let rightFails = fails(population: right.population + own.population, n: right.n + own.n)
    if leftFails != rightFails { return rightFails }
    if left.n != right.n { return left.n < right.n }
    return one.lowerBound < other.lowerBound
  }

  private func sum(_ range: ClosedRange<Int>) -> (population: Int, n: Int) {
    (cells[range].reduce(0) { $0 + $1.population }, cells[range].reduce(0) { $0 + $1.n })
  }

  private mutating func merge(_ range: ClosedRange<Int>) {
    let whole = sum(range)
    let cell = WeightingCells.Cell(
      family: cells[range.lowerBound].family, population: whole.population, n: whole.n)
    cells.replaceSubrange(range, with: [cell])
    members.replaceSubrange(range, with: [members[range].flatMap { $0 }.sorted()])
  }
}

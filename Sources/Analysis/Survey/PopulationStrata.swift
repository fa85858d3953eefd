import Instruments
import Responses
import Statistics

/// The cells of a population file beside what was answered in each.
struct PopulationStrata {
  private let tally: SurveyTally
  private let counts: [Int]

  /// Cuts the responses into the cells of a population; `nil` where they cannot be.
  init?(
    _ population: PopulationTable?, _ groupings: [Grouping], _ table: ResponseTable,
    _ keys: [ScoreKey]
  ) {
    guard let population, !population.headings.isEmpty else { return nil }
    let columns = groupings.compactMap { grouping in
      population.column(headed: grouping.by).map { (grouping: grouping, column: $0) }
    }
    guard columns.count == population.headings.count else { return nil }
    var cellOfKey: [[Int]: Int] = [:]
    var counts: [Int] = []
    for cell in population.cells {
      let key = columns.map { $0.grouping.place(of: cell.labels[$0.column]) ?? -1 }
      if let known = cellOfKey[key] {
        counts[known] += cell.count
      } else {
        // A label that nobody gave is a stratum of its own, not that of rows without a label.
        if !key.contains(-1) { cellOfKey[key] = counts.count }
        counts.append(cell.count)
      }
    }
    let cells = (0..<table.rowCount).map { row in
      Int32(cellOfKey[columns.map { Int($0.grouping.cells[row]) }] ?? -1)
    }
    self.counts = counts
    tally = SurveyTally(table, keys: keys, groups: cells, groupCount: counts.count)
  }

  /// The strata of a score.
  func strata(ofScore score: Int) -> [Stratum] {
    counts.indices.map {
      Stratum(population: counts[$0], answers: tally.scores[score].scores(ofGroup: $0).scores)
    }
  }
}

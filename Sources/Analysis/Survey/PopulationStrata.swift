import Instruments
public import Responses
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

extension PopulationTable {
  /// How many people have a value in a column, over all cells of the table.
  ///
  /// - Parameters:
  ///   - by: The heading of the column.
  ///   - value: The value as code or label.
  ///   - title: The words for it; either finds the value.
  /// - Returns: The count; `nil` where the table has no such column, or no such value in it.
  public func count(by: String, value: String, title: String) -> Int? {
    guard let column = column(headed: by) else { return nil }
    let wanted = [value.matchingKey, title.matchingKey]
    let own = cells.filter { wanted.contains($0.labels[column].matchingKey) }
    return own.isEmpty ? nil : own.reduce(0) { $0 + $1.count }
  }
}

extension Grouping {
  /// The place of a value, given as the value or in its words.
  ///
  /// - Parameter label: What the person wrote; case and spacing do not count.
  /// - Returns: An index into `values`; `nil` where no row has the value.
  public func place(of label: String) -> Int? {
    let wanted = label.matchingKey
    return values.firstIndex { $0.matchingKey == wanted }
      ?? titles.firstIndex { $0.matchingKey == wanted }
  }
}

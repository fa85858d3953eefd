import Instruments
import Responses
import Statistics

/// The cells of a population file beside what was answered in each.
struct PopulationStrata {
  private let tally: SurveyTally
  private let cells: [(name: String, family: Int, count: Int)]

  /// Cuts the responses into the cells of a population; `nil` where they cannot be.
  ///
  /// Cells with one first label stand beside one another, in the order of the file.
  init?(
    _ population: PopulationTable?, _ groupings: [Grouping], _ table: ResponseTable,
    _ keys: [ScoreKey]
  ) {
    guard let population, !population.headings.isEmpty else { return nil }
    let columns = groupings.compactMap { grouping in
      population.column(headed: grouping.by).map { (grouping: grouping, column: $0) }
    }
    guard columns.count == population.headings.count else { return nil }
    var families: [String: Int] = [:]
    var known: [[String]: Int] = [:]
    var found: [(key: [Int], name: String, family: Int, count: Int)] = []
    for cell in population.cells {
      let labels = cell.labels.map(\.matchingKey)
      if let place = known[labels] {
        found[place].count += cell.count
        continue
      }
      known[labels] = found.count
      let family = families[labels.first ?? "", default: families.count]
      families[labels.first ?? ""] = family
      // A label that nobody gave is a cell of its own, not that of rows without a label.
      let key = columns.map { $0.grouping.place(of: cell.labels[$0.column]) ?? -1 }
      let words = zip(columns, key).map { column, place in
        place < 0
          ? Self.title(of: cell.labels[column.column], in: table.codes(column.grouping.by))
          : column.grouping.titles[place]
      }
      found.append((key, words.joined(separator: ", "), family, cell.count))
    }
    found.sort { $0.family < $1.family }
    var cellOfKey: [[Int]: Int] = [:]
    for (place, cell) in found.enumerated() where !cell.key.contains(-1) {
      cellOfKey[cell.key] = place
    }
    cells = found.map { ($0.name, $0.family, $0.count) }
    let rows = (0..<table.rowCount).map { row in
      Int32(cellOfKey[columns.map { Int($0.grouping.cells[row]) }] ?? -1)
    }
    tally = SurveyTally(table, keys: keys, groups: rows, groupCount: cells.count)
  }

  /// The words for a label that nobody gave: those of the choice, or the label itself.
  private static func title(of label: String, in codes: CodeColumn?) -> String {
    let wanted = label.matchingKey
    let point = codes?.points.first {
      $0.code.matchingKey == wanted || $0.title.matchingKey == wanted
    }
    return point?.title ?? label
  }

  /// The mean of a score by cells, merged until each has five answers and none weighs more than one
  /// and a half times as much as all together; `nil` where that cannot be.
  func weighted(score: Int) -> WeightedMean? {
    let scores = cells.indices.map { tally.scores[score].scores(ofGroup: $0).scores }
    let own = zip(cells, scores).map {
      WeightingCells.Cell(family: $0.family, population: $0.count, n: $1.n)
    }
    guard case .success(let collapsed) = WeightingCells.collapse(own) else { return nil }
    let strata = collapsed.members.map { places in
      Stratum(
        population: places.reduce(0) { $0 + cells[$1].count },
        answers: Frequencies(
          counts: places.flatMap { zip(scores[$0].values, scores[$0].counts).map { ($0, $1) } }))
    }
    return PostStratifiedMean(strata).map { mean in
      WeightedMean(
        mean: mean, cells: strata.count,
        merged: collapsed.merged.map { places in places.map { cells[$0].name } },
        kish: KishEffect(strata: strata),
        representativeness: RIndicator.of(
          zip(cells, scores).map { Stratum(population: $0.count, answers: $1) }))
    }
  }
}

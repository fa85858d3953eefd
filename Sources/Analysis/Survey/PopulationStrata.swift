import Instruments
import Responses
import Statistics

/// The cells of a population file beside what was answered in each.
struct PopulationStrata {
  private let tally: SurveyTally
  private let cells: [(name: String, family: Int, count: Int)]

  /// Cuts the responses into the cells of a population; `nil` where they cannot be.
  ///
  /// Cells stand in the order of their labels, that of the choices where an item has them, whatever
  /// the order of the file.
  init?(
    _ population: PopulationTable?, _ groupings: [Grouping], _ table: ResponseTable,
    _ keys: [ScoreKey]
  ) {
    guard let population, !population.headings.isEmpty else { return nil }
    let columns = groupings.compactMap { grouping in
      population.column(headed: grouping.by).map { (grouping: grouping, column: $0) }
    }
    guard columns.count == population.headings.count else { return nil }
    let choices = columns.map { Choices(of: $0.grouping.by, in: table) }
    var counts: [[String]: Int] = [:]
    var labels: [[String]: [String]] = [:]
    for cell in population.cells {
      let own = columns.map { cell.labels[$0.column] }
      // A choice is one cell, whether the file has its code or its words.
      let key = zip(own, choices).map { $1.key(of: $0) }
      counts[key, default: 0] += cell.count
      if let known = labels[key], known.lexicographicallyPrecedes(own) { continue }
      labels[key] = own
    }
    let order = counts.keys.sorted { one, other in
      for ((a, b), choices) in zip(zip(one, other), choices) where a != b {
        let (first, second) = (choices.place(of: a) ?? .max, choices.place(of: b) ?? .max)
        return first != second ? first < second : NaturalOrder.precedes(a, b)
      }
      return false
    }
    var families: [String: Int] = [:]
    let found = order.map { key -> (key: [Int], name: String, family: Int, count: Int) in
      let family = families[key.first ?? "", default: families.count]
      families[key.first ?? ""] = family
      // A label that nobody gave is a cell of its own, not that of rows without a label.
      let places = zip(columns, key).map { $0.grouping.place(of: $1) ?? -1 }
      let words = columns.indices.map { index in
        places[index] < 0
          ? choices[index].title(of: (labels[key] ?? key)[index])
          : columns[index].grouping.titles[places[index]]
      }
      return (places, words.joined(separator: ", "), family, counts[key] ?? 0)
    }
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

  /// The choices that the labels of a column may be; none where the column is no item.
  private struct Choices {
    private let points: [Point]
    private var places: [String: Int] = [:]

    init(of by: String, in table: ResponseTable) {
      let item = table.instrument.item(named: by)
      points = item?.format.points ?? []
      for (place, point) in points.enumerated() {
        for word in point.words { places[word.matchingKey] = place }
      }
    }

    func place(of label: String) -> Int? { places[label.matchingKey] }

    /// What labels of one cell have in common, whether they are the choice's code or its words.
    func key(of label: String) -> String {
      (place(of: label).map { points[$0].code } ?? label).matchingKey
    }

    /// The words for a label that nobody gave: those of the choice, or the label itself.
    func title(of label: String) -> String { place(of: label).map { points[$0].title } ?? label }
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

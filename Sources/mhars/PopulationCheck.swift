import Analysis
import Diagnostics
import Instruments
import Responses

/// Holds a population against the answers: more answers than people, or labels nobody knows.
struct PopulationCheck {
  let table: ResponseTable
  let groupings: [Grouping]
  let file: String

  func run(_ population: PopulationTable?, reporting sink: inout DiagnosticSink) {
    guard let population else { return }
    if table.rowCount > population.total {
      sink.error(
        .moreAnswersThanPeople(table.rowCount, population.total), at: Location(file: file))
    }
    for grouping in groupings {
      guard let column = population.column(headed: grouping.by) else { continue }
      let known = Set(
        knownLabels(grouping).map(\.matchingKey)
          + population.cells.map { $0.labels[column].matchingKey }
      )
      for (value, title) in zip(grouping.values, grouping.titles)
      where !known.contains(value.matchingKey) && !known.contains(title.matchingKey) {
        sink.warning(.valueWithoutPopulation(value, grouping.by), at: Location(file: file))
      }
      reportUnknown(population, column, grouping, &sink)
      reportSmall(population, grouping, &sink)
    }
  }

  private func knownLabels(_ grouping: Grouping) -> [String] {
    guard let item = table.instrument.item(grouping.by) else { return [] }
    return item.format.points.flatMap { [$0.code, $0.title] }
  }

  /// A label that is no choice of the item is a typing error.
  private func reportUnknown(
    _ population: PopulationTable, _ column: Int, _ grouping: Grouping,
    _ sink: inout DiagnosticSink
  ) {
    let known = knownLabels(grouping)
    guard !known.isEmpty else { return }
    for label in Set(population.cells.map { $0.labels[column] }).sorted()
    where !known.contains(where: { $0.matchingKey == label.matchingKey }) {
      sink.error(
        .populationLabelUnknown(label, grouping.by, known: known), at: Location(file: file))
    }
  }

  private func reportSmall(
    _ population: PopulationTable, _ grouping: Grouping, _ sink: inout DiagnosticSink
  ) {
    let counts = grouping.counts
    for (index, value) in grouping.values.enumerated() {
      let size = population.count(by: grouping.by, value: value, title: grouping.titles[index])
      if let size, counts[index] > size {
        sink.error(.moreAnswersInGroup(value, counts[index], size), at: Location(file: file))
      }
    }
  }
}

extension Diagnostic.Message {
  static func moreAnswersInGroup(_ value: String, _ answers: Int, _ people: Int) -> Self {
    Self(
      id: "population-too-small",
      "\(answers) answered as '\(value.clipped)' and the population has \(people); correct the count"
    )
  }

  static func populationLabelUnknown(_ label: String, _ by: String, known: [String]) -> Self {
    let remedy = NearestName.remedy(for: label, among: known, lead: "its answers are")
    return Self(
      id: "population-label-unknown", "'\(label.clipped)' is no answer to '\(by)'; \(remedy)")
  }

  static func valueWithoutPopulation(_ value: String, _ by: String) -> Self {
    Self(
      id: "value-without-population",
      "no row gives the number of people whose \(by) is '\(value.clipped)'; its response rate is "
        + "not known")
  }
}

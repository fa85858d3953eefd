extension PopulationTable {
  /// Makes a table from counts that were kept column by column.
  ///
  /// - Parameters:
  ///   - counts: The heading of the column, the label and the number of people; heading and label are
  ///     empty for the number of all.
  ///   - heading: The column that is wanted; `nil` for all people as one number.
  /// - Returns: `nil` where there is no such count.
  public static func kept(
    _ counts: [(heading: String, label: String, people: Int)], by heading: String?
  ) -> PopulationTable? {
    let whole = counts.first { $0.heading.isEmpty }.map { PopulationTable(total: $0.people) }
    guard let heading else {
      if let whole { return whole }
      let first = counts.first?.heading
      let own = counts.filter { $0.heading == first }
      return own.isEmpty ? nil : PopulationTable(total: own.reduce(0) { $0 + $1.people })
    }
    let own = counts.filter { !$0.heading.isEmpty && Self.means($0.heading, heading) }
    guard !own.isEmpty else { return nil }
    return PopulationTable(
      headings: [heading], cells: own.map { Cell(labels: [$0.label], count: $0.people) })
  }

  /// Whether two headings name one column: by their words, or both as a roll heads its years.
  private static func means(_ kept: String, _ asked: String) -> Bool {
    let (a, b) = (HeadingKey.of(kept), HeadingKey.of(asked))
    if a == b { return true }
    return [RollHeading.class, .year].contains { $0.keys.contains(a) && $0.keys.contains(b) }
  }
}

extension Roll {
  /// How many pupils there are: all, and by class, year and every further column of few labels.
  public var counts: [PopulationTable] {
    let columns: [(String, LabelColumn)] =
      (classes.map { [("class", $0)] } ?? []) + (years.map { [("year", $0)] } ?? [])
      + others.filter { (2...12).contains($0.value.labels.count) }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return [PopulationTable(total: count)]
      + columns.map { heading, column in
        var counts = [Int](repeating: 0, count: column.labels.count)
        for cell in column.cells where cell >= 0 { counts[Int(cell)] += 1 }
        return PopulationTable(
          headings: [heading],
          cells: zip(column.labels, counts).map { PopulationTable.Cell(labels: [$0], count: $1) })
      }
  }
}

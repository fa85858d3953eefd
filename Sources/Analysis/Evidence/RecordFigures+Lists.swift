import Instruments
import Responses

extension RecordFigures {
  /// What is stated against what units name.
  func overlap() -> (EvidenceFigure, EvidenceEntry.Base)? {
    guard let item = measure.of.first else { return nil }
    let points = rows.table.instrument.item(item)?.format.points ?? []
    let titles = Dictionary(points.map { ($0.code.matchingKey, $0.title) }) { first, _ in first }
    var words: [String: String] = [:]
    let lists = rows.units.map { unit in
      Set(
        unit.flatMap { row in self.words(item, row) }.map { word -> String in
          let key = word.matchingKey
          words[key] = min(words[key] ?? titles[key] ?? word, titles[key] ?? word)
          return key
        })
    }
    let isOfGroups = rows.table.instrument.item(item)?.role == .group
    guard
      let found = Overlap(
        lists, stated: stated(titles), words: words, atLeast: measure.atLeast ?? Measure.usualShare,
        isOfRoles: asksPeople && isOfGroups)
    else { return nil }
    let whole = base(found.persons, count: Double(found.persons))
    guard isOfGroups else { return (.overlap(found), whole) }
    // As in talks, roles and agencies are the settings.
    let heard = found.stated.count { ($0.persons ?? 0) > 0 } + found.unstated.count
    return (
      .overlap(found),
      EvidenceEntry.Base(
        units: whole.units, settings: heard, count: whole.count, fewestPeople: whole.fewestPeople)
    )
  }

  /// The stated words, each with the keys by which it is known: codes of the measure, choices of `among`,
  /// or words of a list there, of which `kind / caring` are two for one.
  ///
  /// They are of all rows, whatever tier these speak of.
  private func stated(_ titles: [String: String]) -> [(word: String, keys: Set<String>)] {
    var known: [String: (word: String, keys: Set<String>)] = [:]
    for code in measure.values {
      known[code.matchingKey] = (titles[code.matchingKey] ?? code, [code.matchingKey])
    }
    for item in measure.among {
      for row in 0..<rows.table.rowCount {
        for entry in words(item, row) {
          let names = entry.split(separator: "/").map(\.trimmedWord).filter { !$0.isEmpty }
          guard let first = names.first else { continue }
          let word = titles[first.matchingKey] ?? first
          let old = known[first.matchingKey]
          known[first.matchingKey] = (
            min(old?.word ?? word, word), (old?.keys ?? []).union(names.map(\.matchingKey))
          )
        }
      }
    }
    return known.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The notes and dots on each theme.
  func votes() -> (EvidenceFigure, EvidenceEntry.Base)? {
    guard let by = measure.by else { return nil }
    let points = rows.table.instrument.item(by)?.format.points ?? []
    let themes = groups(by).map { value, own in
      (
        title: points.first { $0.code == value }?.title ?? value,
        notes: units(of: own),
        byColour: measure.of.map { Int(max(0, sum([$0], own)).rounded()) }
      )
    }
    guard !themes.isEmpty else { return nil }
    let colours = measure.of.map { rows.table.instrument.item($0)?.title ?? $0 }
    let each = measure.among.flatMap { item in
      (0..<rows.table.rowCount).compactMap { rows.number(item, $0) }
    }.max()
    let votes = DotVotes(
      themes, colours: colours, each: each.flatMap { $0 >= 1 ? Int($0.rounded()) : nil })
    return (.votes(votes), base(votes.notes, count: Double(votes.dots)))
  }

  private func units(of own: [Int]) -> Int {
    let own = Set(own)
    return Set(zip(rows.rows, rows.unitOfRow).filter { own.contains($0.0) }.map(\.1)).count
  }

  /// How much of all naming falls on one.
  func load() -> (EvidenceFigure, EvidenceEntry.Base)? {
    guard let item = measure.of.first else { return nil }
    let lists = rows.units.map { unit in
      Set(unit.compactMap { rows.label(item, $0)?.matchingKey })
    }.filter { !$0.isEmpty }
    guard let load = NamingLoad(lists) else { return nil }
    return (.load(load), base(lists.count, count: Double(load.all)))
  }
}

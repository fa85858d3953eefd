import Instruments
import Responses
import Statistics

extension RecordFigures {
  func rate() -> (EvidenceFigure, EvidenceEntry.Base)? {
    let units = exposedUnits()
    let events = sum(measure.of, filled), exposure = sum(measure.among, filled)
    guard exposure > 0, let rate = Self.rate(events, exposure) else { return nil }
    return (
      .rate(rate, per: measure.per),
      base(units.count, count: exposure, of: units.flatMap(\.self))
    )
  }

  /// The units that have somebody whom an event can befall.
  private func exposedUnits() -> [[Int]] {
    rows.units(of: filled).filter { sum(measure.among, $0) > 0 }
  }

  func ratios() -> (EvidenceFigure, EvidenceEntry.Base)? {
    guard let by = measure.by else { return nil }
    let events = sum(measure.of, filled).rounded(), people = sum(measure.among, filled)
    let ratios = groups(by, of: filled).compactMap { value, rows -> EvidenceFigure.GroupRatio? in
      let own = (events: sum(measure.of, rows).rounded(), people: sum(measure.among, rows))
      guard let group = Self.rate(own.events, own.people),
        let others = Self.rate(events - own.events, people - own.people)
      else { return nil }
      let compared = group.ratio(to: others)
      return EvidenceFigure.GroupRatio(
        value: value, own: group, others: others, ratio: compared?.ratio, interval: compared?.1)
    }
    guard !ratios.isEmpty else { return nil }
    let units = exposedUnits()
    return (.ratios(ratios), base(units.count, count: people, of: units.flatMap(\.self)))
  }

  func runChart() -> (EvidenceFigure, EvidenceEntry.Base)? {
    guard let by = measure.by else { return nil }
    var rowsByMonth: [String: [Int]] = [:]
    for row in filled {
      guard let day = rows.day(by, row) else { continue }
      rowsByMonth[String(day.iso.prefix(7)), default: []].append(row)
    }
    let months = rowsByMonth.sorted { $0.key < $1.key }.map { month, rows in
      (name: month, rows: rows, total: sum(measure.among, rows))
    }.filter { $0.total > 0 }
    let points = months.map {
      RunChart.Point(events: min(sum(measure.of, $0.rows), $0.total), total: $0.total)
    }
    guard let chart = RunChart(points) else { return nil }
    let count = points.reduce(0) { $0 + $1.total }
    return (
      .runChart(chart, months: months.map(\.name)),
      base(points.count, count: count, of: months.flatMap(\.rows))
    )
  }

  private static func rate(_ events: Double, _ exposure: Double) -> EventRate? {
    guard exposure > 0, events >= 0, events < 1e9 else { return nil }
    return EventRate(events: Int(events.rounded()), exposure: exposure)
  }
}

extension RecordFigures {
  /// What was listed by each of those who were asked, also those who listed nothing.
  ///
  /// The words of one cell have the order in which they were said. Choices have none, nor have words in
  /// several rows, which an audit keeps in no order; of these there is no salience.
  func listed() -> (EvidenceFigure, EvidenceEntry.Base)? {
    guard let item = measure.of.first else { return nil }
    var places: [String: Int] = [:]
    var spellings: [[String: Int]] = []
    let titles = rows.table.instrument.item(item)?.format.points ?? []
    let lists = rows.units.map { unit in
      unit.flatMap { row in words(item, row) }.map { word -> Int in
        let key = word.matchingKey
        let place = places[key] ?? spellings.count
        if place == spellings.count { spellings.append([:]) }
        places[key] = place
        spellings[place][word, default: 0] += 1
        return place
      }
    }
    guard !spellings.isEmpty, let found = FreeLists(lists) else { return nil }
    let isOrdered =
      titles.isEmpty && rows.units.allSatisfy { $0.count { !words(item, $0).isEmpty } <= 1 }
    var listed = found.items.map { entry in
      let spelt = spellings[entry.id].max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
      let title = titles.first { $0.code == spelt }?.title
      return EvidenceFigure.Listed(
        word: title ?? spelt, persons: entry.lists, smith: isOrdered ? entry.smith : nil)
    }
    // Ties by the alphabet: the order of the rows changes no byte.
    listed.sort {
      ($1.smith ?? 0, $1.persons, $0.word) < ($0.smith ?? 0, $0.persons, $1.word)
    }
    return (
      .listed(listed, persons: found.persons),
      base(
        found.persons, count: Double(found.persons),
        heard: rows.rows.filter { !words(item, $0).isEmpty })
    )
  }

  /// The words or choices of a cell.
  func words(_ item: String, _ row: Int) -> [String] {
    guard rows.table.instrument.item(item)?.format.points.isEmpty == true else {
      return rows.codes(item, row)
    }
    let text = rows.label(item, row) ?? ""
    return text.split(whereSeparator: { ",;\n\r".contains($0) }).map(\.trimmedWord).filter {
      !$0.isEmpty
    }
  }

  /// The voices on each practice with the number of roles that speak, in the order of the practices.
  func voices() -> [(voices: EvidenceFigure.Voices, roles: Int)] {
    guard let direction = measure.of.first else { return [] }
    let role = rows.table.instrument.items.first { $0.role == .group }?.id
    var heard: [String: [String: Set<Int>]] = [:]
    var roles: [String: Set<String>] = [:]
    var gapRoles: [String: Set<String>] = [:]
    for (row, voice) in zip(rows.rows, rows.unitOfRow) {
      guard let word = rows.label(direction, row) else { continue }
      for practice in practices(of: row) {
        heard[practice, default: [:]][word, default: []].insert(voice)
        guard let role, let name = rows.label(role, row) else { continue }
        roles[practice, default: []].insert(name)
        if word == "gap" { gapRoles[practice, default: []].insert(name) }
      }
    }
    return heard.sorted { $0.key < $1.key }.map { practice, words in
      let all = words.values.reduce(into: Set<Int>()) { $0.formUnion($1) }
      let voices = EvidenceFigure.Voices(
        practice: practice, strength: words["strength"]?.count ?? 0, gap: words["gap"]?.count ?? 0,
        suggestions: words["suggestion"]?.count ?? 0, all: all.count,
        gapRoles: gapRoles[practice]?.count ?? 0, needsRoles: rule.minimum.settings >= 2)
      return (voices, roles[practice]?.count ?? 0)
    }
  }

  /// The practice that a row names, or those of the measure.
  private func practices(of row: Int) -> [String] {
    guard let by = measure.by else { return measure.practices }
    return rows.label(by, row).map { [$0] } ?? []
  }

  func journey() -> (EvidenceFigure, EvidenceEntry.Base)? {
    guard let item = measure.of.first, let date = measure.by else { return nil }
    let points = rows.table.instrument.item(item)?.format.points ?? []
    let stages = measure.values.map { code in
      (code: code, title: points.first { $0.code == code }?.title ?? code)
    }
    let cases = rows.units.map { (rows: $0, steps: steps($0, item, date)) }
      .filter { !$0.steps.days.isEmpty }
    guard !cases.isEmpty else { return nil }
    return (
      .journey(Journey(cases.map(\.steps), stages: stages)),
      base(cases.count, count: Double(cases.count), of: cases.flatMap(\.rows))
    )
  }

  /// The steps of a case.
  private func steps(_ unit: [Int], _ item: String, _ date: String) -> Journey.Case {
    unit.reduce(into: Journey.Case()) { one, row in
      guard let stage = rows.label(item, row) else { return }
      let day = rows.day(date, row)
      if let day { one.days[stage] = min(one.days[stage] ?? .max, day.ordinal) }
      if let due = measure.due.flatMap({ rows.day($0, row) }) {
        one.due.append((due.ordinal, day?.ordinal))
      }
      guard let word = measure.passed.flatMap({ rows.label($0, row) }) else { return }
      one.passed = one.passed ?? [:]
      if word == "passed" { one.passed?[stage, default: 0] += 1 }
    }
  }
}

extension Substring {
  /// The word without blanks at its ends.
  var trimmedWord: String {
    var word = self
    while word.first?.isWhitespace == true { word.removeFirst() }
    while word.last?.isWhitespace == true { word.removeLast() }
    return String(word)
  }
}

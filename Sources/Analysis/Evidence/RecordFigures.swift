import Foundation
import Instruments
import Responses
import Statistics

/// Computes one measure over the rows of a record.
struct RecordFigures {
  let rows: RecordRows
  let rule: RecordRule
  let measure: Measure

  /// The figure with what it rests on; `nil` where the rows say nothing of it.
  func figure() -> (EvidenceFigure, EvidenceEntry.Base)? {
    switch measure.kind {
    case .share: share()
    case .met: counted(isMet)
    case .evenness: evenness()
    case .named: counted(names)
    case .listed: listed()
    case .rate: rate()
    case .ratio: ratios()
    case .runChart: runChart()
    case .journey: journey()
    case .overlap: overlap()
    case .votes: votes()
    case .load: load()
    case .voices: nil
    }
  }

  func base(_ units: Int, count: Double) -> EvidenceEntry.Base {
    EvidenceEntry.Base(
      units: units, settings: rows.settingCount, count: count, fewestPeople: fewestPeople())
  }

  // MARK: Indices

  /// The counts of a unit, as the mean over its observers; `nil` where the unit has none.
  private func counts(_ items: [String], _ unit: [Int]) -> [Double]? {
    let observers = byObserver(unit)
    guard !observers.isEmpty else { return nil }
    var sums = [Double](repeating: 0, count: items.count)
    var isCounted = false
    for group in observers {
      for (place, item) in items.enumerated() {
        for row in group {
          guard let number = rows.number(item, row) else { continue }
          sums[place] += number / Double(observers.count)
          isCounted = true
        }
      }
    }
    return isCounted ? sums : nil
  }

  /// The rows of a unit by observer, in the order in which the observers first appear.
  private func byObserver(_ unit: [Int]) -> [[Int]] {
    guard let item = rule.observer else { return [unit] }
    var places: [String: Int] = [:]
    var groups: [[Int]] = []
    for row in unit {
      let name = rows.label(item, row)?.matchingKey ?? ""
      if let place = places[name] {
        groups[place].append(row)
      } else {
        places[name] = groups.count
        groups.append([row])
      }
    }
    return groups
  }

  private func share() -> (EvidenceFigure, EvidenceEntry.Base)? {
    let clusters = rows.clusters.map { units in
      units.compactMap { unit -> ClusteredShare.Unit? in
        guard let among = counts(measure.among, unit) else { return nil }
        let of = counts(measure.of, unit) ?? []
        return ClusteredShare.Unit(
          favourable: min(of.reduce(0, +), among.reduce(0, +)), total: among.reduce(0, +))
      }.filter { $0.total > 0 }
    }.filter { !$0.isEmpty }
    return index(clusters, parts: parts())
  }

  /// The share of the units of which something holds, each counted once.
  private func counted(_ holds: ([Int]) -> Bool?) -> (EvidenceFigure, EvidenceEntry.Base)? {
    let clusters = rows.clusters.map { units in
      units.compactMap { unit in
        holds(unit).map { ClusteredShare.Unit(favourable: $0 ? 1 : 0, total: 1) }
      }
    }.filter { !$0.isEmpty }
    return index(clusters, parts: parts(holds))
  }

  private func index(_ clusters: [[ClusteredShare.Unit]], parts: [EvidenceFigure.Part])
    -> (EvidenceFigure, EvidenceEntry.Base)?
  {
    let units = clusters.flatMap(\.self)
    let total = units.reduce(0) { $0 + $1.total }
    guard total > 0 else { return nil }
    let sums = clusters.map { cluster in
      ClusteredShare.Unit(
        favourable: cluster.reduce(0) { $0 + $1.favourable },
        total: cluster.reduce(0) { $0 + $1.total })
    }
    // Counts of people that the office keeps are of persons, not of sessions.
    let isOfOffice = rule.unit == nil && measure.kind == .share && !asksPeople
    let share = ClusteredShare(isOfOffice ? single(sums) : sums)
    let value = units.reduce(0) { $0 + $1.favourable } / total
    let isTurned = measure.better == .lower
    let figure = IndexFigure(
      value: 100 * (isTurned ? 1 - value : value),
      standardError: share.map { 100 * $0.standardError }, df: share?.df)
    return (.index(figure, parts: parts), base(units.count, count: total))
  }

  /// Whether the rows are of people who were asked.
  var asksPeople: Bool {
    switch rows.table.instrument.audience {
    case .observers, .records: false
    case .pupils, .staff, .parents, .leaders: true
    }
  }

  /// The fewest people of whom all rows can be; `nil` where each unit is a person.
  private func fewestPeople() -> Double? {
    guard rule.unit == nil, let setting = rule.setting, asksPeople else { return nil }
    if measure.kind == .share { return people(rows.rows) }
    return fewest(rows.rows, in: setting)
  }

  /// The fewest people of whom some rows can be; `nil` where each unit is a person.
  private func fewestPeople(_ part: [Int]) -> Double? {
    guard rule.unit == nil, let setting = rule.setting else { return nil }
    return fewest(part, in: setting)
  }

  /// The most rows of one setting.
  private func fewest(_ part: [Int], in setting: String) -> Double? {
    let bySetting = Dictionary(grouping: part) { rows.label(setting, $0)?.matchingKey ?? "" }
    return bySetting.values.map { Double($0.count) }.max()
  }

  /// Every person a unit of its own, where a record counts people and has no sessions.
  private func single(_ units: [ClusteredShare.Unit]) -> [ClusteredShare.Unit] {
    let total = units.reduce(0) { $0 + $1.total }
    let favourable = units.reduce(0) { $0 + $1.favourable }
    guard total < 1e6 else { return units }
    return (0..<Int(total.rounded())).map { person in
      ClusteredShare.Unit(favourable: Double(person) < favourable.rounded() ? 1 : 0, total: 1)
    }
  }

  /// The share in each group of the column that splits it.
  private func parts() -> [EvidenceFigure.Part] {
    guard let by = measure.by else { return [] }
    return groups(by).map { value, rows in
      let among = sum(measure.among, rows)
      let of = min(sum(measure.of, rows), among)
      return EvidenceFigure.Part(
        value: value, figure: among > 0 ? turned(100 * of / among) : nil, count: among,
        people: people(rows))
    }
  }

  /// A figure turned so that more is better.
  private func turned(_ figure: Double) -> Double {
    measure.better == .lower ? 100 - figure : figure
  }

  /// The share of the units of each group of which something holds; a unit whose rows name several is
  /// of the first in the order of their letters.
  private func parts(_ holds: ([Int]) -> Bool?) -> [EvidenceFigure.Part] {
    guard let by = measure.by else { return [] }
    var groups: [String: (met: Int, first: [Int])] = [:]
    for unit in rows.units {
      guard let value = unit.compactMap({ rows.label(by, $0) }).min(),
        let isMet = holds(unit)
      else { continue }
      groups[value, default: (0, [])].met += isMet ? 1 : 0
      groups[value, default: (0, [])].first.append(unit[0])
    }
    return groups.sorted { NaturalOrder.precedes($0.key, $1.key) }.map { value, group in
      let all = Double(group.first.count)
      return EvidenceFigure.Part(
        value: value, figure: turned(100 * Double(group.met) / all), count: all,
        people: asksPeople ? fewestPeople(group.first) ?? all : nil)
    }
  }

  /// The fewest people of whom some rows can be, where they count people who were asked: those asked in one
  /// setting may be asked again in each other.
  private func people(_ part: [Int]) -> Double? {
    guard asksPeople else { return nil }
    guard let setting = rule.setting else { return sum(measure.among, part) }
    let bySetting = Dictionary(grouping: part) { rows.label(setting, $0)?.matchingKey ?? "" }
    return bySetting.values.map { sum(measure.among, $0) }.max() ?? 0
  }

  /// The rows of each value of a column, in the order of the values.
  func groups(_ item: String) -> [(value: String, rows: [Int])] {
    var groups: [String: [Int]] = [:]
    for row in rows.rows {
      if let value = rows.label(item, row) { groups[value, default: []].append(row) }
    }
    return groups.sorted { NaturalOrder.precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
  }

  func sum(_ items: [String], _ rows: [Int]) -> Double {
    rows.reduce(0) { sum, row in sum + items.reduce(0) { $0 + (self.rows.number($1, row) ?? 0) } }
  }

  /// Whether each item of the measure was seen in a unit; `nil` where one has no entry at all.
  private func isMet(_ unit: [Int]) -> Bool? {
    var isMet = true
    for item in measure.of {
      let seen = unit.compactMap { row -> Bool? in
        if let number = rows.number(item, row) { return number > 0 }
        return rows.label(item, row).map(measure.values.contains)
      }
      guard !seen.isEmpty else { return nil }
      // Of two observers at least half have to have seen it.
      if 2 * seen.count(where: { $0 }) < seen.count { isMet = false }
    }
    return isMet
  }

  /// Whether a unit names one of the values; `nil` where it named nothing at all.
  private func names(_ unit: [Int]) -> Bool? {
    let codes = unit.flatMap { row in measure.of.flatMap { rows.codes($0, row) } }
    return codes.isEmpty ? nil : codes.contains(where: measure.values.contains)
  }

  private func evenness() -> (EvidenceFigure, EvidenceEntry.Base)? {
    let units = rows.units.compactMap { counts(measure.of, $0) }
    guard let evenness = ShannonEvenness(units) else { return nil }
    let figure = IndexFigure(
      value: 100 * evenness.evenness, standardError: evenness.standardError.map { 100 * $0 },
      df: Double(evenness.units - 1))
    return (.index(figure, parts: []), base(evenness.units, count: evenness.total))
  }

  /// How far two observers of a unit agree on the counts of the measure.
  var agreement: ObserverAgreement? {
    guard rule.observer != nil else { return nil }
    var known: Set<String> = []
    let items = (measure.of + measure.among).filter { known.insert($0).inserted }
    return ObserverAgreement(
      rows.units.compactMap { unit -> (first: [Double], second: [Double])? in
        let observers = byObserver(unit)
        guard observers.count >= 2 else { return nil }
        let both = observers.prefix(2).map { group in items.map { seen($0, group) } }
        return (both[0], both[1])
      })
  }

  /// How often an observer saw an item: the number, or 1 for a choice that counts.
  private func seen(_ item: String, _ group: [Int]) -> Double {
    group.reduce(0) { sum, row in
      if let number = rows.number(item, row) { return sum + number }
      return sum + (rows.label(item, row).map(measure.values.contains) == true ? 1 : 0)
    }
  }
}

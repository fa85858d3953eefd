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

  /// What so many units with so many events rest on; `own` are the rows that count, `heard` those by which
  /// people said something, both all rows where they are left out.
  func base(_ units: Int, count: Double, of own: [Int]? = nil, heard: [Int]? = nil)
    -> EvidenceEntry.Base
  {
    let own = own ?? rows.rows
    return EvidenceEntry.Base(
      units: units, settings: rows.settingCount(of: own), count: count,
      fewestPeople: fewestPeople(), fewestHeard: fewestHeard(heard ?? own))
  }

  // MARK: What counts

  /// The rows whose numbers count: where counts stand against each other those that have all of them, in
  /// a tally those that have any.
  var filled: [Int] {
    let isStrict = isOfOffice || [.rate, .ratio, .runChart].contains(measure.kind)
    let items = measure.among.isEmpty ? measure.of : measure.among
    return rows.rows.filter { row in
      isStrict
        ? (measure.of + measure.among).allSatisfy { rows.number($0, row) != nil }
        : items.contains { rows.number($0, row) != nil }
    }
  }

  /// Whether the rows are counts of people that the office keeps, and no sessions.
  private var isOfOffice: Bool { rule.unit == nil && measure.kind == .share && !asksPeople }

  /// The counts of some rows of one unit, as the mean over those who observed it.
  private func counts(_ items: [String], _ unit: [Int]) -> [Double] {
    let observers = byObserver(unit)
    return items.map { item in
      observers.reduce(0) { sum, group in
        group.reduce(sum) { $0 + (rows.number(item, $1) ?? 0) / Double(observers.count) }
      }
    }
  }

  /// What some rows count of some items together, each unit as the mean over those who observed it.
  func sum(_ items: [String], _ some: [Int]) -> Double {
    rows.units(of: some).reduce(0) { $0 + counts(items, $1).reduce(0, +) }
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

  // MARK: Indices

  private func share() -> (EvidenceFigure, EvidenceEntry.Base)? {
    let filled = filled
    let units = rows.units(of: filled).map { unit -> Counted in
      let among = counts(measure.among, unit).reduce(0, +)
      let of = counts(measure.of, unit).reduce(0, +)
      return (unit, ClusteredShare.Unit(favourable: min(of, among), total: among))
    }
    return index(
      units.filter { $0.share.total > 0 }, parts: parts(Set(filled)), ungrouped: ungrouped(filled))
  }

  /// The share of the units of which something holds, each counted once.
  private func counted(_ holds: ([Int]) -> Bool?) -> (EvidenceFigure, EvidenceEntry.Base)? {
    let units = rows.units.compactMap { unit in
      holds(unit).map { isHeld -> Counted in
        (unit.filter(says), ClusteredShare.Unit(favourable: isHeld ? 1 : 0, total: 1))
      }
    }
    return index(units, parts: parts(holds), ungrouped: ungrouped(holds))
  }

  /// The rows of a unit that count, and what they count.
  private typealias Counted = (rows: [Int], share: ClusteredShare.Unit)

  private func index(
    _ units: [Counted], parts: [EvidenceFigure.Part], ungrouped: EvidenceFigure.Part?
  ) -> (EvidenceFigure, EvidenceEntry.Base)? {
    let total = units.reduce(0) { $0 + $1.share.total }
    guard total > 0 else { return nil }
    let sums = rows.clusters(of: units.map(\.rows)).map { places in
      ClusteredShare.Unit(
        favourable: places.reduce(0) { $0 + units[$1].share.favourable },
        total: places.reduce(0) { $0 + units[$1].share.total })
    }
    let share = ClusteredShare(isOfOffice ? single(sums) : sums)
    let value = units.reduce(0) { $0 + $1.share.favourable } / total
    let figure = IndexFigure(
      value: turned(100 * value), standardError: share.map { 100 * $0.standardError },
      df: share?.df)
    var base = base(units.count, count: total, of: units.flatMap(\.rows))
    base.ungrouped = ungrouped
    return (.index(figure, parts: parts), base)
  }

  /// A figure turned so that more is better.
  private func turned(_ figure: Double) -> Double {
    measure.better == .lower ? 100 - figure : figure
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
    guard rule.unit == nil, rule.setting != nil, asksPeople else { return nil }
    return fewestPeople(rows.rows)
  }

  /// The fewest people of whom some rows can be: the largest number in one setting, or the units.
  func fewestPeople(_ some: [Int]) -> Double {
    guard rule.unit == nil, rule.setting != nil, asksPeople else {
      return Double(rows.units(of: some).count)
    }
    return largestSetting(of: some) {
      measure.kind == .share ? sum(measure.among, $0) : Double($0.count)
    }
  }

  /// The largest size among the settings of some rows, or that of them all where there are no settings.
  private func largestSetting(of some: [Int], _ size: ([Int]) -> Double) -> Double {
    guard let setting = rule.setting else { return size(some) }
    let bySetting = Dictionary(grouping: some) { rows.label(setting, $0)?.matchingKey ?? "" }
    return bySetting.values.map(size).max() ?? 0
  }

  /// The fewest people whom the figure itself is of: who said something, and of ratios the smallest group,
  /// since each is told by itself.
  private func fewestHeard(_ some: [Int]) -> Double {
    guard measure.kind == .ratio, let by = measure.by else { return fewestPeople(some) }
    let groups = Dictionary(grouping: some) { rows.label(by, $0) }
    return groups.values.map { fewestPeople($0) }.min() ?? 0
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

  /// The share in each group of the column that splits it, of those rows that count.
  private func parts(_ filled: Set<Int>) -> [EvidenceFigure.Part] {
    guard let by = measure.by else { return [] }
    // Rows of an office that are no groups of people may be of the same people again.
    let instrument = rows.table.instrument
    let repeats = instrument.audience == .records && instrument.item(by)?.role != .group
    return groups(by).map { value, group in
      let own = group.filter(filled.contains)
      let among = sum(measure.among, own)
      let of = min(sum(measure.of, own), among)
      return EvidenceFigure.Part(
        value: value, figure: among > 0 ? turned(100 * of / among) : nil, count: among,
        people: people(own), repeats: repeats)
    }
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
        people: asksPeople ? fewestPeople(group.first) : nil)
    }
  }

  /// The fewest people of whom some rows can be, where they count people who were asked: those asked in one
  /// setting may be asked again in each other.
  func people(_ part: [Int]) -> Double? {
    asksPeople ? largestSetting(of: part) { sum(measure.among, $0) } : nil
  }

  /// The rows of each value of a column, in the order of the values; of `some`, or of all.
  func groups(_ item: String, of some: [Int]? = nil) -> [(value: String, rows: [Int])] {
    var groups: [String: [Int]] = [:]
    for row in some ?? rows.rows {
      if let value = rows.label(item, row) { groups[value, default: []].append(row) }
    }
    return groups.sorted { NaturalOrder.precedes($0.key, $1.key) }.map { ($0.key, $0.value) }
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

  /// Whether a row says anything of the items that are looked at.
  private func says(_ row: Int) -> Bool {
    measure.of.contains { !rows.codes($0, row).isEmpty }
  }

  private func evenness() -> (EvidenceFigure, EvidenceEntry.Base)? {
    let units = rows.units(of: filled).map { (rows: $0, counts: counts(measure.of, $0)) }
      .filter { $0.counts.contains { $0 > 0 } }
    guard let evenness = ShannonEvenness(units.map(\.counts)) else { return nil }
    let figure = IndexFigure(
      value: 100 * evenness.evenness, standardError: evenness.standardError.map { 100 * $0 },
      df: Double(evenness.units - 1))
    return (
      .index(figure, parts: []),
      base(evenness.units, count: evenness.total, of: units.flatMap(\.rows))
    )
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

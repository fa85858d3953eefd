import Instruments
import Responses

/// The rows of a record, put together in units, with their cells as numbers, codes and days.
struct RecordRows {
  let table: ResponseTable
  /// The rows that are looked at.
  let rows: [Int]
  /// The unit of each of them, counted from 0 in the order in which they first appear.
  let unitOfRow: [Int]
  /// The unit of each row of the table, 0 for those that are not looked at.
  private let unitByRow: [Int]
  private let settings: [String?]

  /// Takes the rows of a tier in, or all where `tier` is `nil`, but for those of the tiers `outside`.
  init(
    _ table: ResponseTable, _ rule: RecordRule, tier: Tier? = nil, outside: Set<Tier> = []
  ) {
    self.table = table
    let tiers = rule.tier.map { Self.labels($0, in: table) }
    rows = (0..<table.rowCount).filter { row in
      guard let tiers else { return true }
      let own = tiers[row]?.lowercased()
      if outside.contains(where: { $0.rawValue == own }) { return false }
      return tier.map { $0.rawValue == own } ?? true
    }
    let names = rule.unit.map { Self.labels($0, in: table) }
    var known: [String: Int] = [:]
    var count = 0
    let units = rows.map { row -> Int in
      // A row that does not say which unit it is of is one by itself.
      guard let name = names?[row] else {
        count += 1
        return count - 1
      }
      if let unit = known[name] { return unit }
      known[name] = count
      count += 1
      return count - 1
    }
    unitOfRow = units
    var byRow = [Int](repeating: 0, count: table.rowCount)
    for (row, unit) in zip(rows, units) { byRow[row] = unit }
    unitByRow = byRow
    settings = rule.setting.map { Self.labels($0, in: table) } ?? []
  }

  /// The cells of an item as text, lower case and blanks aside; `nil` where nothing was written.
  private static func labels(_ item: String, in table: ResponseTable) -> [String?] {
    (0..<table.rowCount).map { label(item, $0, in: table)?.matchingKey }
  }

  /// What a row says of an item: the code of a choice, or the text; `nil` for nothing.
  static func label(_ item: String, _ row: Int, in table: ResponseTable) -> String? {
    switch table.items[item] {
    case .codes(let column):
      let code = column.cells[row]
      return CellCode.isAnswer(code) ? column.points[Int(code)].code : nil
    case .texts(let column): return column[row].isEmpty ? nil : column[row]
    case .dates(let column): return column.cells[row]?.iso
    case .numbers(let column): return column.cells[row].map { String($0) }
    case .options, nil: return nil
    }
  }

  func label(_ item: String, _ row: Int) -> String? { Self.label(item, row, in: table) }

  /// The number that a row has in an item; `nil` where nothing was written.
  func number(_ item: String, _ row: Int) -> Double? {
    guard case .numbers(let column)? = table.items[item] else { return nil }
    return column.cells[row]
  }

  /// The codes that a row chose in an item, whatever number of them can be chosen.
  func codes(_ item: String, _ row: Int) -> [String] {
    if case .options(let column)? = table.items[item] {
      let bits = column.cells[row]
      guard bits & OptionColumn.unreadable == 0 else { return [] }
      return column.points.indices.filter { bits & (1 << UInt64($0)) != 0 }.map {
        column.points[$0].code
      }
    }
    return label(item, row).map { [$0] } ?? []
  }

  /// The day that a row has in an item; `nil` where nothing was written.
  func day(_ item: String, _ row: Int) -> CalendarDay? {
    guard case .dates(let column)? = table.items[item] else { return nil }
    return column.cells[row]
  }

  /// The rows of each unit.
  var units: [[Int]] { units(of: rows) }

  /// Some of the rows put together by unit, in the order in which the units first appear.
  func units(of some: [Int]) -> [[Int]] {
    var places: [Int: Int] = [:]
    var units: [[Int]] = []
    for row in some {
      if let place = places[unitByRow[row]] {
        units[place].append(row)
      } else {
        places[unitByRow[row]] = units.count
        units.append([row])
      }
    }
    return units
  }

  /// How many settings some of the rows name.
  func settingCount(of some: [Int]) -> Int {
    settings.isEmpty ? 0 : Set(some.compactMap { settings[$0] }).count
  }

  /// The places of units put together by the setting of their first row, where there are at least four
  /// settings with two units each on average; each unit by itself elsewhere.
  func clusters(of units: [[Int]]) -> [[Int]] {
    var bySetting: [String: [Int]] = [:]
    for (place, unit) in units.enumerated() where !settings.isEmpty {
      bySetting[unit.first.flatMap { settings[$0] } ?? "", default: []].append(place)
    }
    guard bySetting.count >= 4, units.count >= 2 * bySetting.count else {
      return units.indices.map { [$0] }
    }
    return bySetting.sorted { $0.key < $1.key }.map(\.value)
  }
}

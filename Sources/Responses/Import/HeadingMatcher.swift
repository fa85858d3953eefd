import Instruments

/// Finds the columns of a file that carry the items of an instrument.
struct HeadingMatcher {
  /// Where the answers to an item stand.
  enum Place: Hashable {
    /// In one column, counted from 0.
    case column(Int)
    /// In one column for each choice; a choice without a column has -1.
    case optionColumns([Int])
    /// In the columns of the names that somebody wrote.
    case nameColumns([Int])
  }

  /// Two columns that carry the same item, or one that could carry two.
  enum Conflict: Hashable {
    case twice(item: String, columns: [Int])
    case ambiguous(column: Int, items: [String])
    /// A choice of an item that has a column for each of the others.
    case optionMissing(item: String, option: String)
  }

  let instrument: Instrument
  let dialect: Dialect
  let keys: [String]
  private(set) var places: [String: Place] = [:]
  private(set) var conflicts: [Conflict] = []
  private var used: Set<Int> = []

  init(header: [String], instrument: Instrument, dialect: Dialect) {
    self.instrument = instrument
    self.dialect = dialect
    keys = header.map(HeadingKey.of)
    // A column that the tool itself adds, such as the name of an account, carries an item only
    // where no other column does.
    let own = Set(keys.indices.filter { dialect.ownColumns.contains(keys[$0]) })
    matchWholeItems(in: Set(keys.indices).subtracting(own))
    matchWholeItems(in: own)
    for item in instrument.items where places[item.id] == nil {
      switch item.format {
      case .multiple(let points): matchOptions(of: item, points)
      case .nominate(let rule): matchNames(of: item, limit: rule.limit)
      default: break
      }
    }
  }

  /// The columns that carry no item and that the tool did not add itself.
  var otherColumns: [Int] {
    keys.indices.filter { !used.contains($0) && !dialect.ownColumns.contains(keys[$0]) }
  }

  /// The items of the instrument that no column carries, nor could carry.
  var missingItems: [Item] {
    let open = conflicts.flatMap { conflict in
      if case .ambiguous(_, let items) = conflict { items } else { [String]() }
    }
    return instrument.items.filter { places[$0.id] == nil && !open.contains($0.id) }
  }

  /// The heading keys under which an item may stand, the surest first.
  static func keys(of item: Item, in instrument: Instrument) -> [[String]] {
    let aliases = (instrument.aliases[item.id] ?? []).map(HeadingKey.of)
    var wordings: [String] = []
    for (language, text) in item.text?.wordings ?? [:] {
      wordings.append(HeadingKey.of(text))
      if let stem = item.stem?.wordings[language] {
        wordings.append(HeadingKey.of(stem + " " + text))
      }
    }
    return [[HeadingKey.of(item.id)] + aliases, wordings.sorted()]
  }

  /// Matches ids and aliases first, then wordings, so that a wording never takes a column from
  /// the item that is named by it.
  private mutating func matchWholeItems(in columnsToMatch: Set<Int>) {
    for rank in 0..<2 {
      var owners: [String: [String]] = [:]
      for item in instrument.items where places[item.id] == nil {
        for key in Set(Self.keys(of: item, in: instrument)[rank]) where !key.isEmpty {
          owners[key, default: []].append(item.id)
        }
      }
      if rank == 1, dialect == .microsoftForms { numberRepeats(&owners) }
      var columns: [String: [Int]] = [:]
      for (column, key) in keys.enumerated()
      where columnsToMatch.contains(column) && !used.contains(column) {
        guard let items = owners[key] else { continue }
        if items.count == 1 {
          columns[items[0], default: []].append(column)
        } else {
          conflicts.append(.ambiguous(column: column, items: items))
        }
      }
      for item in instrument.items {
        guard let found = columns[item.id], let first = found.first else { continue }
        if found.count > 1 { conflicts.append(.twice(item: item.id, columns: found)) }
        places[item.id] = .column(first)
        used.formUnion(found)
      }
    }
  }

  /// Microsoft Forms numbers statements that stand in several grids: `Work`, `Work2`, `Work3`.
  private func numberRepeats(_ owners: inout [String: [String]]) {
    for (key, items) in owners.sorted(by: { $0.key < $1.key }) where items.count > 1 {
      for (index, item) in items.enumerated() {
        if index == 0 {
          owners[key] = [item]
        } else {
          owners[key + "\(index + 1)", default: []].append(item)
        }
      }
    }
  }

  /// Columns headed by the item and a choice: `worry[SQ001]`, `worry/toilets`, `Where… [Toilets]`.
  private mutating func matchOptions(of item: Item, _ points: [Point]) {
    let stems = Self.keys(of: item, in: instrument).flatMap { $0 }
    var columns = [Int](repeating: -1, count: points.count)
    for (option, point) in points.enumerated() {
      let wanted = Set(stems.flatMap { stem in point.words.map { HeadingKey.of(stem + " " + $0) } })
      let found = keys.indices.filter { !used.contains($0) && wanted.contains(keys[$0]) }
      if found.count > 1 { conflicts.append(.twice(item: item.id, columns: found)) }
      if let first = found.first { columns[option] = first }
    }
    let found = columns.filter { $0 >= 0 }
    guard !found.isEmpty else { return }
    for (point, column) in zip(points, columns) where column < 0 {
      conflicts.append(.optionMissing(item: item.id, option: point.title))
    }
    if let shared = found.first(where: { column in found.count { $0 == column } > 1 }) {
      let options = zip(points, columns).filter { $0.1 == shared }
      conflicts.append(
        .ambiguous(column: shared, items: options.map { "\(item.id)/\($0.0.code)" }))
    }
    used.formUnion(found)
    places[item.id] = .optionColumns(columns)
  }

  /// Columns headed by the item and a number: `trusted_1`, `Who do you trust? [First name 1]`.
  private mutating func matchNames(of item: Item, limit: Int) {
    let stems = Self.keys(of: item, in: instrument).flatMap { $0 }.filter { !$0.isEmpty }
    let ordinals = ["first", "second", "third", "fourth", "fifth"].prefix(limit)
    let found = keys.indices.filter { column in
      guard !used.contains(column) else { return false }
      return stems.contains { stem in
        guard keys[column].hasPrefix(stem) else { return false }
        let rest = keys[column].dropFirst(stem.count)
        guard let next = rest.first, next == " " || next.isNumber else { return false }
        return rest.split(separator: " ").contains { word in
          ordinals.contains(String(word)) || Int(word).map { (1...limit).contains($0) } ?? false
        }
      }
    }
    guard !found.isEmpty else { return }
    used.formUnion(found)
    places[item.id] = .nameColumns(found)
  }
}

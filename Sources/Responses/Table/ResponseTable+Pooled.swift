import Instruments

extension ResponseTable {
  /// The responses of several rounds in one table, so that figures can be split by round.
  ///
  /// The instrument is that of the last table. An item counts where every table's instrument has it
  /// with the same wording in every language, the same stem, the same format and points, and turned
  /// the same way; the columns of the others are left out, and so are the scores that use them.
  ///
  /// - Parameter tables: The rounds in their order, each with the word for it; at least one.
  /// - Returns: The table; the round of each row; and the ids of the items and then of the scores
  ///   that are left out, in the order of the last instrument, items of earlier ones after its own.
  public static func pooled(_ tables: [(round: String, table: ResponseTable)]) -> (
    table: ResponseTable, rounds: LabelColumn, differing: [String]
  ) {
    precondition(!tables.isEmpty, "at least one round is pooled")
    let parts = tables.map(\.table)
    var instrument = parts[parts.count - 1].instrument
    let differing = differingItems(parts.map(\.instrument))
    let isKept = { (score: Score) in
      instrument.items(under: score).allSatisfy { !differing.contains($0) }
    }
    let (kept, left) = (
      instrument.scores.filter(isKept), instrument.scores.filter { !isKept($0) }
    )
    instrument.scores = kept
    for reason in parts.flatMap(\.instrument.missing)
    where !instrument.missing.contains(where: { $0.reason == reason.reason })
      && instrument.missing.count < CellCode.declaredLimit
    {
      instrument.missing.append(reason)
    }
    var table = ResponseTable(instrument: instrument)
    table.rowCount = parts.reduce(0) { $0 + $1.rowCount }
    for item in instrument.items where !differing.contains(item.id) {
      table.items[item.id] = column(item.id, parts, instrument.missing)
    }
    for heading in Set(parts.flatMap(\.extras.keys)) {
      table.extras[heading] = LabelColumn.joined(
        parts.map { ($0.extras[heading], rows: $0.rowCount) })
    }
    table.recordNumbers = parts.flatMap { part in (0..<part.rowCount).map(part.record) }
    let rounds = LabelColumn.joined(
      tables.map { round, part in
        let cells = [Int32](repeating: 0, count: part.rowCount)
        return (LabelColumn(labels: [round], cells: cells), part.rowCount)
      })
    return (table, rounds, differing + left.map(\.id))
  }

  /// The items that not every instrument has alike, those of the last one first.
  private static func differingItems(_ instruments: [Instrument]) -> [String] {
    var ids: [String] = []
    for item in instruments.reversed().flatMap(\.items) where !ids.contains(item.id) {
      ids.append(item.id)
    }
    return ids.filter { id in
      let items = instruments.map { $0.items.first { $0.id == id } }
      return !items.allSatisfy { item in
        guard let item, let last = items.last ?? nil else { return false }
        return item.isComparable(with: last)
      }
    }
  }

  /// The column of an item over all tables; `nil` where none carries it.
  private static func column(
    _ id: String, _ tables: [ResponseTable], _ missing: [Instrument.MissingReason]
  ) -> ItemColumn? {
    guard let first = tables.lazy.compactMap({ $0.items[id] }).first else { return nil }
    switch first {
    case .codes(let column):
      let cells = tables.map { table -> [UInt8] in
        guard let own = table.codes(id) else { return table.blanks(CellCode.blank) }
        let map = reasons(of: table.instrument.missing, among: missing)
        return own.cells.map { map[Int($0)] }
      }
      return .codes(CodeColumn(points: column.points, cells: cells.flatMap { $0 }))
    case .options(let column):
      let cells = tables.map { table -> [UInt64] in
        if case .options(let own)? = table.items[id] { own.cells } else { table.blanks(0) }
      }
      return .options(OptionColumn(points: column.points, cells: cells.flatMap { $0 }))
    case .numbers:
      return .numbers(
        NumberColumn(
          cells: tables.flatMap { table -> [Double?] in
            if case .numbers(let own)? = table.items[id] { own.cells } else { table.blanks(nil) }
          }))
    case .dates:
      return .dates(
        DateColumn(
          cells: tables.flatMap { table -> [CalendarDay?] in
            if case .dates(let own)? = table.items[id] { own.cells } else { table.blanks(nil) }
          }))
    case .texts:
      var joined = TextColumn()
      for table in tables {
        if case .texts(let own)? = table.items[id] {
          for row in 0..<table.rowCount { joined.append(own[row]) }
        } else {
          for _ in 0..<table.rowCount { joined.append("") }
        }
      }
      return .texts(joined)
    }
  }

  /// A column of the table's rows in which nothing was written.
  private func blanks<Cell>(_ cell: Cell) -> [Cell] { Array(repeating: cell, count: rowCount) }

  /// The code byte of each byte, with the declared reasons of one instrument as those of another; a
  /// reason that the other does not have is a blank.
  private static func reasons(
    of own: [Instrument.MissingReason], among all: [Instrument.MissingReason]
  ) -> [UInt8] {
    var map = (0...255).map { UInt8($0) }
    for (place, reason) in own.enumerated() {
      let known = all.firstIndex { $0.reason == reason.reason }
      map[Int(CellCode.firstDeclared) + place] =
        known.map { CellCode.firstDeclared + UInt8($0) } ?? CellCode.blank
    }
    return map
  }
}

extension LabelColumn {
  /// The labels of several columns one after the other; rows without a column have none.
  fileprivate static func joined(_ columns: [(column: LabelColumn?, rows: Int)]) -> LabelColumn {
    var labels: [String] = []
    var places: [String: Int32] = [:]
    var cells: [Int32] = []
    for (column, rows) in columns {
      guard let column else {
        cells += Array(repeating: -1, count: rows)
        continue
      }
      let numbers = column.labels.map { label -> Int32 in
        if let known = places[label] { return known }
        let number = Int32(truncatingIfNeeded: labels.count)
        places[label] = number
        labels.append(label)
        return number
      }
      cells += column.cells.map { $0 < 0 ? -1 : numbers[Int($0)] }
    }
    return LabelColumn(labels: labels, cells: cells)
  }
}

import Diagnostics
import Instruments

/// The rows of one import as they arrive: decoded, excluded or found faulty.
struct ResponseRows {
  private let layout: FileLayout
  private let width: Int
  private var coded: CodedCells
  private var open: [OpenCells]
  private let extraColumns: [Int]
  private var extras: [LabelBuilder]
  private var identifiers: Identifiers?
  private var records: [Int] = []
  private var rowCount = 0
  private var removed: Set<Int> = []
  private var handInDays: HandInDays?
  private let minimumAnswered: Int
  /// The rows that count although their tool marks them as not finished.
  private var unfinished: Set<Int> = []
  private(set) var faults = FaultList()
  private var counts = ImportLedger()

  /// Makes a reader of rows that are as wide as the heading line, of which about as many as `expected`
  /// will come.
  init(layout: FileLayout, width: Int, _ options: ImportOptions, expecting expected: Int) {
    self.layout = layout
    self.width = width
    minimumAnswered = options.minimumAnswered
    handInDays = HandInDays(
      options.openDays, column: layout.timeStamp, blankDay: layout.dialect.traits.blankDay)
    let missing = layout.instrument.missing
    var slots: [(item: Item, column: Int)] = []
    open = []
    for item in layout.instrument.items {
      guard let place = layout.matcher.places[item.id] else { continue }
      switch (item.format, place) {
      case (.scale, .column(let column)), (.single, .column(let column)):
        slots.append((item, column))
      default:
        if let cells = OpenCells(
          item, at: place, missing: missing, recipe: layout.recipe, traits: layout.dialect.traits)
        {
          open.append(cells)
        }
      }
    }
    coded = CodedCells(
      slots, missing: missing, recipe: layout.recipe, blankMark: layout.dialect.traits.blankMark,
      expecting: expected)
    extraColumns = layout.extras.map(\.column)
    extras = layout.extras.map { _ in LabelBuilder(expecting: expected) }
    if let column = layout.identifier {
      identifiers = Identifiers(
        column: column, standIn: layout.standIn, timeStamp: layout.timeStamp)
    }
    counts.dialect = layout.dialect
  }

  /// Takes one record in.
  mutating func take(_ row: CSVRow, record: Int) {
    counts.read += 1
    counts.cells.read += row.count
    if row.isBlank { return counts.leaveOut(cells: row.count, .empty) }
    if let exclusion = layout.screen.exclusion(of: row) {
      return counts.leaveOut(cells: row.count, exclusion)
    }
    guard row.count == width else {
      // An export ends short rows early only by mistake: an answer with a comma shifts the rest.
      faults.note(record, .width(found: row.count, expected: width))
      return counts.leaveOut(cells: row.count, .fault)
    }
    let before = faults.count
    if !coded.decode(row) { noteFaults(of: row, record) }
    for index in open.indices {
      for column in open[index].faults(in: row) {
        faults.note(record, column: column, open[index].faultKind(row.excerpt(column)))
      }
    }
    for column in layout.unnamed where !row.text(column).trimmingBlanks.isEmpty {
      faults.note(record, column: column, .unnamedColumn)
    }
    if let identifiers, identifiers.isBlank(in: row) {
      faults.note(record, column: identifiers.column, .noIdentifier)
    }
    if faults.count == before {
      keep(row, record)
    } else {
      counts.leaveOut(cells: width, .fault)
    }
  }

  private mutating func keep(_ row: CSVRow, _ record: Int) {
    coded.keep()
    for index in open.indices { open[index].append(row, record: record) }
    for index in extras.indices { extras[index].append(row[extraColumns[index]]) }
    identifiers?.append(row, rowNumber: rowCount)
    handInDays?.append(row, record: record)
    if layout.screen.isUnfinished(row) { unfinished.insert(rowCount) }
    if record != rowCount + 1, records.isEmpty { records = Array(1..<(rowCount + 1)) }
    if !records.isEmpty || record != rowCount + 1 { records.append(record) }
    rowCount += 1
  }

  private mutating func noteFaults(of row: CSVRow, _ record: Int) {
    for slot in coded.faultySlots {
      let column = coded.column(ofSlot: slot)
      let known = coded.knownWords(ofSlot: slot)
      faults.note(record, column: column, .answer(value: row.excerpt(column), known: known))
    }
  }

  /// Leaves the rows out that do not count: handed in while the round was not open, with too few
  /// answers, or with the id of one that counts instead.
  ///
  /// - Returns: Whether that could be told; `sink` says why not.
  mutating func settle(
    _ options: ImportOptions, in file: CSVFile, reporting sink: inout DiagnosticSink
  ) -> Bool {
    coded.flush()
    if let handInDays {
      guard let excluded = handInDays.excluded(options.dateOrder, in: file, reporting: &sink)
      else { return false }
      for (reason, rows) in excluded { remove(rows, reason) }
    }
    if minimumAnswered > 0 { remove(partial(), .partial) }
    settleDuplicates(options.dateOrder)
    return true
  }

  private mutating func remove(_ rows: [Int], _ reason: ImportLedger.Exclusion) {
    counts.leaveOut(rows.count, cells: rows.count * width, reason)
    removed.formUnion(rows)
  }

  /// The rows that answer fewer questions than is asked for.
  private func partial() -> [Int] {
    var answered = [Int](repeating: 0, count: rowCount)
    var asked = 0
    for (item, column) in zip(coded.items, coded.columns)
    where layout.instrument.item(item)?.role == nil {
      asked += 1
      for row in 0..<rowCount where column.cells[row] != CellCode.blank { answered[row] += 1 }
    }
    for cells in open where cells.item.role == nil {
      if cells.addAnswered(to: &answered) { asked += 1 }
    }
    return answered.indices.filter {
      !removed.contains($0) && answered[$0] * 100 < minimumAnswered * asked
    }
  }

  /// Of the rows with one id keeps the latest; without a time to tell, they are faults.
  private mutating func settleDuplicates(_ dateOrder: DateOrder?) {
    guard let identifiers else { return }
    let settled = identifiers.settled(dateOrder, without: removed, unfinished: unfinished)
    remove(settled.superseded, .duplicate)
    for (row, other) in settled.undecided {
      faults.note(record(row), column: identifiers.column, .sameIdentifier(other: record(other)))
    }
    remove(settled.undecided.map(\.row), .fault)
  }

  private func record(_ row: Int) -> Int { records.isEmpty ? row + 1 : records[row] }

  /// The table of the rows that were kept, and where the records went; `nil` when the order of
  /// dates cannot be settled.
  mutating func outcome(
    in file: CSVFile, dateOrder: DateOrder?, reporting sink: inout DiagnosticSink
  ) -> ResponseImport.Outcome? {
    var evidence = DateEvidence()
    for cells in open { evidence.merge(cells.dates) }
    guard let order = evidence.order(dateOrder, in: file, reporting: &sink) else { return nil }
    var table = ResponseTable(instrument: layout.instrument)
    table.rowCount = rowCount
    for (item, column) in zip(coded.items, coded.columns) { table.items[item] = .codes(column) }
    for cells in open { table.items[cells.item.id] = cells.column(order) }
    for (extra, labels) in zip(layout.extras, extras) {
      table.extras[extra.heading] = labels.column
    }
    table.identifiers = identifiers?.texts
    table.moments = identifiers?.moments(dateOrder)
    table.recordNumbers = records.isEmpty ? nil : records
    if !removed.isEmpty { table.remove(rows: removed) }
    countCells(of: table)
    return ResponseImport.Outcome(table: table, ledger: counts.balanced(with: table.rowCount))
  }

  /// Counts the cells of the rows that are used: of items by what their columns hold, of other columns
  /// by what they are for.
  private mutating func countCells(of table: ResponseTable) {
    let spans = coded.spans + open.map { ($0.item.id, $0.columns) }
    for (item, columns) in spans {
      guard let tally = table.items[item]?.tally else { continue }
      for (fate, cells) in tally { counts.cells.add(cells * columns.count, fate) }
      counts.unreadableCells += tally[.unreadable] ?? 0
    }
    let ofItems = Set(spans.flatMap(\.1))
    let read = [layout.identifier, layout.standIn, layout.timeStamp].compactMap { $0 }
    let beside = Set(read + extraColumns).subtracting(ofItems)
    counts.cells.add(table.rowCount * beside.count, .beside)
    counts.cells.add(table.rowCount * (width - ofItems.count - beside.count), .notKept)
  }
}

import Diagnostics
import Instruments

/// The rows of one import as they arrive: decoded, excluded or found faulty.
struct ResponseRows {
  private static let faultLimit = 1_000

  private let layout: FileLayout
  private let width: Int
  private var coded: CodedCells
  private var open: [OpenCells]
  private var extras: [(heading: String, column: Int, table: ByteTable, cells: [Int32])]
  private var identifiers: Identifiers?
  private var records: [Int] = []
  private var rowCount = 0
  private var removed: Set<Int> = []
  private(set) var faults: [RowFault] = []
  private(set) var faultCount = 0
  private var counts = ImportLedger()
  private var reportedUnnamed = false

  init(layout: FileLayout, width: Int) {
    self.layout = layout
    self.width = width
    let missing = layout.instrument.missing
    var slots: [(item: Item, column: Int)] = []
    open = []
    for item in layout.instrument.items {
      guard let place = layout.matcher.places[item.id] else { continue }
      switch (item.format, place) {
      case (.scale, .column(let column)), (.single, .column(let column)):
        slots.append((item, column))
      default:
        if let cells = OpenCells(item, at: place, missing: missing) { open.append(cells) }
      }
    }
    coded = CodedCells(slots, missing: missing)
    extras = layout.extras.map { ($0.heading, $0.column, ByteTable(), []) }
    if let column = layout.identifier {
      identifiers = Identifiers(column: column, timeStamp: layout.timeStamp)
    }
    counts.dialect = layout.dialect
  }

  /// Takes one record in.
  mutating func take(_ row: CSVRow, record: Int) {
    counts.read += 1
    guard row.count == width else {
      // An export ends short rows early only by mistake: an answer with a comma shifts the rest.
      refuse([RowFault(record: record, column: nil, kind: .width(found: row.count, expected: width))])
      return
    }
    if row.isBlank {
      counts.excluded[.empty, default: 0] += 1
      return
    }
    var isSound = coded.decode(row)
    for index in open.indices where open[index].fault(in: row) != nil { isSound = false }
    if !layout.unnamed.isEmpty, !reportedUnnamed { isSound = checkUnnamed(row, record) && isSound }
    if let identifiers, identifiers.isBlank(in: row) { isSound = false }
    guard isSound else {
      refuse(faultsOfCells(row, record))
      return
    }
    keep(row, record)
  }

  private mutating func keep(_ row: CSVRow, _ record: Int) {
    coded.keep()
    for index in open.indices { open[index].append(row, record: record) }
    for index in extras.indices {
      let cell = row[extras[index].column]
      extras[index].cells.append(
        cell.isEmpty ? -1 : Int32(truncatingIfNeeded: extras[index].table.intern(cell).index))
    }
    identifiers?.append(row, rowNumber: rowCount)
    if record != rowCount + 1, records.isEmpty { records = Array(1..<(rowCount + 1)) }
    if !records.isEmpty || record != rowCount + 1 { records.append(record) }
    rowCount += 1
  }

  private mutating func refuse(_ found: [RowFault]) {
    faultCount += found.count
    counts.excluded[.fault, default: 0] += 1
    faults.append(contentsOf: found.prefix(max(0, Self.faultLimit - faults.count)))
  }

  private mutating func checkUnnamed(_ row: CSVRow, _ record: Int) -> Bool {
    for column in layout.unnamed where !row.text(column).trimmingBlanks.isEmpty {
      reportedUnnamed = true
      faultCount += 1
      faults.append(RowFault(record: record, column: column, kind: .unnamedColumn))
      return false
    }
    return true
  }

  private mutating func faultsOfCells(_ row: CSVRow, _ record: Int) -> [RowFault] {
    var found: [RowFault] = []
    for slot in coded.faultySlots {
      let column = coded.column(ofSlot: slot)
      found.append(
        RowFault(
          record: record, column: column,
          kind: .answer(value: row.text(column), known: coded.knownWords(ofSlot: slot))))
    }
    for index in open.indices {
      guard let column = open[index].fault(in: row) else { continue }
      found.append(
        RowFault(record: record, column: column, kind: open[index].faultKind(row.text(column))))
    }
    if let identifiers, identifiers.isBlank(in: row) {
      found.append(RowFault(record: record, column: identifiers.column, kind: .noIdentifier))
    }
    return found
  }

  /// Of the rows with one id keeps the latest; without a time to tell, they are faults.
  mutating func settleDuplicates(dateOrder: DateOrder?) {
    guard let identifiers else { return }
    let settled = identifiers.settled(dateOrder)
    removed = settled.superseded
    counts.excluded[.duplicate] = removed.isEmpty ? nil : removed.count
    for (row, earlier) in settled.undecided {
      refuse([
        RowFault(
          record: record(row), column: identifiers.column,
          kind: .sameIdentifier(earlier: record(earlier)))
      ])
      removed.insert(row)
    }
  }

  private func record(_ row: Int) -> Int { records.isEmpty ? row + 1 : records[row] }

  /// Where the records went.
  var ledger: ImportLedger {
    var ledger = counts
    ledger.unreadableCells = coded.unreadable + open.reduce(0) { $0 + $1.unreadable }
    return ledger
  }

  /// The table of the rows that were kept; `nil` when the order of dates cannot be settled.
  mutating func table(
    in file: CSVFile, dateOrder: DateOrder?, reporting sink: inout DiagnosticSink
  ) -> ResponseTable? {
    coded.flush()
    var table = ResponseTable(instrument: layout.instrument)
    table.rowCount = rowCount
    for (item, column) in zip(coded.items, coded.columns) { table.items[item] = .codes(column) }
    let errors = sink.errorCount
    for cells in open {
      table.items[cells.item.id] = cells.column(
        in: file, header: layout.header, dateOrder: dateOrder, reporting: &sink)
    }
    for extra in extras {
      table.extras[extra.heading] = LabelColumn(labels: extra.table.texts, cells: extra.cells)
    }
    table.identifiers = identifiers?.texts
    table.recordNumbers = records.isEmpty ? nil : records
    if !removed.isEmpty { table.remove(rows: removed) }
    return sink.errorCount == errors ? table : nil
  }
}

import Diagnostics
import Instruments

/// The cells of one item that are not a single code: choices, numbers, dates, text.
struct OpenCells {
  enum Content {
    case options(OptionColumn, OptionSetReader, column: Int)
    case ticks(OptionColumn, columns: [Int])
    case numbers(NumberColumn, column: Int)
    case dates(DateReader, column: Int)
    case texts(TextColumn, column: Int)
  }

  let item: Item
  private(set) var content: Content
  private(set) var unreadable = 0

  /// The cells of an item at a place; `nil` for a place that another reader serves.
  init?(_ item: Item, at place: HeadingMatcher.Place, missing: [Instrument.MissingReason]) {
    self.item = item
    switch (item.format, place) {
    case (.multiple(let points), .column(let column)):
      let reader = OptionSetReader(points: points, missing: missing)
      content = .options(OptionColumn(points: points), reader, column: column)
    case (.multiple(let points), .optionColumns(let columns)):
      content = .ticks(OptionColumn(points: points), columns: columns)
    case (.number, .column(let column)):
      content = .numbers(NumberColumn(), column: column)
    case (.date, .column(let column)):
      content = .dates(DateReader(), column: column)
    case (.text, .column(let column)), (.list, .column(let column)),
      (.nominate, .column(let column)):
      content = .texts(TextColumn(), column: column)
    default:
      return nil
    }
  }

  /// The column of the first cell of a row that is no answer; `nil` when all are.
  mutating func fault(in row: CSVRow) -> Int? {
    switch content {
    case .options(let column, var reader, let field):
      let isFault = reader.choices(in: row[field]) == nil
      content = .options(column, reader, column: field)
      return isFault ? field : nil
    case .ticks(_, let fields):
      return fields.first { $0 >= 0 && Self.tick(row[$0], item.format.points, fields, $0) == nil }
    case .numbers(_, let field):
      return Self.number(row.text(field)) == nil ? field : nil
    case .dates(_, let field):
      let text = row.text(field).trimmingBlanks
      return text.isEmpty || DateReader.read(text) != nil ? nil : field
    case .texts:
      return nil
    }
  }

  /// Appends the answer of a row in which `fault(in:)` found none.
  mutating func append(_ row: CSVRow, record: Int) {
    switch content {
    case .options(var column, var reader, let field):
      let choices = reader.choices(in: row[field]) ?? 0
      if choices & OptionColumn.unreadable != 0 { unreadable += 1 }
      content = .texts(TextColumn(), column: field)
      column.cells.append(choices)
      content = .options(column, reader, column: field)
    case .ticks(var column, let fields):
      let choices = ticks(row, fields)
      content = .texts(TextColumn(), column: 0)
      column.cells.append(choices)
      content = .ticks(column, columns: fields)
    case .numbers(var column, let field):
      content = .texts(TextColumn(), column: field)
      column.cells.append(Self.number(row.text(field)) ?? nil)
      content = .numbers(column, column: field)
    case .dates(var reader, let field):
      content = .texts(TextColumn(), column: field)
      _ = reader.take(row.text(field), record: record)
      content = .dates(reader, column: field)
    case .texts(var column, let field):
      content = .texts(TextColumn(), column: field)
      column.append(row[field])
      content = .texts(column, column: field)
    }
  }

  private func ticks(_ row: CSVRow, _ fields: [Int]) -> UInt64 {
    var choices: UInt64 = 0
    for (option, field) in fields.enumerated() where field >= 0 {
      guard let tick = Self.tick(row[field], item.format.points, fields, field) else { continue }
      if tick == .blank { continue }
      choices |= OptionColumn.answered
      if tick == .ticked { choices |= 1 << UInt64(option) }
    }
    return choices
  }

  private enum Tick { case blank, ticked, clear }

  /// What a cell of an option column says; `nil` where it is neither a tick nor none.
  private static func tick(
    _ cell: UnsafeBufferPointer<UInt8>, _ points: [Point], _ fields: [Int], _ field: Int
  ) -> Tick? {
    let text = String(decoding: cell, as: UTF8.self).matchingKey
    switch text {
    case "": return .blank
    case "1", "y", "yes", "x", "true", "checked", "✓": return .ticked
    case "0", "n", "no", "false", "unchecked", "-": return .clear
    default:
      guard let option = fields.firstIndex(of: field) else { return nil }
      let words = [points[option].code] + Array(points[option].label?.wordings.values ?? [:].values)
      return words.contains { $0.matchingKey == text } ? .ticked : nil
    }
  }

  /// The number of a cell: digits with an optional sign and decimal point, `nil` inside where it is
  /// blank, `nil` where it is no number.
  private static func number(_ text: String) -> Double?? {
    let digits = text.trimmingBlanks
    if digits.isEmpty { return .some(nil) }
    let body = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), body.utf8.count <= 18,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    return Double(digits).map { .some($0) }
  }
}

extension OpenCells {
  /// The fault of a cell of this item.
  func faultKind(_ value: String) -> RowFault.Kind {
    switch content {
    case .options, .ticks: .answer(value: value, known: item.format.points.map(\.title))
    case .numbers: .number(value: value)
    case .dates, .texts: .date(value: value)
    }
  }

  /// The finished column; `nil` when the order of its dates cannot be settled.
  func column(
    in file: CSVFile, header: [String], dateOrder: DateOrder?, reporting sink: inout DiagnosticSink
  ) -> ItemColumn? {
    switch content {
    case .options(let column, _, _), .ticks(let column, _): return .options(column)
    case .numbers(let column, _): return .numbers(column)
    case .texts(let column, _): return .texts(column)
    case .dates(let reader, let column):
      switch reader.order {
      case .settled(let order):
        return .dates(DateColumn(cells: reader.days(dateOrder ?? order)))
      case .unknown(let record):
        if let dateOrder { return .dates(DateColumn(cells: reader.days(dateOrder))) }
        let line = file.lines(of: [record])[record]
        sink.error(.dateOrderUnknown(header[column]), at: Location(file: file.source.name, line: line))
      case .contradictory(let dayFirst, let monthFirst):
        let lines = file.lines(of: [dayFirst, monthFirst])
        sink.error(
          .dateOrderMixed(header[column], lines[dayFirst] ?? 0, lines[monthFirst] ?? 0),
          at: Location(file: file.source.name, line: lines[dayFirst]))
      }
      return nil
    }
  }
}

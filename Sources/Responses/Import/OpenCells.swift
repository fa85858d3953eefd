import Instruments

/// The cells of one item that are not a single code: choices, numbers, dates, text.
struct OpenCells {
  enum Content {
    case options(OptionColumn, OptionSetReader, column: Int)
    case ticks(OptionColumn, TickReader, columns: [Int])
    case numbers(NumberColumn, NumberReader, column: Int)
    case dates(DateReader, column: Int)
    case texts(TextColumn, column: Int)
    case choice(CodeColumn, TickReader, columns: [Int])
  }

  private let traits: DialectTraits

  let item: Item
  private var content: Content
  /// What the dates say about their order; nothing for other items.
  private(set) var dates = DateEvidence()

  /// The cells of an item at a place; `nil` for a place that another reader serves.
  init?(
    _ item: Item, at place: HeadingMatcher.Place, missing: [Instrument.MissingReason],
    recipe: ImportRecipe? = nil, traits: DialectTraits = DialectTraits()
  ) {
    self.item = item
    self.traits = traits
    switch (item.format, place) {
    case (.multiple(let points), .column(let column)):
      let reader = OptionSetReader(
        points: points, missing: missing, recoded: recipe?.codes(of: item) ?? [:])
      content = .options(OptionColumn(points: points), reader, column: column)
    case (.multiple(let points), .optionColumns(let columns)):
      content = .ticks(OptionColumn(points: points), TickReader(points: points), columns: columns)
    case (.single(let points), .optionColumns(let columns)):
      content = .choice(CodeColumn(points: points), TickReader(points: points), columns: columns)
    case (.number, .column(let column)):
      content = .numbers(NumberColumn(), NumberReader(missing: missing), column: column)
    case (.date, .column(let column)):
      content = .dates(DateReader(missing: missing), column: column)
    case (.text, .column(let column)), (.list, .column(let column)),
      (.nominate, .column(let column)):
      content = .texts(TextColumn(), column: column)
    default:
      return nil
    }
  }

  /// The content, which nothing else then holds, so that it grows in place.
  private mutating func takeContent() -> Content {
    var taken = Content.texts(TextColumn(), column: 0)
    swap(&taken, &content)
    return taken
  }

  /// The columns of the cells of a row that are no answers.
  mutating func faults(in row: CSVRow) -> [Int] {
    switch content {
    case .options:
      guard case .options(let column, var reader, let field) = takeContent() else { return [] }
      let isFault = reader.choices(in: row[field]) == nil
      content = .options(column, reader, column: field)
      return isFault ? [field] : []
    case .ticks(_, let reader, let fields), .choice(_, let reader, let fields):
      return zip(0..., fields).filter { $0.1 >= 0 && reader.tick(row[$0.1], option: $0.0) == nil }
        .map(\.1)
    case .numbers(_, let reader, let field):
      return reader.read(row.text(field)) == nil ? [field] : []
    case .dates(let reader, let field):
      return reader.date(row.text(field)) == nil ? [field] : []
    case .texts:
      return []
    }
  }

  /// Appends the answer of a row in which `faults(in:)` found none.
  mutating func append(_ row: CSVRow, record: Int) {
    switch takeContent() {
    case .options(var column, var reader, let field):
      column.cells.append(reader.choices(in: row[field]) ?? 0)
      content = .options(column, reader, column: field)
    case .ticks(var column, let reader, let fields):
      column.cells.append(ticks(row, fields, reader))
      content = .ticks(column, reader, columns: fields)
    case .numbers(var column, let reader, let field):
      column.cells.append(reader.read(row.text(field)) ?? nil)
      content = .numbers(column, reader, column: field)
    case .dates(var reader, let field):
      let date = reader.date(row.text(field)) ?? nil
      if let date { dates.note(date, record: record, column: field) }
      reader.append(date)
      content = .dates(reader, column: field)
    case .choice(var column, let reader, let fields):
      column.cells.append(Self.code(ticks(row, fields, reader)))
      content = .choice(column, reader, columns: fields)
    case .texts(var column, let field):
      if let text = traits.rewritten(row[field]) {
        column.append(text)
      } else {
        column.append(row[field])
      }
      content = .texts(column, column: field)
    }
  }

  /// The one choice that is ticked; of several none can be told.
  private static func code(_ ticks: UInt64) -> UInt8 {
    let choices = ticks & ~(OptionColumn.answered | OptionColumn.unreadable)
    if ticks & OptionColumn.unreadable != 0 || choices.nonzeroBitCount > 1 {
      return CellCode.unreadable
    }
    return choices == 0 ? CellCode.blank : UInt8(choices.trailingZeroBitCount)
  }

  private func ticks(_ row: CSVRow, _ fields: [Int], _ reader: TickReader) -> UInt64 {
    var choices: UInt64 = 0
    for (option, field) in fields.enumerated() where field >= 0 {
      switch reader.tick(row[field], option: option) {
      case .ticked: choices |= OptionColumn.answered | 1 << UInt64(option)
      case .clear: choices |= OptionColumn.answered
      case .unreadable: return OptionColumn.unreadable
      case .blank, nil: continue
      }
    }
    // No to everything is what these tools write for a question that nobody was asked, too.
    if !traits.tellsUntickedFromUnasked, choices == OptionColumn.answered { return 0 }
    return choices
  }
}

extension OpenCells {
  /// The fault of a cell of this item.
  func faultKind(_ value: String) -> RowFault.Kind {
    switch content {
    case .options, .ticks, .choice: .answer(value: value, known: item.format.points.map(\.title))
    case .numbers: .number(value: value)
    case .dates, .texts: .date(value: value)
    }
  }

  /// The columns of the file that hold the item.
  var columns: [Int] {
    switch content {
    case .options(_, _, let field), .numbers(_, _, let field), .dates(_, let field),
      .texts(_, let field):
      [field]
    case .ticks(_, _, let fields), .choice(_, _, let fields): fields.filter { $0 >= 0 }
    }
  }

  /// Adds 1 to each row that answers.
  ///
  /// - Returns: Whether the item is one that everybody can answer: words of one's own are not.
  func addAnswered(to rows: inout [Int]) -> Bool {
    func add<Cell>(_ cells: [Cell], _ isAnswered: (Cell) -> Bool) {
      for row in rows.indices where isAnswered(cells[row]) { rows[row] += 1 }
    }
    switch content {
    case .options(let column, _, _), .ticks(let column, _, _): add(column.cells) { $0 != 0 }
    case .choice(let column, _, _): add(column.cells) { $0 != CellCode.blank }
    case .numbers(let column, _, _): add(column.cells) { $0 != nil }
    case .dates(let reader, _): add(reader.written) { $0 != nil }
    case .texts: return false
    }
    return true
  }

  /// The finished column, its dates under the order of the file.
  func column(_ order: DateOrder) -> ItemColumn {
    switch content {
    case .options(let column, _, _), .ticks(let column, _, _): .options(column)
    case .numbers(let column, _, _): .numbers(column)
    case .dates(let reader, _): .dates(DateColumn(cells: reader.days(order)))
    case .texts(let column, _): .texts(column)
    case .choice(let column, _, _): .codes(column)
    }
  }
}

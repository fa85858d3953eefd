import Diagnostics

/// Turns the cells of a sheet into CSV bytes while it is read.
final class SheetReader: XMLTaker {
  /// The most cells with an error that are kept to be told.
  private static let faultLimit = 1_000

  /// A cell that holds an error of Excel.
  struct ErrorCell {
    let place: CellReference
    let value: String
  }

  private(set) var errorCells: [ErrorCell] = []
  private(set) var errorCount = 0

  private let strings: SharedStrings
  private let numbers: NumberStyles
  private let dates: SerialDate
  private var text: SheetText

  private var isInData = false
  private var isInRow = false
  private var row = 0
  private var nextColumn = 0
  private var cell: Cell?
  private var value: [UInt8] = []
  private var isInValue = false
  private var written = CellText()

  private struct Cell {
    let place: CellReference
    let kind: String
    let style: Int
  }

  init(strings: SharedStrings, numbers: NumberStyles, is1904: Bool, limit: Int) {
    self.strings = strings
    self.numbers = numbers
    dates = SerialDate(is1904: is1904)
    text = SheetText(limit: limit)
  }

  /// The whole sheet, once it has been read.
  func finished() throws -> [[UInt8]] { try text.finished() }

  func begin(_ element: String, _ attributes: [String: String]) throws {
    guard isInData else {
      isInData = element == "sheetData"
      return
    }
    switch element {
    case "c": try beginCell(attributes)
    case "v": isInValue = cell != nil
    case "row": try beginRow(attributes["r"])
    default: if cell != nil { written.begin(element) }
    }
  }

  func take(_ text: String) throws {
    if isInValue {
      guard value.count <= CSVReader.fieldLimit else { return }
      value.append(contentsOf: text.utf8)
    } else if cell != nil {
      written.take(text)
    }
  }

  func end(_ element: String) throws {
    guard isInData else { return }
    switch element {
    case "c": try endCell()
    case "v": isInValue = false
    case "row":
      isInRow = false
      try text.endRow(row)
    case "sheetData": isInData = false
    default: written.end(element)
    }
  }

  /// Rows and cells without a place of their own come right behind the one before them.
  private func beginRow(_ number: String?) throws {
    let last = row
    guard !isInRow else { throw ContainerFailure(.strangeSheet, row: last) }
    isInRow = true
    row = number.map { Int($0) ?? 0 } ?? row + 1
    guard row > last, row <= CellReference.rowLimit else {
      throw ContainerFailure(.wrongRow((number ?? "\(row)").clipped), row: max(1, last))
    }
    nextColumn = 0
  }

  private func beginCell(_ attributes: [String: String]) throws {
    guard isInRow, cell == nil else { throw ContainerFailure(.strangeSheet, row: max(1, row)) }
    var place = CellReference(row: row, column: nextColumn)
    if let reference = attributes["r"] {
      guard let named = CellReference(reference), named.row == row, named.column >= nextColumn
      else {
        throw ContainerFailure(.wrongCell(reference), row: row)
      }
      place = named
    }
    nextColumn = place.column + 1
    cell = Cell(
      place: place, kind: attributes["t"] ?? "n",
      style: attributes["s"].flatMap { Int($0) } ?? 0)
    value.removeAll(keepingCapacity: true)
    written.clear()
  }

  private func endCell() throws {
    guard let cell else { return }
    self.cell = nil
    isInValue = false
    switch cell.kind {
    case "s":
      if value.isEmpty { return }
      guard let index = Int(String(decoding: value, as: UTF8.self)),
        (0..<strings.count).contains(index)
      else { throw ContainerFailure(.noSuchString(cell.place), row: row) }
      try add(strings[index], cell)
    case "inlineStr":
      try add(SheetText.field(written.finished()), cell)
    case "e": addError(cell)
    case "b": try add(Array((value == [0x31] ? "TRUE" : value.isEmpty ? "" : "FALSE").utf8), cell)
    case "str": try add(SheetText.field(Self.text(of: value)), cell)
    case "d": try add(value.map { $0 == 0x54 ? 0x20 : $0 }, cell)
    default: try addNumber(cell)
    }
  }

  private func add(_ field: some Collection<UInt8>, _ cell: Cell) throws {
    if field.isEmpty { return }
    guard field.count <= CSVReader.fieldLimit else {
      throw ContainerFailure(.longCell(cell.place), row: row)
    }
    guard cell.place.column < CSVReader.columnLimit else {
      throw ContainerFailure(.cellBeyondColumns(cell.place), row: row)
    }
    text.append(field, column: cell.place.column)
  }

  private func addNumber(_ cell: Cell) throws {
    let written = String(decoding: value, as: UTF8.self).trimmingBlanks
    if written.isEmpty { return }
    guard let number = CellNumber.text(written) else {
      throw ContainerFailure(.brokenNumber(cell.place), row: row)
    }
    let shown: String?
    switch numbers.style(cell.style) {
    case .plain: shown = number
    case .moment(let showsDay, let showsTime):
      shown = Double(written).flatMap { dates.text($0, showsDay: showsDay, showsTime: showsTime) }
    case .elapsed: shown = Double(written).flatMap(SerialDate.elapsed)
    case .padded(let width):
      let isWhole = number.utf8.allSatisfy { (0x30...0x39).contains($0) }
      let missing = isWhole ? max(0, width - number.utf8.count) : 0
      shown = String(repeating: "0", count: missing) + number
    }
    try add((shown ?? number).utf8, cell)
  }

  private func addError(_ cell: Cell) {
    errorCount += 1
    guard errorCells.count < Self.faultLimit else { return }
    errorCells.append(
      ErrorCell(place: cell.place, value: String(decoding: value.prefix(40), as: UTF8.self)))
  }

  /// The text of a formula's result, whose escapes are those of any text.
  private static func text(of value: [UInt8]) -> [UInt8] {
    var text = CellText()
    text.begin("t")
    text.take(String(decoding: value, as: UTF8.self))
    return text.finished()
  }
}

/// Finds out whether a sheet has any content, reading no further than the first.
final class SheetProbe: XMLTaker {
  private(set) var hasContent = false
  private var isInData = false
  private var isInText = false

  func begin(_ element: String, _ attributes: [String: String]) throws {
    if element == "sheetData" { isInData = true }
    isInText = isInData && (element == "v" || element == "t")
  }

  func take(_ text: String) throws {
    guard isInText, !text.isEmpty else { return }
    hasContent = true
    throw EnoughRead()
  }

  func end(_ element: String) throws {
    isInText = false
    if element == "sheetData" { throw EnoughRead() }
  }
}

/// Writes CSV for spreadsheets: text is quoted and can never act as a formula.
struct CSVWriter {
  /// One cell: text is neutralised, numbers stay numbers.
  enum Cell {
    case text(String?)
    case number(Double?)
    case count(Int?)
  }

  private(set) var sink: ByteSink

  init(_ sink: ByteSink) {
    self.sink = sink
  }

  mutating func row(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { sink.write(byte: 0x2C) }
      write(cell)
    }
    endRow()
  }

  /// A row whose cells `body` writes itself with the commas between, where there are millions.
  mutating func record(_ body: (inout CSVWriter) -> Void) {
    body(&self)
    endRow()
  }

  mutating func write(_ cell: Cell) {
    switch cell {
    case .text(let text): write(text ?? "")
    case .number(let number): if let number, number.isFinite { sink.write(number.description) }
    case .count(let count): if let count { sink.write(count) }
    }
  }

  /// Writes the comma between two cells.
  mutating func separate() { sink.write(byte: 0x2C) }

  /// Writes a cell as it was prepared.
  mutating func write(_ place: Int, of cells: PreparedCells) { cells.write(place, to: &sink) }

  private mutating func endRow() {
    sink.write("\r\n" as StaticString)
    sink.flushIfFull()
  }

  mutating func header(_ names: [String]) { row(names.map { .text($0) }) }

  mutating func finish() -> ByteSink {
    sink.flush()
    return sink
  }

  private mutating func write(_ text: String) {
    guard !text.isEmpty else { return }
    sink.write(byte: 0x22)
    if Self.couldBeFormula(text) { sink.write(byte: 0x27) }
    for byte in text.utf8 {
      if byte == 0x22 { sink.write(byte: 0x22) }
      sink.write(byte: byte)
    }
    sink.write(byte: 0x22)
  }

  /// Whether a spreadsheet could take the text for a formula (CWE-1236).
  ///
  /// The first character that is not blank decides, in its full-width form too. Bytes are read,
  /// since a combining mark would hide the character.
  static func couldBeFormula(_ text: String) -> Bool {
    var bytes = text.utf8[...]
    while let first = bytes.first, first == 0x20 { bytes = bytes.dropFirst() }
    guard let first = bytes.first else { return false }
    if [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A, 0x00].contains(first) { return true }
    return [[0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0xA0]]
      .contains { bytes.starts(with: $0) }
  }
}

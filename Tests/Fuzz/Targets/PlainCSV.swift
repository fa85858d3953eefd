/// A reader of CSV that does one byte after the other and nothing else, to hold libcsv against.
struct PlainCSV {
  enum Fault { case strayQuote, unclosedQuote }

  private enum State { case start, plain, quoted, closed }

  private(set) var rows: [[[UInt8]]] = []
  private(set) var fault: Fault?

  init(_ bytes: [UInt8], delimiter: UInt8) {
    var (row, field, state) = ([[UInt8]](), [UInt8](), State.start)
    var hasRow = false
    func endField() {
      row.append(field)
      (field, state, hasRow) = ([], .start, true)
    }
    for byte in bytes {
      switch (state, byte) {
      case (.quoted, 0x22): state = .closed
      case (.quoted, _): field.append(byte)
      case (.closed, 0x22):
        field.append(byte)
        state = .quoted
      case (_, delimiter): endField()
      case (_, 0x0A), (_, 0x0D):
        if hasRow || state != .start {
          endField()
          rows.append(row)
          (row, hasRow) = ([], false)
        }
      case (.start, 0x22): state = .quoted
      case (.plain, 0x22), (.closed, _):
        fault = .strayQuote
        return
      default:
        field.append(byte)
        state = .plain
      }
    }
    if state == .quoted {
      fault = .unclosedQuote
    } else if hasRow || state != .start {
      endField()
      rows.append(row)
    }
  }
}

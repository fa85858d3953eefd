/// A place in a sheet, as `C14` names it.
struct CellReference: Hashable, CustomStringConvertible {
  /// The most rows of a sheet, Excel's own limit.
  static let rowLimit = 1_048_576
  /// The most columns of a sheet, Excel's own limit.
  static let columnLimit = 16_384

  /// From 1.
  let row: Int
  /// From 0.
  let column: Int

  init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Reads a reference; `nil` for any other text, and for places beyond the limits.
  init?(_ text: String) {
    var column = 0
    var row = 0
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case 0x41...0x5A where digits == 0: column = column * 26 + Int(byte - 0x40)
      case 0x61...0x7A where digits == 0: column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39 where column > 0:
        row = row * 10 + Int(byte - 0x30)
        digits += 1
      default: return nil
      }
      guard column <= Self.columnLimit, row <= Self.rowLimit else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column - 1)
  }

  /// The letters of a column, from 0: `A`, `Z`, `AA`.
  static func letters(ofColumn column: Int) -> String {
    var rest = column + 1
    var letters = ""
    while rest > 0 {
      letters = String(Character(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26)))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  var description: String { Self.letters(ofColumn: column) + "\(row)" }
}

import Testing

@testable import Responses

/// Files are read in blocks of 64 KiB; nothing may change where one of them ends.
struct BlockBorderTests {
  private static let block = 65_536

  /// What stands at the border, moved over it byte by byte.
  private static let borderPieces = [
    "plain", "\"quoted\"", "\"a \"\"b\"\" c\"", "Zoë", "😀😀", "\"x,y\"", "\"two\r\nlines\"", "",
    "\"\"",
  ]

  @Test(arguments: borderPieces)
  func `a field that lies across the border of two blocks is whole`(_ piece: String) throws {
    let unquoted = piece.hasPrefix("\"") ? String(piece.dropFirst().dropLast()) : piece
    let value = unquoted.replacing("\"\"", with: "\"")
    for shift in 0...(piece.utf8.count + 6) {
      let before = Self.rows(filling: Self.block - shift)
      let text = before + "1,\(piece),2\r\nend,é,z\r\n"
      let (rows, stop) = try records(Array(text.utf8))
      #expect(rows.suffix(2) == [["1", value, "2"], ["end", "é", "z"]], "shift \(shift)")
      #expect(rows.count == before.utf8.count { $0 == 0x0A } + 2)
      #expect(stop == nil)
    }
  }

  @Test func `a file on disk is read like the same bytes in memory`() throws {
    let bytes = Array((Self.rows(filling: 3 * Self.block - 1) + "\"é\n\",😀,\"\"\n").utf8)
    let inMemory = try records(bytes)
    let onDisk = try withFile(bytes) { try records(FileSource(path: $0)) }
    #expect(inMemory.0 == onDisk.0)
    #expect(inMemory.0.last == ["é\n", "😀", ""])
  }

  @Test(arguments: [0, 1, 2, 3, 4])
  func `a character cut off at a border is a fault at its first byte`(_ shift: Int) throws {
    let before = Self.rows(filling: Self.block - shift)
    let (_, stop) = try records(Array(before.utf8) + [0xF0, 0x9F, 0x98] + Array("x\n".utf8))
    #expect(stop == .notUTF8(offset: Self.block - shift))
  }

  @Test(arguments: [0, 1, 2, 3, 4])
  func `a broken character behind a closing quotation mark is one fault, whatever the border`(
    _ shift: Int
  ) throws {
    let before = Self.rows(filling: Self.block - shift)
    let bytes = Array(before.utf8) + Array("\"a\"".utf8) + [0xE4] + Array("b\n".utf8)
    let (rows, stop) = try records(bytes)
    #expect(stop == .strayQuote(offset: Self.block - shift + 3))
    #expect(rows.count == before.utf8.count { $0 == 0x0A })
  }

  @Test(arguments: [0, 1, 2])
  func `a stray quotation mark at a border has its own place`(_ shift: Int) {
    let before = Self.rows(filling: Self.block - shift)
    let lines = before.utf8.count { $0 == 0x0A }
    let file = OpenedFile(before + "1,a\"b,2\n")
    #expect(file.faults == ["a.csv:\(lines + 1):4 stray-quote"])
  }

  /// Records of three fields that take exactly so many bytes.
  private static func rows(filling bytes: Int) -> String {
    let row = "12345,67890,ab\n"
    let count = bytes / row.utf8.count - 1
    let rest = bytes - count * row.utf8.count
    return String(repeating: row, count: count) + String(repeating: "x", count: rest - 5)
      + ",y,z\n"
  }
}

import Testing

@testable import Responses

/// A file that is read on one thread and taken in on another gives what one thread gives.
struct RowPipeTests {
  private static func reader(_ text: String) -> CSVReader {
    CSVReader(
      source: FileSource(name: "a.csv", bytes: Array(text.utf8)), delimiter: 0x2C, skipping: 0)
  }

  private static func rows(
    _ read: ((CSVRow) -> Bool) throws -> CSVReader.Stop?, upTo last: Int = .max
  ) rethrows -> (rows: [String], stop: CSVReader.Stop?) {
    var rows: [String] = []
    let stop = try read { row in
      rows.append("\(row.record): " + (0..<row.count).map(row.text).joined(separator: "|"))
      return rows.count < last
    }
    return (rows, stop)
  }

  /// Blocks end inside fields, quotes and characters of several bytes.
  private static let lines = (0..<20_000).map {
    "P\($0),\"Zoë \"\"\($0)\"\"\nO’Hara\",\(String(repeating: "x", count: $0 % 41))"
  }

  @Test(arguments: [
    "", "a,b", "a,b\n1,\"open", "1,x\"y\n2,3\n", "1,2\n\u{0}",
    "1,2\n"
      + String(
        repeating: "y", count: 70_000), "1\n" + String(repeating: ",", count: 1_100) + "\n3",
  ])
  func `records and the reason to stop are the same with and without a thread`(
    tail: String
  ) throws {
    for head in ["", Self.lines[..<3_000].joined(separator: "\n") + "\n"] {
      let reader = Self.reader(head + tail)
      #expect(reader.source.size ?? 0 < CSVReader.leastForThread)
      let alone = try Self.rows(reader.forEachRow)
      let piped = try Self.rows { try RowPipe.forEachRow(of: reader, $0) }
      #expect(piped.rows == alone.rows)
      #expect(piped.stop == alone.stop)
    }
  }

  @Test func `a byte that is not UTF-8 stops both at the same place`() throws {
    let bytes = Array(Self.lines[..<3_000].joined(separator: "\n").utf8) + [0xFF, 0x0A]
    let reader = CSVReader(
      source: FileSource(name: "a.csv", bytes: bytes), delimiter: 0x2C, skipping: 3)
    let alone = try Self.rows(reader.forEachRow)
    let piped = try Self.rows { try RowPipe.forEachRow(of: reader, $0) }
    #expect(piped.rows == alone.rows)
    #expect(piped.stop == .notUTF8(offset: bytes.count - 2))
    #expect(alone.stop == piped.stop)
  }

  @Test func `a large file comes whole and in order`() throws {
    let reader = Self.reader(Self.lines.joined(separator: "\r\n"))
    #expect(reader.source.size ?? 0 >= CSVReader.leastForThread)
    let found = try Self.rows(reader.forEachRow)
    #expect(found.stop == nil)
    #expect(found.rows.count == Self.lines.count)
    #expect(
      found.rows.last == "20000: P19999|Zoë \"19999\"\nO’Hara|"
        + String(
          repeating: "x", count: 19_999 % 41))
  }

  @Test(arguments: [1, 700, 19_999])
  func `reading ends when no more is wanted`(last: Int) throws {
    let reader = Self.reader(Self.lines.joined(separator: "\n"))
    let found = try Self.rows(reader.forEachRow, upTo: last)
    #expect(found.stop == nil)
    #expect(found.rows.count == last)
  }

  @Test func `a file that is not there is a failure on either thread`() {
    let reader = CSVReader(
      source: FileSource(path: "/no/such/file.csv"), delimiter: 0x2C, skipping: 0)
    #expect(throws: FileSource.Failure.self) {
      try RowPipe.forEachRow(of: reader) { _ in true }
    }
  }
}

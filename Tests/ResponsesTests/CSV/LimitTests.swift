import Testing

@testable import Responses

/// What is too long or too wide is refused, whatever block border it lies on.
struct LimitTests {
  private static let limit = CSVReader.fieldLimit
  /// Where the field begins: at the start, in the middle and at the end of a block.
  private static let starts = [0, 30_000, 65_530]

  private static func filler(_ bytes: Int) -> String {
    bytes < 4 ? "" : String(repeating: "1,2\n", count: bytes / 4)
  }

  @Test(arguments: starts)
  func `a field of 64 KiB is read, quoted or not`(_ start: Int) throws {
    let field = String(repeating: "x", count: Self.limit)
    let text = "a,b\n" + Self.filler(start) + "\(field),\"\(field.dropLast())\"\"\"\n3,4\n"
    let file = OpenedFile(text)
    #expect(file.faults.isEmpty)
    #expect(file.rows.last == ["3", "4"])
    #expect(file.rows.dropLast().last?.map(\.utf8.count) == [Self.limit, Self.limit])
  }

  @Test(arguments: starts)
  func `an unquoted field over 64 KiB is refused where it begins`(_ start: Int) {
    let field = String(repeating: "x", count: Self.limit + 1)
    let text = "a,b\n" + Self.filler(start) + "5,\(field)\n3,4\n"
    let line = Self.filler(start).utf8.count / 4 + 2
    #expect(OpenedFile(text).faults == ["a.csv:\(line):3 field-too-long"])
  }

  @Test(arguments: starts, [true, false])
  func `a quoted field over 64 KiB is refused where it opens, closed or not`(
    _ start: Int, _ isClosed: Bool
  ) throws {
    let field = String(repeating: "x\n", count: Self.limit / 2) + "x"
    let text = "a,b\n" + Self.filler(start) + "\"5\",\"\(field)" + (isClosed ? "\"\n3,4\n" : "")
    let line = Self.filler(start).utf8.count / 4 + 2
    let file = OpenedFile(text)
    #expect(file.faults == ["a.csv:\(line):5 unclosed-quote"])
    #expect(try #require(file.messages.first).contains("column 'b'"))
  }

  @Test(arguments: ["", "x"])
  func `a quoted field of nothing but doubled quotation marks is refused where it opens`(
    _ first: String
  ) {
    let field = first + String(repeating: "\"\"", count: Self.limit + 1)
    #expect(OpenedFile("a,b\n5,\"\(field)\"\n").faults == ["a.csv:2:3 unclosed-quote"])
    #expect(OpenedFile("a,b\n5,\"\(field)").faults == ["a.csv:2:3 unclosed-quote"])
  }

  @Test func `a quotation mark that is never closed costs no memory and little time`() {
    let open = Array("a,b\n1,\"".utf8)
    let bytes = open + [UInt8](repeating: 0x78, count: 20_000_000)
    let clock = ContinuousClock()
    var stop: CSVReader.Stop?
    let time = clock.measure { stop = try? records(bytes).1 }
    #expect(stop == .fieldTooLong)
    #expect(time < .milliseconds(500), "only the first blocks may be read")
    #expect(OpenedFile(bytes).faults == ["a.csv:2:3 unclosed-quote"])
  }

  @Test(arguments: [1_000, 1_001, 70_000, 3_000_000])
  func `a heading line of more than 1,000 columns is refused`(_ columns: Int) {
    let file = OpenedFile("\n\n" + String(repeating: ",", count: columns - 1) + "\n")
    #expect(file.faults == (columns == 1_000 ? [] : ["a.csv:3 too-many-columns"]))
    #expect(file.header.count == (columns == 1_000 ? columns : 0))
  }

  @Test(arguments: [1_001, 70_000])
  func `a record of more than 1,000 columns ends the reading`(_ columns: Int) {
    let wide = String(repeating: ",", count: columns - 1)
    let file = OpenedFile("a,b\n1,2\n\(wide)\n3,4\n")
    #expect(file.faults == ["a.csv:3 too-many-columns"])
    #expect(file.rows == [["1", "2"]])
  }
}

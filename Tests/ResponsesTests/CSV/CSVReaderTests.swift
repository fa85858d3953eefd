import Statistics
import Testing

@testable import Responses

struct CSVReaderTests {
  @Test(
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
      ("\"a\",\"b\"\n", [["a", "b"]]),
      ("\"x,y\",z\n", [["x,y", "z"]]),
      ("\"She said \"\"hi\"\"\",z\n", [["She said \"hi\"", "z"]]),
      ("\"\"\"\"\n", [["\""]]),
      ("\"two\nlines\",z\n", [["two\nlines", "z"]]),
      ("\"two\r\nlines\",z\n", [["two\r\nlines", "z"]]),
      (" a , b \n\t1\t,2\n", [[" a ", " b "], ["\t1\t", "2"]]),
      (",,\n", [["", "", ""]]),
      ("\"\",\n", [["", ""]]),
      ("\"\"\n", [[""]]),
      (" \n", [[" "]]),
      ("=1+1,+2,-3,@x\n", [["=1+1", "+2", "-3", "@x"]]),
      ("", []),
    ] as [(String, [[String]])])
  func `fields come back as they were written`(_ text: String, _ rows: [[String]]) throws {
    let (found, stop) = try records(Array(text.utf8))
    #expect(found == rows)
    #expect(stop == nil)
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func `every kind of line end ends a record`(_ end: String) throws {
    let (rows, _) = try records(Array("a,b\(end)1,\(end),2\(end)".utf8))
    #expect(rows == [["a", "b"], ["1", ""], ["", "2"]])
  }

  @Test func `kinds of line ends may be mixed`() throws {
    let (rows, _) = try records(Array("a\r\nb\nc\rd\r\r\n\ne".utf8))
    #expect(rows == [["a"], ["b"], ["c"], ["d"], ["e"]])
  }

  @Test func `lines without any character are no records and are not counted`() throws {
    let reader = CSVReader(
      source: FileSource(name: "", bytes: Array("\n\na,b\r\n\r\n\n1,2\n\n".utf8)), delimiter: 0x2C,
      skipping: 0)
    var numbers: [Int] = []
    _ = try reader.forEachRow {
      numbers.append($0.record)
      return true
    }
    #expect(numbers == [1, 2])
  }

  @Test func `reading ends when the closure has enough`() throws {
    let reader = CSVReader(
      source: FileSource(name: "", bytes: Array("a\nb\n\"c".utf8)), delimiter: 0x2C, skipping: 0)
    var count = 0
    let stop = try reader.forEachRow { _ in
      count += 1
      return count < 2
    }
    #expect(count == 2 && stop == nil)
  }

  /// Random tables, written with random quoting, delimiters and line ends, come back equal.
  @Test(arguments: 0..<4)
  func `what a writer wrote is read`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<150 {
      let delimiter: Character = [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
      let table = RandomTable(delimiter: delimiter, using: &random)
      let (rows, stop) = try records(Array(table.text.utf8), delimiter: delimiter)
      #expect(rows == table.rows && stop == nil, "\(table.text.debugDescription)")
    }
  }
}

/// A table of random fields, and a text that stands for it.
struct RandomTable {
  private(set) var rows: [[String]] = []
  private(set) var text = ""

  private static let pieces = [
    "a", "Zoë", "e\u{301}", "😀", " ", "\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", "1", "=",
    "\u{200B}", "long text that goes on for more than sixteen bytes",
  ]

  init(delimiter: Character, using random: inout SeededGenerator) {
    let width = Int.random(in: 1...5, using: &random)
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let fields = (0..<width).map { _ in
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
          Self.pieces.randomElement(using: &random) ?? ""
        }.joined()
      }
      rows.append(fields)
      let cells = fields.map { field in
        let mustQuote =
          field.unicodeScalars.contains { "\"\n\r".unicodeScalars.contains($0) }
          || field.contains(delimiter) || width == 1 && field.isEmpty
        guard mustQuote || Bool.random(using: &random) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
      }
      text += cells.joined(separator: String(delimiter))
      text += ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    }
  }
}

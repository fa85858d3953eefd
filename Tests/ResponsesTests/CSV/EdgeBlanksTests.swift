import Statistics
import Testing

@testable import Responses

/// Blanks at the ends of fields stay, wherever libcsv is left to trim for itself.
struct EdgeBlanksTests {
  /// Reads blocks of some size; in blocks of one byte every blank is at an end, so that nothing is
  /// left to libcsv.
  private static func read(_ bytes: [UInt8], blocksOf size: Int, delimiter: UInt8) throws
    -> (rows: [[String]], stop: CSVReader.Stop?)
  {
    let blocks = stride(from: 0, to: bytes.count, by: size).map {
      Array(bytes[$0..<min($0 + size, bytes.count)])
    }
    let source = FileSource(name: "a.csv", blocks: blocks)
    var rows: [[String]] = []
    let stop = try CSVReader(source: source, delimiter: delimiter, skipping: 0).forEachRow { row in
      rows.append((0..<row.count).map(row.text))
      return true
    }
    return (rows, stop)
  }

  /// Texts of few characters, most of which have blanks beside what matters.
  @Test(arguments: [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09])
  func `a file reads the same however much of it is left to libcsv`(delimiter: UInt8) throws {
    var random = SeededGenerator(seed: 20_261_122)
    let ends = [delimiter, delimiter, 0x0A, 0x0D]
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<3: bytes += [0x20, 0x09].shuffled(using: &random).prefix(1)
        case 3: bytes += Array(repeating: 0x61, count: Int.random(in: 1...90, using: &random))
        case 4: bytes += Array("\"a, b \"".utf8)
        case 5: bytes.append(0x22)
        case 6..<8: bytes.append(0x78)
        default: bytes.append(try #require(ends.randomElement(using: &random)))
        }
      }
      let plain = try Self.read(bytes, blocksOf: 1, delimiter: delimiter)
      for size in [bytes.count, 100] {
        let found = try Self.read(bytes, blocksOf: size, delimiter: delimiter)
        #expect(found.rows == plain.rows && found.stop == plain.stop, "\(bytes)")
      }
    }
  }

  @Test func `blanks inside a field are not asked about, those at its ends are`() {
    let text = Array("one two,three four, five\tsix ,\" a\"x".utf8)
    text.withUnsafeBufferPointer { block in
      let blanks = EdgeBlanks(block: block, delimiter: 0x2C)
      var found: [Int] = []
      var place = blanks.first(from: 0)
      while place < block.count {
        found.append(place)
        place = blanks.first(from: place + 1)
      }
      #expect(found == [19, 28, 31])
    }
  }
}

import Foundation
import Statistics
import Testing

/// The order of rows and columns says nothing, so it may change nothing.
struct ShuffleTests {
  enum Order: UInt64, CaseIterable {
    case rows = 20_261_012
    case columns
    case rowsAndColumns

    func shuffled(_ table: CSVText) -> CSVText {
      var random = SeededGenerator(seed: rawValue)
      var table = table
      if self != .columns { table.rows[1...].shuffle(using: &random) }
      if self != .rows {
        let order = table.header.indices.shuffled(using: &random)
        table.rows = table.rows.map { row in order.map { row[$0] } }
      }
      return table
    }
  }

  @Test(arguments: SampleFile.all, Order.allCases)
  func `shuffling a file changes no byte of the figures`(file: SampleFile, order: Order) throws {
    let scratch = try Scratch()
    let path = try scratch.write(order.shuffled(file.table).text, to: "shuffled.csv")
    let plain = try SampleRuns.json(file.arguments(reading: file.path))
    let run = try Program.run(file.arguments(reading: path) + ["--format", "json"])
    #expect(run.status == plain.status, "\(run.errors)")
    #expect(firstDifference(run.output, plain.output) == nil)
  }

  @Test(arguments: Order.allCases)
  func `shuffling all files changes no byte of the gap table`(order: Order) throws {
    let scratch = try Scratch()
    for name in SampleRuns.sources + ["roll"] {
      let table = try CSVText(file: "SampleData/\(name).csv")
      _ = try scratch.write(order.shuffled(table).text, to: name + ".csv")
    }
    let arguments = SampleRuns.gaps(of: SampleRuns.sources, folder: scratch.url.path)
    let run = try Program.run(arguments + ["--format", "json"])
    let plain = try SampleRuns.json(SampleRuns.gaps)
    #expect(firstDifference(run.output, plain.output) == nil)
  }

  @Test func `the order in which files are given changes no component`() throws {
    let turned = try Program.run(
      SampleRuns.gaps(of: SampleRuns.sources.reversed()) + ["--format", "json"])
    let plain = try SampleRuns.json(SampleRuns.gaps)
    #expect(try turned.json["components"] == plain.json["components"])
  }
}

import Diagnostics
import Testing

@testable import Responses

struct PopulationTableTests {
  private func read(_ text: String) -> (PopulationTable?, [String], String) {
    var sink = DiagnosticSink()
    let source = FileSource(name: "counts.csv", bytes: Array(text.utf8))
    let table = PopulationTable.read(source, reporting: &sink)
    #expect((table != nil) == !sink.hasErrors)
    return (table, placed(sink), sink.diagnostics.map(\.message.text).joined())
  }

  @Test func `a single number is everybody`() {
    let table = PopulationTable(total: 212)
    #expect(table.total == 212 && table.headings.isEmpty && table.column(headed: "") == nil)
  }

  @Test(arguments: ["count", "Count", "N", "number", "TOTAL "])
  func `counts are read beside the columns that split them`(_ heading: String) throws {
    let (table, faults, _) = read(
      "Year group;\(heading);role\nYear 3; 60 ;a\n\n ; ; \nYear 4;0;\"b\n\"\nYear 3;1000000000;\n")
    #expect(faults.isEmpty)
    let counts = try #require(table)
    #expect(counts.headings == ["Year group", "role"])
    #expect(counts.cells.map(\.labels) == [["Year 3", "a"], ["Year 4", "b"], ["Year 3", ""]])
    #expect(counts.cells.map(\.count) == [60, 0, 1_000_000_000])
    #expect(counts.total == 1_000_000_060)
    #expect(counts.column(headed: "year_group") == 0 && counts.column(headed: "ROLE") == 1)
  }

  @Test(arguments: [
    "", "-1", "1.5", "1,5", "ten", "+3", "1e3", "٣", "1000000001", "99999999999999999999",
  ])
  func `what is no number of people is a fault at its line`(_ count: String) {
    let (_, faults, text) = read("year,count\n\"Year\n3\",1\nYear 4,\"\(count)\"\nYear 5,2\n")
    #expect(faults == ["counts.csv:4 not-a-count"])
    #expect(text.contains("row 2: '\(count)'"))
  }

  @Test func `all faults are told in one run`() {
    let (_, faults, _) = read("year,count\ny3,x\ny4\ny5,1,2\ny6,-\n")
    #expect(
      faults == [
        "counts.csv:2 not-a-count", "counts.csv:3 ragged-row", "counts.csv:4 ragged-row",
        "counts.csv:5 not-a-count",
      ])
  }

  @Test func `a file of nothing but faults fills no memory, and the same one is told once`() {
    let rows = (0..<3_000).map { "y\($0),x\($0)\n" }.joined()
    let (_, faults, text) = read("year,count\n\(rows)y,-\ny,-\n")
    #expect(faults.count == DiagnosticSink.storageLimit && !text.contains("'-'"))
    #expect(read("year,count\ny3,-\ny4,-\n").2.hasSuffix("(1 more row has it in this column)"))
  }

  @Test func `a file without a column of counts is refused`() {
    #expect(read("year,people\ny3,1\n").1 == ["counts.csv:1 population-without-count"])
  }
}

import Diagnostics
import Instruments
import Testing

@testable import Responses

/// What spreadsheets do to cells and headings is refused where it could pass for an answer.
struct SpreadsheetDamageTests {
  private static let survey = instrument([
    item("a", often, text: "One"),
    item("year", .single([point("1-2", "Years 1 and 2"), point("3-4", "Years 3 and 4")])),
    item("w", .multiple([point("9/11", "Stairs"), point("hall", "Hall")])),
    item("n", .number), item("d", .date), item("c", .text),
  ])

  /// Errors, dates out of codes, and numbers that lost their digits.
  private static let damaged = [
    "#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#####", "09-May", "01-Feb", "1.2E+11",
    "1,23457E+11", "TRUE",
  ]

  @Test(arguments: damaged, ["a", "year", "w", "n", "d"])
  func `a damaged cell is a fault in every column but that of a text`(
    _ cell: String, _ item: String
  ) {
    let items = ["a", "year", "w", "n", "d", "c"]
    let sound = ["1", "1-2", "hall", "7", "2026-11-17", cell]
    let row = zip(items, sound).map { "\"\($0 == item ? cell : $1)\"" }.joined(separator: ",")
    let file = imported("\(items.joined(separator: ","))\n\(row)\n", for: Self.survey)
    #expect(file.outcome == nil)
    #expect(file.faults.count == 1 && file.faults[0].hasPrefix("answers.csv:2 "))
    #expect(file.messages.allSatisfy { $0.contains("column '\(item)'") && $0.contains(";") })
  }

  @Test(arguments: damaged)
  func `a text keeps what it holds`(_ cell: String) {
    let file = imported(
      "a,year,w,n,d,c\n1,1-2,hall,7,2026-11-17,\"\(cell)\"\n", for: Self.survey)
    #expect(file.answers("c") == [cell])
  }

  /// A Cyrillic letter, one of double width, a letter of mathematics, a long s.
  @Test(arguments: ["Оne", "Ｏne", "𝖮ne", "0ne"])
  func `a heading that only looks like another is not taken for it`(_ heading: String) {
    let file = imported(
      "\(heading),year,w,n,d,c\n1,1-2,hall,7,2026-11-17,x\n", for: Self.survey)
    #expect(file.outcome == nil)
    #expect(file.faults == ["answers.csv:1 missing-column"])
  }

  @Test func `a delimiter before a combining mark parts two cells`() throws {
    let (rows, stop) = try records(Array("a,\u{301}b\n\"x\",\"\u{20DD}y\"\r\u{301}z,\n".utf8))
    #expect(
      rows.map { $0.map { Array($0.unicodeScalars) } }
        == [["a", "\u{301}b"], ["x", "\u{20DD}y"], ["\u{301}z", ""]].map { row in
          row.map { Array($0.unicodeScalars) }
        })
    #expect(stop == nil)
  }
}

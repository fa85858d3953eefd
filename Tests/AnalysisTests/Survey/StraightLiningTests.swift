import Responses
import Testing

@testable import Analysis

/// One answer to everything, items turned the other way included, is no answer.
struct StraightLiningTests {
  private static func row(_ code: String, _ count: Int) -> String {
    Array(repeating: code, count: count).joined(separator: ",")
  }

  private static let eleven = (1...10).map { "i\($0)" } + ["-turned"]

  @Test(arguments: [
    (row("4", 11), 1, 1), (row("4", 10) + ",2", 0, 1), ("2," + row("4", 10), 0, 1),
    (row("4", 10) + ",", 1, 1), (row("4", 9) + ",DK,", 0, 0), (row("", 11), 0, 0),
    (row("PN", 11), 0, 0), (row("5", 10) + ",PN", 1, 1),
  ])
  func `a row is straight with one code over at least ten answers`(
    row: String, straight: Int, checked: Int
  ) throws {
    let table = try SmallInstrument(items: Self.eleven).responses([
      row, Self.row("1", 5) + ",,,,,,",
    ])
    .table
    let found = StraightLining(table)
    #expect(found.count == straight && found.checked == checked)
  }

  @Test(arguments: [
    (1...11).map { "i\($0)" },
    (1...8).map { "i\($0)" } + ["-turned"],
  ])
  func `a scale without a turned item, or a short one, cannot show it`(items: [String]) throws {
    let table = try SmallInstrument(items: items).responses([Self.row("4", items.count)]).table
    let found = StraightLining(table)
    #expect(found.count == 0 && found.checked == 0)
  }

  @Test func `rows past a block are looked at`() throws {
    let rows = Array(repeating: Self.row("3", 10) + ",1", count: 8_200) + [Self.row("2", 11)]
    let table = try SmallInstrument(items: Self.eleven).responses(rows).table
    let found = StraightLining(table)
    #expect(found.count == 1 && found.checked == 8_201 && found.marks.last == true)
  }
}

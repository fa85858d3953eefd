import Foundation
import Instruments
import Responses
import Statistics
import Testing

@testable import Store

/// The same answers may come in again, in other files: each counts once.
struct RepeatedFileTests {
  private let test: TestAudit
  private let definition: Definition

  init() throws {
    test = try TestAudit()
    definition = try Definition.safety()
  }

  private func take(_ text: String, _ overlap: Intake.Overlap? = nil) throws -> String {
    try take(Array(text.utf8), overlap)
  }

  private func take(_ bytes: [UInt8], _ overlap: Intake.Overlap? = nil) throws -> String {
    try test.answers.take(outcome(bytes, for: definition), intake(definition, overlap)).words
  }

  private var count: Int {
    get throws { try test.answers.table(definition)?.rowCount ?? 0 }
  }

  @Test(arguments: [nil, Intake.Overlap.skip])
  func `the same answers in another guise add nothing`(_ overlap: Intake.Overlap?) throws {
    let rows = SurveyRows(40, seed: 1)
    #expect(try take(rows.plain(), overlap) == "A1 +40 ~0 =0 of 40")
    var random = SeededGenerator(seed: 1)
    let shuffled = SurveyRows(rows: rows.rows.shuffled(using: &random))
    let utf16 = Array("\u{FEFF}".utf16) + Array(rows.plain().utf16)
    let guises: [[UInt8]] = [
      Array(rows.plain().utf8), Array(shuffled.plain().utf8),
      Array(rows.plain(order: [5, 3, 1, 0, 4, 2]).utf8),
      Array(rows.plain(delimiter: ";", newline: "\r\n").utf8),
      [0xEF, 0xBB, 0xBF] + Array(shuffled.plain(delimiter: "\t").utf8),
      utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
      utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
    ]
    let before = try test.settled(.answers)
    for guise in guises { #expect(try take(guise, overlap) == "same as A1") }
    #expect(try test.settled(.answers) == before)
  }

  @Test func `words instead of codes are the same answers`() throws {
    let further = "worried_where,trusted_people,comment"
    let codes = "year_group,safe_class,safe_playground,\(further)\ny3,1,4,,,\ny4,2,PN,,,\n"
    let words =
      "\(further),Year group,In my classroom,In the playground\n"
      + ",,,Year 4,Sometimes,I do not want to say\n,,,Year 3,Never,Always\n"
    #expect(try take(codes) == "A1 +2 ~0 =0 of 2")
    #expect(try take(words) == "same as A1")
  }

  @Test func `a file that overlaps asks, and then takes the new rows or all`() throws {
    let all = SurveyRows(40, seed: 1)
    let first = SurveyRows(rows: Array(all.rows.prefix(25)))
    #expect(try take(first.plain()) == "A1 +25 ~0 =0 of 25")
    #expect(try take(all.plain()) == "asks =25 ~0 +15")
    #expect(try count == 25)
    #expect(try take(all.plain(), .skip) == "A2 +15 ~0 =25 of 40")
    #expect(
      try multiset(#require(try test.answers.table(definition)))
        == multiset(outcome(all.plain(), for: definition).table))
    #expect(try take(all.plain(), .add) == "A3 +40 ~0 =0 of 40")
    #expect(try count == 80)
  }

  @Test func `a question names the days on which the others came`() throws {
    let rows = SurveyRows(10, seed: 1)
    _ = try take(rows.plain())
    let more = SurveyRows(rows: rows.rows + SurveyRows(1, seed: 2).rows)
    let result = try test.answers.take(
      outcome(more.plain(), for: definition), intake(definition))
    guard case .asks(let repeats) = result else { return #expect(Bool(false), "\(result)") }
    #expect(repeats.days == [someDay])
  }

  @Test func `as many equal rows are skipped as are there, and no more`() throws {
    let row = ["y3", "4", "4", "", "", ""]
    let other = ["y4", "4", "4", "", "", ""]
    _ = try take(SurveyRows(rows: [row, row, other]).plain())
    let more = SurveyRows(rows: [row, row, row, row, other]).plain()
    #expect(try take(more) == "asks =3 ~0 +2")
    #expect(try take(more, .skip) == "A2 +2 ~0 =3 of 5")
  }

  @Test func `with ids a grown export adds the new rows without asking`() throws {
    let all = SurveyRows(40, seed: 1)
    let first = SurveyRows(rows: Array(all.rows.prefix(25)))
    #expect(try take(first.microsoft()) == "A1 +25 ~0 =0 of 25")
    #expect(try take(all.microsoft()) == "A2 +15 ~0 =25 of 40")
    #expect(try take(all.microsoft()) == "same as A2")
    #expect(
      try multiset(#require(try test.answers.table(definition)))
        == multiset(outcome(all.plain(), for: definition).table))
    #expect(try take(all.plain(), .skip) == "same as A2")
  }

  @Test func `the rows of a file without ids are not taken for new ones with ids`() throws {
    let rows = SurveyRows(20, seed: 1)
    _ = try take(rows.plain())
    let more = SurveyRows(rows: rows.rows + SurveyRows(6, seed: 2).rows)
    #expect(try take(more.microsoft()) == "asks =20 ~0 +6")
    #expect(try take(more.microsoft(), .skip) == "A2 +6 ~0 =20 of 26")
  }

  @Test func `an id with other answers asks`() throws {
    let rows = SurveyRows(20, seed: 1)
    _ = try take(rows.microsoft())
    var changed = rows
    changed.rows[3] = SurveyRows(1, seed: 9).rows[0]
    #expect(try take(changed.microsoft()) == "asks =19 ~1 +0")
    #expect(try take(changed.microsoft(), .skip) == "A2 +0 ~0 =20 of 20")
    #expect(try count == 20)
    #expect(try take(changed.microsoft(), .add) == "A3 +20 ~0 =0 of 20")
    #expect(try count == 40)
  }

  @Test func `another form that shares ids and some answers is asked about whole, and added whole`()
    throws
  {
    let first = SurveyRows(40, seed: 1)
    _ = try take(first.microsoft())
    let other = SurveyRows(
      rows: Array(first.rows.prefix(25)) + SurveyRows(15, seed: 2).rows)
    #expect(try take(other.microsoft()) == "asks =25 ~15 +0")
    #expect(try take(other.microsoft(), .add) == "A2 +40 ~0 =0 of 40")
    #expect(try count == 80)
    #expect(try take(first.microsoft(), .add) == "A3 +40 ~0 =0 of 40")
    #expect(try count == 120)
  }

  @Test(arguments: 0..<6)
  func `another form whose ids begin at 1 as well is not swallowed`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    _ = try take(SurveyRows(.random(in: 5..<40, using: &random), seed: seed).microsoft())
    let other = SurveyRows(.random(in: 5..<40, using: &random), seed: seed + 100)
    #expect(try take(other.microsoft()).hasPrefix("asks =0 ~"))
    let before = try count
    #expect(try take(other.microsoft(), .add).hasSuffix(" of \(other.rows.count)"))
    #expect(try count == before + other.rows.count)
  }

  @Test func `a few more join the newest, and are undone with it`() throws {
    let all = SurveyRows(43, seed: 1)
    func some(_ range: Range<Int>) -> String { SurveyRows(rows: Array(all.rows[range])).plain() }
    #expect(try take(some(0..<20)) == "A1 +20 ~0 =0 of 20")
    #expect(try take(some(20..<40)) == "A2 +20 ~0 =0 of 20")
    #expect(try take(some(40..<42)) == "A3 +2 ~0 =0 of 2")
    #expect(try take(some(42..<43)) == "A4 +1 ~0 =0 of 1")
    let together = try test.answers.imports().map(\.together)
    #expect(together == [["A1"], ["A2", "A3", "A4"], ["A2", "A3", "A4"], ["A2", "A3", "A4"]])
    #expect(try test.answers.undo("a3", on: someDay)?.map(\.label) == ["A2", "A3", "A4"])
    #expect(try count == 20)
    #expect(try test.answers.undo("A4", on: someDay) == nil)
    #expect(try test.answers.imports().map { $0.undone != nil } == [false, true, true, true])
    #expect(try take(some(20..<43)) == "A5 +23 ~0 =0 of 23")
  }

  @Test func `an import that was undone stays on record and can come again`() throws {
    let rows = SurveyRows(20, seed: 1)
    #expect(try take(rows.microsoft()) == "A1 +20 ~0 =0 of 20")
    #expect(try test.answers.undo("A1", on: day("2026-12-01"))?.count == 1)
    #expect(try test.answers.table(definition) == nil)
    let entry = try #require(try test.answers.imports().first)
    #expect(entry.undone == day("2026-12-01"))
    #expect(entry.added == 20)
    #expect(try test.answers.undo("A1", on: someDay) == nil)
    #expect(try take(rows.microsoft()) == "A2 +20 ~0 =0 of 20")
    #expect(try count == 20)
  }

  @Test func `a file is not the same any more when the rows that it repeated are undone`() throws {
    let all = SurveyRows(40, seed: 1)
    _ = try take(SurveyRows(rows: Array(all.rows.prefix(25))).plain())
    _ = try take(all.plain(), .skip)
    _ = try test.answers.undo("A1", on: someDay)
    #expect(try count == 15)
    #expect(try take(all.plain(), .skip) == "A3 +25 ~0 =15 of 40")
  }

  @Test func `after a few joined only the file that is all of it is known again`() throws {
    let all = SurveyRows(30, seed: 1)
    let first = SurveyRows(rows: Array(all.rows.prefix(28))).plain()
    _ = try take(first)
    #expect(try take(all.plain(), .skip) == "A2 +2 ~0 =28 of 30")
    #expect(try take(all.plain()) == "same as A2")
    #expect(try take(first) == "asks =28 ~0 +0")
    #expect(try take(first, .skip) == "A3 +0 ~0 =28 of 28")
    #expect(try count == 30)
  }

  @Test func `a cell that could be read in two ways is counted once, and not for a few alone`()
    throws
  {
    let family = try Definition(
      """
      id: family
      version: 1
      audience: pupils
      privacy: anonymous
      sections:
        - id: main
          items:
            - id: who
              type: multiple
              text: Who
              choices: [{ code: x, label: Mum }, { code: y, label: Dad }, { code: z, label: "Mum, Dad" }]
            - { id: comment, type: text, text: Anything else }
      """)
    func take(_ rows: [String]) throws -> ImportEntry? {
      let text = "who,comment\n" + rows.joined(separator: "\n") + "\n"
      return try test.answers.take(outcome(text, for: family), intake(family, .skip)).entry
    }
    let first = ["\"Mum, Dad\",a", "Mum,b", "Dad,c", "Mum,d", "Dad,e"]
    #expect(try take(first)?.unreadableCells == 1)
    #expect(try take(first + ["\"Mum, Dad\",f"])?.unreadableCells == 2)
    let kept = try test.answers.responses(
      round: "autumn", instrument: "family", definition: Definition.read)
    #expect(kept?.ledger.unreadableCells == 2)
    #expect(try test.answers.imports().map(\.unreadableCells) == [1, 0])
  }

  @Test func `the ledger accounts for every row of every file`() throws {
    let all = SurveyRows(40, seed: 1)
    _ = try take(SurveyRows(rows: Array(all.rows.prefix(25))).plain() + ",,,,,\n")
    _ = try take(all.plain(), .skip)
    let responses = try #require(
      try test.answers.responses(
        round: "autumn", instrument: "mini-safety", definition: Definition.read))
    #expect(responses.ledger.read == 66)
    #expect(responses.ledger.excluded == [.empty: 1, .repeated: 25])
    #expect(responses.ledger.used == 40 && responses.table.rowCount == 40)
  }
}

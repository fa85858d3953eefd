import Analysis
import Foundation
import Instruments
import Responses
import Testing

@testable import Store

/// Surveys that tie answers to people.
struct NamedResponseTests {
  private let test: TestAudit
  private let definition: Definition

  init() throws {
    test = try TestAudit()
    definition = try Definition.mood()
  }

  private func take(
    _ rows: [String], _ overlap: Intake.Overlap? = nil, isTimed: Bool = false
  ) throws -> String {
    let heading =
      isTimed ? "ID,Start time,Completion time,pupil,glad,calm,comment" : "pupil,glad,calm,comment"
    let text = ([heading] + rows).joined(separator: "\n") + "\n"
    let read = try outcome(text, for: definition) { if !isTimed { $0.identifier = "pupil" } }
    return try test.people.take(read, intake(definition, overlap), by: lead).words
  }

  private var rows: [[String]] {
    get throws {
      let table = try #require(try test.people.table(definition))
      return (0..<table.rowCount).map { row in
        definition.instrument.items.map { item in
          switch table.items[item.id] {
          case .codes(let column)?: "\(column.cells[row])"
          case .texts(let column)?: column[row]
          default: "?"
          }
        }
      }.sorted { $0[0] < $1[0] }
    }
  }

  private func ledger() throws -> ImportLedger {
    let responses = try test.people.responses(
      round: "autumn", instrument: "mood", definition: Definition.read)
    return try #require(responses).ledger
  }

  @Test func `what is kept is what the file says`() throws {
    #expect(try take(["P1,1,3,so so", "P2,PN,,"]) == "N1 +2 ~0 =0 of 2")
    #expect(try rows == [["P1", "0", "2", "so so"], ["P2", "240", "255", ""]])
    #expect(try take(["P2,PN,,", "P1,1,3,so so"]) == "same as N1")
    #expect(try ledger().used == 2)
  }

  @Test func `a changed answer asks where no time tells`() throws {
    _ = try take(["P1,1,3,", "P2,2,2,"])
    #expect(try take(["P1,3,3,", "P2,2,2,", "P3,1,1,"]) == "asks =0 ~1 +1")
    #expect(try take(["P1,3,3,", "P2,2,2,", "P3,1,1,"], .skip) == "N2 +1 ~0 =2 of 3")
    #expect(try rows.map { $0[1] } == ["0", "1", "0"])
    #expect(try take(["P1,3,3,"], .add) == "N3 +0 ~1 =0 of 1")
    #expect(try rows.map { $0[1] } == ["2", "1", "0"])
    #expect(try ledger().used == 3)
    _ = try test.people.undo("N3", on: someDay, by: lead)
    #expect(try rows.map { $0[1] } == ["0", "1", "0"])
    #expect(try ledger().used == 3)
  }

  @Test func `of two answers with one id the later by its own time counts`() throws {
    func row(_ id: Int, _ hour: String, _ glad: Int) -> String {
      "\(id),12/10/2026 \(hour):00,12/10/2026 \(hour):00,P\(id),\(glad),1,"
    }
    #expect(try take([row(1, "09", 1), row(2, "09", 1)], isTimed: true) == "N1 +2 ~0 =0 of 2")
    #expect(try take([row(1, "10", 2), row(2, "08", 2)], isTimed: true) == "N2 +0 ~1 =1 of 2")
    #expect(try rows.map { $0[1] } == ["1", "0"])
    #expect(try ledger().used == 2)
    _ = try test.people.undo("N1", on: someDay, by: lead)
    #expect(try rows.map { $0[1] } == ["1"])
    #expect(try ledger().used == 1)
    // What the later file repeated is gone with the earlier one, and may come again.
    #expect(try take([row(1, "10", 2), row(2, "08", 2)], isTimed: true) == "N3 +1 ~0 =1 of 2")
  }

  @Test func `undoing a file that added nothing leaves the answers that it repeated`() throws {
    _ = try take(["P1,1,3,", "P2,2,2,"])
    #expect(try take(["P1,1,3,"]) == "N2 +0 ~0 =1 of 1")
    #expect(try test.people.imports().map(\.together) == [["N1"], ["N2"]])
    #expect(try test.people.undo("N2", on: someDay, by: lead)?.map(\.label) == ["N2"])
    #expect(try rows.map { $0[1] } == ["0", "1"])
    #expect(try take(["P1,1,3,"]) == "N3 +0 ~0 =1 of 1")
    #expect(try test.people.undo("N1", on: someDay, by: lead)?.map(\.label) == ["N1", "N3"])
    #expect(try test.people.table(definition) == nil)
    #expect(try take(["P1,1,3,"]) == "N4 +1 ~0 =0 of 1")
  }

  @Test func `a file that was added twice can be added again when the first is undone`() throws {
    let read = try outcome("pupil,glad,calm,comment\nP1,1,3,so so\n", for: definition)
    func add() throws -> String {
      try test.people.take(read, intake(definition, .add), by: lead).words
    }
    #expect(try [add(), add()] == ["N1 +1 ~0 =0 of 1", "N2 +1 ~0 =0 of 1"])
    _ = try test.people.undo("N1", on: someDay, by: lead)
    #expect(try add() == "N3 +1 ~0 =0 of 1")
    #expect(try rows.count == 2)
  }

  @Test func `rounds are apart`() throws {
    _ = try take(["P1,1,3,"])
    #expect(try test.people.table(definition, round: "spring") == nil)
  }

  @Test func `another edition is refused`() throws {
    _ = try take(["P1,1,3,"])
    let text = String(decoding: definition.bytes, as: UTF8.self)
    let newer = try Definition(text.replacing("version: 1", with: "version: 2"))
    let read = try outcome("pupil,glad,calm,comment\nP1,1,1,\n", for: newer)
    #expect(
      try test.people.take(read, intake(newer), by: lead) == .otherEdition(since: someDay))
  }

  @Test func `a rehearsal changes not one byte`() throws {
    _ = try take(["P1,1,3,"])
    let before = try test.settled(.identity)
    let read = try outcome("pupil,glad,calm,comment\nP1,1,1,\nP2,2,2,\n", for: definition)
    let result = try test.people.take(
      read, intake(definition, .add, isRehearsal: true), by: lead)
    #expect(result.entry?.read == 2)
    #expect(try test.settled(.identity) == before)
  }

  @Test func `the figures of what is kept are those of the file`() throws {
    let rows = (1...40).map { "P\($0),\($0 % 3 + 1),\($0 % 2 + 1),so \($0)" }
    let text = (["pupil,glad,calm,comment"] + rows).joined(separator: "\n") + "\n"
    let read = try outcome(text, for: definition) { $0.identifier = "pupil" }
    _ = try test.people.take(read, intake(definition), by: lead)
    let kept = try #require(
      try test.people.responses(
        round: "autumn", instrument: "mood", definition: Definition.read))
    #expect(multiset(kept.table) == multiset(read.table))
    #expect(kept.ledger == read.ledger.withoutCells)
    func figures(_ table: ResponseTable, _ ledger: ImportLedger) -> String {
      inWords(SurveyAnalysis(table, ledger: ledger, wantsReliability: true).figures().groups)
    }
    #expect(figures(kept.table, kept.ledger) == figures(read.table, read.ledger))
  }
}

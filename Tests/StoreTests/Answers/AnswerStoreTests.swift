import Analysis
import Diagnostics
import Foundation
import Instruments
import Responses
import Testing

@testable import Store

struct AnswerStoreTests {
  /// Every figure of a survey, split by a column, in words that show each digit.
  private static func figures(_ table: ResponseTable, by column: String) throws -> String {
    let codes = try #require(table.codes(column))
    let figures = SurveyAnalysis(
      table, ledger: .joined([]), groupings: [Grouping(by: column, codes: codes)],
      wantsReliability: true
    ).figures()
    return inWords((figures.groups, figures.comparisons, figures.quality))
  }

  private static let samples = [
    ("pupil-safety", "year_group"), ("staff-wellbeing", "role"),
    ("parent-partnership", "year_group"),
  ]

  @Test(arguments: samples)
  func `what is kept of a sample gives the figures of its file`(
    _ instrument: String, _ column: String
  ) throws {
    let test = try TestAudit()
    let definition = try Definition(file: "Instruments/\(instrument).yaml")
    let bytes = try Data(
      contentsOf: URL(fileURLWithPath: projectFolder + "/SampleData/\(instrument).csv"))
    let read = try outcome([UInt8](bytes), for: definition)
    #expect(try test.answers.take(read, intake(definition)).entry?.added == read.table.rowCount)
    let kept = try #require(
      try test.answers.responses(
        round: "autumn", instrument: instrument, definition: Definition.read))
    #expect(multiset(kept.table) == multiset(read.table))
    #expect(
      try Self.figures(kept.table, by: column) == Self.figures(read.table, by: column))
    #expect(kept.ledger == read.ledger.withoutCells)
    #expect(kept.minimum == 5)
  }

  @Test func `nothing is there before something was taken in`() throws {
    let test = try TestAudit()
    #expect(try test.answers.table(.safety()) == nil)
    #expect(try test.answers.imports().isEmpty)
    #expect(try test.answers.undo("A1", on: someDay) == nil)
    #expect(try test.people.table(.mood()) == nil)
  }

  @Test func `equal answers of two people are two answers`() throws {
    let test = try TestAudit()
    let definition = try Definition.safety()
    let one = ["y3", "4", "4", "toilets", "", ""]
    let text = SurveyRows(rows: [one, one, one, ["y4"] + one.dropFirst()]).plain()
    let result = try test.answers.take(outcome(text, for: definition), intake(definition))
    #expect(result.words == "A1 +4 ~0 =0 of 4")
    #expect(try test.answers.table(definition)?.rowCount == 4)
  }

  @Test func `rounds and instruments are kept apart`() throws {
    let test = try TestAudit()
    let definition = try Definition.safety()
    let read = try outcome(SurveyRows(6, seed: 1).plain(), for: definition)
    #expect(try test.answers.take(read, intake(definition)).words == "A1 +6 ~0 =0 of 6")
    let spring = try test.answers.take(read, intake(definition, round: "spring"))
    #expect(spring.words == "A2 +6 ~0 =0 of 6")
    _ = try test.answers.undo("A1", on: someDay)
    #expect(try test.answers.table(definition) == nil)
    #expect(try test.answers.table(definition, round: "spring")?.rowCount == 6)
  }

  @Test func `answers under another edition of the instrument are refused`() throws {
    let test = try TestAudit()
    let definition = try Definition.safety()
    let rows = SurveyRows(6, seed: 1)
    _ = try test.answers.take(outcome(rows.plain(), for: definition), intake(definition))
    let text = String(decoding: definition.bytes, as: UTF8.self)
    let newer = try Definition(text.replacing("2026.1", with: "2026.2"))
    let read = try outcome(SurveyRows(6, seed: 2).plain(), for: newer)
    #expect(try test.answers.take(read, intake(newer)) == .otherEdition(since: someDay))
    #expect(try test.answers.take(read, intake(newer, .add)) == .otherEdition(since: someDay))
    #expect(try test.answers.table(definition)?.rowCount == 6)
    #expect(try test.answers.imports().count == 1)
    // Once nothing is left under the old edition the new one may come.
    _ = try test.answers.undo("A1", on: someDay)
    #expect(try test.answers.take(read, intake(newer)).words == "A2 +6 ~0 =0 of 6")
    #expect(try test.answers.table(newer)?.rowCount == 6)
  }

  @Test func `the smallest group that may be shown can be raised and never lowered`() throws {
    let test = try TestAudit()
    let definition = try Definition.safety()
    for (seed, minimum, kept) in [(1, 8, 8), (2, 3, 8), (3, 10, 10), (4, 1, 10)] {
      let read = try outcome(SurveyRows(12, seed: UInt64(seed)).plain(), for: definition)
      _ = try test.answers.take(read, intake(definition, minimum: minimum))
      let responses = try test.answers.responses(
        round: "autumn", instrument: "mini-safety", definition: Definition.read)
      #expect(responses?.minimum == kept)
    }
  }

  @Test(arguments: [nil, Intake.Overlap.skip, .add])
  func `a rehearsal changes not one byte`(_ overlap: Intake.Overlap?) throws {
    let test = try TestAudit()
    let definition = try Definition.safety()
    let first = try outcome(SurveyRows(300, seed: 1).plain(), for: definition)
    let empty = try test.settled(.answers)
    let rehearsed = try test.answers.take(first, intake(definition, overlap, isRehearsal: true))
    #expect(rehearsed.words == "A1 +300 ~0 =0 of 300")
    #expect(try test.settled(.answers) == empty)
    let done = try test.answers.take(first, intake(definition, overlap))
    #expect(done == rehearsed)
    let before = try test.settled(.answers)
    let more = try outcome(SurveyRows(310, seed: 1).plain(), for: definition)
    let other = try test.answers.take(more, intake(definition, overlap, isRehearsal: true))
    #expect(try test.settled(.answers) == before)
    #expect(try test.answers.take(more, intake(definition, overlap)) == other)
  }

  @Test func `what was done is written down by day`() throws {
    let test = try TestAudit()
    let definition = try Definition.safety()
    let read = try outcome(SurveyRows(6, seed: 1).plain(), for: definition)
    _ = try test.answers.take(read, intake(definition))
    _ = try test.answers.undo("A1", on: day("2026-11-23"))
    let events = try test.answers.events()
    #expect(events.map(\.action) == ["import", "undo"])
    #expect(events.map(\.at) == ["2026-11-22", "2026-11-23"])
    #expect(events.allSatisfy { $0.who.isEmpty })
  }

  @Test func `how many could answer is kept by round, and the last count holds`() throws {
    let test = try TestAudit()
    var sink = DiagnosticSink()
    let file = FileSource(name: "counts.csv", bytes: Array("Year Group,count\ny3,30\ny4,28\n".utf8))
    let year = try #require(PopulationTable.read(file, reporting: &sink))
    try test.answers.keep(
      [PopulationTable(total: 58), year], of: .pupils, round: "autumn", on: someDay)
    let rounds = ["autumn", "spring"]
    #expect(try test.answers.population(of: .pupils, in: rounds)?.total == 58)
    let split = try #require(
      try test.answers.population(of: .pupils, in: rounds, by: "year_group"))
    #expect(split.cells.map(\.count).sorted() == [28, 30])
    #expect(try test.answers.population(of: .staff, in: rounds) == nil)
    #expect(try test.answers.population(of: .pupils, in: rounds, by: "class") == nil)
    let before = try test.settled(.answers)
    try test.answers.keep(
      [PopulationTable(total: 58), year], of: .pupils, round: "autumn", on: someDay)
    #expect(try test.settled(.answers) == before)
    try test.answers.keep([PopulationTable(total: 60)], of: .pupils, round: "spring", on: someDay)
    #expect(try test.answers.population(of: .pupils, in: rounds)?.total == 60)
    #expect(try test.answers.population(of: .pupils, in: ["autumn"])?.total == 58)
  }
}

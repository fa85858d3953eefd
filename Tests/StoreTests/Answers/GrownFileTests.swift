import Foundation
import Instruments
import Responses
import Statistics
import Testing

@testable import Store

/// A file with ids that comes again, whole or in part and in another guise, adds exactly what is new.
struct GrownFileTests {
  private let test: TestAudit

  init() throws { test = try TestAudit() }

  /// How a program may write the same rows.
  private enum Guise: CaseIterable {
    case plain, marked, wide, wideTurned, lines, semicolons, tabs, quoted

    func bytes(_ rows: [[String]]) -> [UInt8] {
      let (delimiter, newline): (String, String) =
        switch self {
        case .semicolons: (";", "\r\n")
        case .tabs: ("\t", "\r")
        case .lines: (",", "\r\n")
        default: (",", "\n")
        }
      let text = rows.map { row in
        row.map { cell in
          let needs = self == .quoted || cell.contains(";") || cell.contains(",")
          return needs ? "\"\(cell)\"" : cell
        }.joined(separator: delimiter) + newline
      }.joined()
      let units = Array("\u{FEFF}".utf16) + Array(text.utf16)
      switch self {
      case .marked: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case .wide: return units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .wideTurned: return units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      default: return Array(text.utf8)
      }
    }
  }

  /// Takes drawn parts of a file in, the columns and rows of each in an order of its own.
  ///
  /// - Returns: The rows that were there at last, by number.
  private func takeParts(
    of rows: [[String]], heading: [String], seed: UInt64,
    _ take: ([UInt8]) throws -> IntakeResult
  ) throws -> Set<Int> {
    var random = SeededGenerator(seed: seed)
    var there: Set<Int> = []
    for _ in 0..<12 {
      let first = Int.random(in: 0..<rows.count, using: &random)
      let last = Int.random(in: first..<rows.count, using: &random)
      let part = Array(first...last).shuffled(using: &random)
      // The tool's own columns stay in front, where they show which tool it is.
      let order = [0, 1, 2] + Array(3..<heading.count).shuffled(using: &random)
      let guise = Guise.allCases.randomElement(using: &random) ?? .plain
      let lines = ([heading] + part.map { rows[$0] }).map { line in order.map { line[$0] } }
      let result = try take(guise.bytes(lines))
      let new = Set(part).subtracting(there)
      switch result {
      case .taken(let entry):
        #expect(entry.added == new.count && entry.updated == 0, "\(seed), \(guise)")
        #expect(entry.repeated == part.count - new.count, "\(seed), \(guise)")
        #expect(entry.isBalanced)
      case .sameAs:
        #expect(new.isEmpty, "\(seed), \(guise)")
      case .asks, .otherEdition:
        Issue.record("\(seed), \(guise): \(result.words)")
      }
      there.formUnion(part)
    }
    return there
  }

  @Test(arguments: UInt64(0)..<8)
  func `of an anonymous survey each row counts once, whatever comes again`(_ seed: UInt64) throws {
    let survey = SurveyRows(60, seed: seed)
    let definition = try Definition.safety()
    let heading = ["ID", "Start time", "Completion time"] + SurveyRows.heading
    let rows = survey.rows.enumerated().map { place, row in
      ["\(place + 1)", SurveyRows.time(place), SurveyRows.time(place)] + row
    }
    let there = try takeParts(of: rows, heading: heading, seed: seed) {
      try test.answers.take(outcome($0, for: definition), intake(definition))
    }
    let expected = SurveyRows(rows: there.sorted().map { survey.rows[$0] }).plain()
    #expect(
      try multiset(#require(try test.answers.table(definition)))
        == multiset(outcome(expected, for: definition).table))
  }

  @Test(arguments: UInt64(0)..<8)
  func `of a survey of known people each counts once, whatever comes again`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let definition = try Definition.mood()
    let heading = ["ID", "Start time", "Completion time", "pupil", "glad", "calm", "comment"]
    let rows = (0..<60).map { place in
      [
        "\(place + 1)", SurveyRows.time(place), SurveyRows.time(place), "P\(place)",
        ["1", "2", "3", "PN", ""].randomElement(using: &random) ?? "", "2",
        SurveyRows.token(seed, place),
      ]
    }
    let there = try takeParts(of: rows, heading: heading, seed: seed) {
      try test.people.take(outcome($0, for: definition), intake(definition), by: lead)
    }
    let text = ([heading] + there.sorted().map { rows[$0] })
      .map { $0.joined(separator: ",") + "\n" }.joined()
    #expect(
      try multiset(#require(try test.people.table(definition)))
        == multiset(outcome(text, for: definition).table))
  }

  @Test func `the reasons for which rows are left out are kept, and counted with what is there`()
    throws
  {
    let definition = try Definition.safety()
    let heading = (["ID", "Start time", "Completion time"] + SurveyRows.heading).joined(
      separator: ",")
    func row(_ id: Int, _ day: String, _ safe: String) -> String {
      "\(id),\(day) 09:00,\(day) 09:00,y3,\(safe),4,,,\(SurveyRows.token(1, id))"
    }
    let rows = (1...6).map { row($0, "17/11/2026", "1") }
    let others = [
      row(7, "20/08/2026", "1"), row(8, "24/12/2026", "1"), "9,,,,,4,,,few", ",,,,,,,,",
    ]
    let text = ([heading] + rows + others).joined(separator: "\n") + "\n"
    let read = try outcome(text, for: definition) {
      $0.openDays = OpenDays(from: day("2026-09-01"), until: day("2026-12-18"))
      $0.minimumAnswered = 50
    }
    let reasons: [ImportLedger.Exclusion: Int] = [.early: 1, .late: 1, .partial: 1, .empty: 1]
    #expect(read.ledger.excluded == reasons)
    let entry = try #require(
      try test.answers.take(read, intake(definition)).entry)
    #expect(entry.added == 6 && entry.excluded == reasons && entry.isBalanced)
    #expect(try test.answers.imports().map(\.excluded) == [reasons])
    let kept = try test.answers.responses(
      round: "autumn", instrument: definition.instrument.id, definition: Definition.read)
    #expect(kept?.ledger.excluded == reasons && kept?.ledger.used == 6)
  }
}

import Diagnostics
import Foundation
import Instruments
import Statistics
import Testing

@testable import Responses

/// Names that are kept as sheets and matched later mean what the file itself means.
struct NominationSheetTests {
  private static let peers = instrument([
    item("me", .text, role: .respondent),
    item("trusted", .nominate(NominationRule(scope: .class, limit: 3)), text: "Who do you trust?"),
  ])

  /// Expects the same of a file, and of its sheets: each field of the nominations, and the ledger.
  private static func expectSame(
    _ text: String, on roll: Roll, _ instrument: Instrument = peers, round: String? = nil,
    today: CalendarDay? = nil, location: SourceLocation = #_sourceLocation
  ) throws {
    let choice = options {
      $0.acceptsRejects = true
      $0.dateOrder = .dayFirst
    }
    let source = FileSource(name: "names.csv", bytes: Array(text.utf8))
    let read = try #require(
      nominated(source, on: roll, instrument, choice, round: round, location: location).outcome,
      sourceLocation: location)
    var sink = DiagnosticSink()
    var rejected: RejectedRows?
    let kept = NominationImport.sheets(
      source, for: instrument, on: roll, options: choice, round: round ?? "autumn",
      rejecting: &rejected, reporting: &sink)
    let sheets = try #require(kept, sourceLocation: location)
    let matched = NominationImport.nominations(
      in: sheets.sheets, sheets.ledger, for: instrument, on: Roll(roll.records))
    let back = try #require(matched, sourceLocation: location)
    expectEqual(back.nominations, read.nominations, location)
    #expect(back.ledger == read.ledger.withoutCells, sourceLocation: location)
  }

  private static func expectEqual(_ a: Nominations, _ b: Nominations, _ location: SourceLocation) {
    #expect(a.answered == b.answered, sourceLocation: location)
    #expect(a.starts == b.starts && a.named == b.named, sourceLocation: location)
    #expect(a.discards == b.discards, sourceLocation: location)
    #expect(a.unresolved == b.unresolved, sourceLocation: location)
    #expect(a.unmatchedRespondents == b.unmatchedRespondents, sourceLocation: location)
    #expect(a.strangers == b.strangers, sourceLocation: location)
    #expect(a.doubtful.sorted() == b.doubtful.sorted(), sourceLocation: location)
    #expect(a.needsPerson == b.needsPerson, sourceLocation: location)
  }

  /// A made-up school with pupils who have left, or take no part, or are called something else.
  private static func school(_ seed: UInt64) throws -> (roll: Roll, names: PlantedNames) {
    let names = PlantedNames(seed: seed)
    var random = SeededGenerator(seed: seed)
    let lines = names.rollText.split(separator: "\n").enumerated().map { row, line in
      if row == 0 { return line + ",known_as,opted_out,left" }
      let called = ["", "", "Tommy", "Zed"].randomElement(using: &random) ?? ""
      let optedOut = Int.random(in: 0..<12, using: &random) == 0 ? "yes" : ""
      let left = Int.random(in: 0..<15, using: &random) == 0 ? "yes" : ""
      return line + ",\(called),\(optedOut),\(left)"
    }
    return (try #require(importedRoll(lines.joined(separator: "\n")).roll), names)
  }

  private enum Layout: String, CaseIterable {
    case wide, long, oneCell, googleForms
  }

  /// Rows with what can be wrong with them: repeats, cells too many, nobody known, blanks.
  private static func file(
    _ layout: Layout, _ roll: Roll, _ names: PlantedNames, using random: inout SeededGenerator
  ) -> String {
    func name() -> String {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: return "no one"
      case 1: return ["", "idk", "-", "PN", "Batman", "?"].randomElement(using: &random) ?? ""
      case 2: return roll.ids[.random(in: 0..<roll.count, using: &random)]
      default: return names.written.randomElement(using: &random)?.text ?? ""
      }
    }
    func respondent() -> String {
      let pupil = Int.random(in: 0..<roll.count, using: &random)
      switch Int.random(in: 0..<10, using: &random) {
      case 0: return names.written.randomElement(using: &random)?.text ?? ""
      case 1: return roll.names?[pupil] ?? ""
      case 2: return ["", "Nobody Known"].randomElement(using: &random) ?? ""
      default: return roll.ids[pupil]
      }
    }
    func quoted(_ text: String) -> String { "\"\(text)\"" }
    func time() -> String {
      let hour = Int.random(in: 10..<14, using: &random)
      return ["", "12/10/2026 \(hour):07:39", "12/10/2026 \(hour):07:39"].randomElement(
        using: &random)
        ?? ""
    }
    let rows = (0..<60).map { _ in
      let count = [0, 1, 3, 3, 3].randomElement(using: &random) ?? 3
      let own = (0..<count).map { _ in name() }
      let padded = own + [String](repeating: "", count: 3 - count)
      let ragged = Int.random(in: 0..<20, using: &random) == 0 ? ",more" : ""
      switch layout {
      case .wide:
        return ([respondent()] + padded).map(quoted).joined(separator: ",") + ragged
      case .long:
        return [respondent(), own.first ?? ""].map(quoted).joined(separator: ",") + ragged
      case .oneCell:
        let parted = own.joined(
          separator: [", ", ";", " and "].randomElement(using: &random) ?? ",")
        return [respondent(), parted].map(quoted).joined(separator: ",") + ragged
      case .googleForms:
        return ([time(), respondent()] + padded).map(quoted).joined(separator: ",") + ragged
      }
    }
    let heading =
      switch layout {
      case .wide: "me,trusted_1,trusted_2,trusted_3"
      case .long: "nominator,nominee"
      case .oneCell: "me,trusted"
      case .googleForms: "Timestamp,me,trusted_1,trusted_2,trusted_3"
      }
    return ([heading] + rows).joined(separator: "\n") + "\n"
  }

  @Test(arguments: Layout.allCases, 0..<5)
  private func `sheets mean what their file means`(_ layout: Layout, _ seed: UInt64) throws {
    let (roll, names) = try Self.school(seed)
    var random = SeededGenerator(seed: seed)
    try Self.expectSame(Self.file(layout, roll, names, using: &random), on: roll)
  }

  @Test func `the sheets of the sample school mean what its file means`() throws {
    let folder = projectFolder.appendingPathComponent("SampleData")
    var sink = DiagnosticSink()
    let roll = try #require(
      RollImport.read(
        FileSource(path: folder.appendingPathComponent("roll.csv").path), options: ImportOptions(),
        reporting: &sink))
    let definition = try Data(
      contentsOf: projectFolder.appendingPathComponent("Instruments/trusted-peers.yaml"))
    let instrument = try #require(
      InstrumentReader().read([UInt8](definition), file: "trusted-peers.yaml", into: &sink))
    let text = try String(
      contentsOf: folder.appendingPathComponent("trusted-peers.csv"), encoding: .utf8)
    try Self.expectSame(text, on: roll, instrument)
  }

  private static let small = """
    pupil,name,class,opted_out
    P1,Tom Brown,5B,
    P2,Aisha Khan,5B,
    P3,Tom Smith,5B,
    P4,Zoë O'Neill,5B,yes

    """

  private func sheets(_ text: String, _ options: ImportOptions = ImportOptions()) throws
    -> [NominationSheet]
  {
    let roll = try #require(importedRoll(Self.small).roll)
    var sink = DiagnosticSink()
    var rejected: RejectedRows? = RejectedRows()
    let kept = NominationImport.sheets(
      FileSource(name: "names.csv", bytes: Array(text.utf8)), for: Self.peers, on: roll,
      options: options, round: "autumn", rejecting: &rejected, reporting: &sink)
    return try #require(kept, "\(placed(sink))").sheets
  }

  @Test func `a sheet holds who answered, the names in their order, and no more`() throws {
    let found = try sheets("me,trusted_1,trusted_2\nTom Brown,Aisha,P3\nP2,no one,\nTo B,,Zed\n")
    #expect(
      found == [
        NominationSheet(
          respondent: "P1", record: 1, moment: nil, isSetAside: false,
          names: [.written("Aisha"), .written("P3")]),
        NominationSheet(
          respondent: "P2", record: 2, moment: nil, isSetAside: false, names: [.written("no one")]),
        NominationSheet(
          respondent: "To B", record: 3, moment: nil, isSetAside: false, names: [.written("Zed")]),
      ])
  }

  @Test func `of a pupil who answered twice the later sheet is kept, with its time`() throws {
    let text = """
      Timestamp,me,trusted_1
      12/10/2026 09:00:01,P1,Aisha
      12/10/2026 09:00:00,P1,P3
      12/10/2026 09:30:00,P2,P3

      """
    let found = try sheets(text, options { $0.dateOrder = .dayFirst })
    #expect(found.map(\.names) == [[.written("Aisha")], [.written("P3")]])
    let moments = found.compactMap(\.moment)
    #expect(moments.count == 2 && moments[1] - moments[0] == 1_799)
  }

  @Test func `rows that were set aside only cast doubt`() throws {
    let text = "me,trusted_1\nP1,P3\nP1,Aisha Khan\nP2,P1,P3\n"
    let found = try sheets(text, options { $0.acceptsRejects = true })
    #expect(found.count { $0.isSetAside } == found.count)
    #expect(Set(found.flatMap(\.names)).isSuperset(of: [.written("P3"), .written("Aisha Khan")]))
  }

  @Test(arguments: [["P2"], ["P2", "P3"], ["P2", "P7"], []])
  func `a name that was erased is an open question about those whom it could mean`(
    _ ids: [String]
  ) throws {
    let roll = try #require(importedRoll(Self.small).roll)
    let sheet = NominationSheet(
      respondent: "P1", record: 1, moment: nil, isSetAside: false,
      names: [.erased(couldBe: ids), .erased(couldBe: ids), .written("P3")])
    let outcome = try #require(
      NominationImport.nominations(in: [sheet], ImportLedger(), for: Self.peers, on: roll))
    let known = ids.filter { $0 != "P7" }
    #expect(outcome.nominations.answered == [true, false, false, false])
    #expect(outcome.nominations.unresolved.count == (known.isEmpty ? 0 : 2))
    for question in outcome.nominations.unresolved {
      #expect(question.candidates.map { roll.ids[Int($0)] } == known)
      #expect(question.text == NominationSheet.erasedText)
    }
    #expect(outcome.nominations.discards.count { $0.reason == .offRoll } == (known.isEmpty ? 2 : 0))
    // Nobody can correct what is erased.
    #expect(outcome.nominations.strangers.isEmpty)
    #expect(outcome.nominations.needsPerson != known.isEmpty)
  }

  @Test func `a name that was erased is taken for nobody on the roll`() throws {
    let roll = try #require(importedRoll("pupil,name\n0,Tom Brown\n1,Aisha Khan\n").roll)
    let sheets = [
      NominationSheet(
        respondent: "", record: 0, moment: nil, isSetAside: true, names: [.erased(couldBe: [])]),
      NominationSheet(
        respondent: "Somebody", record: 1, moment: nil, isSetAside: false,
        names: [.erased(couldBe: [])]),
    ]
    let outcome = try #require(
      NominationImport.nominations(in: sheets, ImportLedger(), for: Self.peers, on: roll))
    #expect(outcome.nominations.doubtful.isEmpty)
    #expect(outcome.nominations.unmatchedRespondents.map(\.named) == [[]])
  }
}

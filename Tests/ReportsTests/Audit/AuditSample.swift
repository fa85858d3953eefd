import Analysis
import Diagnostics
import Foundation
import Instruments
import Reports
import Responses
import Testing

/// A school of few pupils and staff, read as files are.
enum AuditSample {
  static let heading = ReportHeading(school: "Larkfield Primary", round: "autumn 2026")
  static let policy = ReleasePolicy.audit(minimum: 5)

  private static let staff = """
    id: staff
    version: 1
    title: Staff
    audience: staff
    privacy: anonymous
    scales:
      points: { points: [ { code: 1 }, { code: 2 }, { code: 3 } ] }
    sections:
      - id: main
        scale: points
        items:
          - { id: a, text: First words, practice: vision.values }
          - { id: b, text: Second words, practice: vision.safety }
    scores: [ { id: s, items: [a, b], method: mean, min_answered: 1 } ]

    """
  private static let peers = """
    id: peers
    version: 1
    title: Peers
    audience: pupils
    privacy: confidential
    sections:
      - id: people
        items:
          - { id: pupil, type: text, role: respondent, text: You }
          - { id: trusted, type: nominate, from: roll, scope: class, max: 2, text: Whom }

    """

  private static func instrument(_ text: String) throws -> Instrument {
    var sink = DiagnosticSink()
    let read = InstrumentReader().read(Array(text.utf8), file: "sample.yaml", into: &sink)
    return try #require(read, "\(sink.diagnostics.map(\.message.text))")
  }

  private static func file(_ lines: [String]) -> FileSource {
    FileSource(name: "file.csv", bytes: Array(lines.joined(separator: "\n").utf8))
  }

  /// The answers of as many staff of each site, each `site` a column value.
  private static func answers(_ sites: [(name: String, staff: Int)]) throws
    -> ResponseImport.Outcome
  {
    let rows = sites.flatMap { site in
      (0..<site.staff).map { "\(1 + $0 % 3),\(1 + $0 % 2),\(site.name)" }
    }
    var options = ImportOptions()
    options.extras = ["site"]
    var sink = DiagnosticSink()
    let outcome = ResponseImport.read(
      file(["a,b,site"] + rows), for: try instrument(staff), options: options, reporting: &sink)
    return try #require(outcome, "\(sink.diagnostics.map(\.message.text))")
  }

  /// The figures of a survey by site.
  static func survey(_ sites: [(name: String, staff: Int)]) throws -> SurveyFigures {
    let outcome = try answers(sites)
    let site = try #require(outcome.table.extras["site"])
    return SurveyAnalysis(
      outcome.table, ledger: outcome.ledger, groupings: [Grouping(by: "site", labels: site)]
    ).figures()
  }

  /// A table of two components, the second with a target of its own.
  static func gaps(staff count: Int, minimums: GroupMinimums?) throws -> GapTable {
    let components = ["vision", "staff"].enumerated().map { place, id in
      Framework.Component(
        id: id, code: "C\(place + 1)", title: id.capitalized,
        practices: ["values", "safety"].enumerated().map { number, name in
          Framework.Practice(
            id: "\(id).\(name)", code: "C\(place + 1).P\(number + 1)", label: name.capitalized)
        }, methods: [])
    }
    return GapAnalysis(
      [.survey(try answers([("N", count)]).table, population: 20)],
      framework: Framework(
        id: "small", title: "Small pack", source: "ours", components: components),
      targets: ["vision": 85], minimums: minimums
    ).table()
  }

  /// The names in the files of nominations, which no report without the list may hold.
  static let names = ["Ann Ash", "Abe Elm", "Zed Nobody", "Ash"]

  /// Class A of six pupils, class B of eight, of whom some wrote names that wait or are nobody's.
  static func nominations() throws -> (figures: NominationFigures, pupils: PupilList) {
    var roll = ["pupil,name,class,year", "a0,Ann Ash,A,Y3", "a1,Abe Ash,A,Y3", "a2,Abe Elm,A,Y3"]
    roll += (3..<6).map { "a\($0),Pupil Number\($0),A,Y3" }
    roll += (0..<8).map { "b\($0),Other Number\($0),B,Y4" }
    var names = ["pupil,trusted_1,trusted_2", "a0,a1,Zed Nobody", "a1,Ash,", "a2,a0,", "a3,a4,"]
    names += (0..<8).map { "b\($0),b\(($0 + 1) % 8)," } + ["Ash,a3,"]
    return try nominations(names, on: roll)
  }

  /// Nominations of a file, on a roll.
  static func nominations(_ names: [String], on roll: [String]) throws -> (
    figures: NominationFigures, pupils: PupilList
  ) {
    var sink = DiagnosticSink()
    let peers = try instrument(peers)
    let onRoll = try #require(
      RollImport.read(file(roll), options: ImportOptions(), reporting: &sink))
    let outcome = NominationImport.read(
      file(names), for: peers, on: onRoll, options: ImportOptions(), round: nil, reporting: &sink)
    let taken = try #require(outcome, "\(sink.diagnostics.map(\.message.text))")
    let analysis = try #require(
      NominationAnalysis(taken.nominations, ledger: taken.ledger, instrument: peers))
    return (analysis.figures(), analysis.pupils())
  }
}

extension ByteSink {
  /// What was written, read back as JSON.
  var json: [String: Any] {
    get throws {
      try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }
  }

  /// The lines of what was written, in cells; no cell of these tests holds a comma.
  var cells: [[String]] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: ["\""])
      }
    }
  }
}

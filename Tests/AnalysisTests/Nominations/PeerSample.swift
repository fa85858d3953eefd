import Diagnostics
import Instruments
import Responses
import Testing

@testable import Analysis

/// Nominations read from lines, as files are.
enum PeerSample {
  private static let definition = """
    id: peers
    version: 1
    audience: pupils
    privacy: confidential
    sections:
      - id: people
        items:
          - { id: pupil, type: text, role: respondent, text: You }
          - { id: trusted, type: nominate, from: roll, scope: class, max: 2, text: Whom }

    """

  /// A question for two names.
  static func instrument() throws -> Instrument {
    var sink = DiagnosticSink()
    let read = InstrumentReader().read(Array(definition.utf8), file: "peers.yaml", into: &sink)
    return try #require(read, "\(sink.diagnostics.map(\.message.text))")
  }

  /// The nominations of the lines of a file, on the roll of others.
  static func outcome(_ names: [String], roll: [String]) throws -> NominationImport.Outcome {
    func file(_ name: String, _ lines: [String]) -> FileSource {
      FileSource(name: name, bytes: Array(lines.joined(separator: "\n").utf8))
    }
    var sink = DiagnosticSink()
    let pupils = try #require(
      RollImport.read(file("roll.csv", roll), options: ImportOptions(), reporting: &sink))
    let outcome = NominationImport.read(
      file("names.csv", names), for: try instrument(), on: pupils, options: ImportOptions(),
      round: nil, reporting: &sink)
    return try #require(outcome, "\(sink.diagnostics.map(\.message.text))")
  }

  static func analyse(
    _ names: [String], roll: [String], scope: NominationRule.Scope? = nil,
    earlier: EarlierRound? = nil
  ) throws -> (figures: NominationFigures, pupils: PupilList)? {
    let outcome = try outcome(names, roll: roll)
    return NominationAnalysis(
      outcome.nominations, ledger: outcome.ledger, instrument: try instrument(), scope: scope,
      earlier: earlier
    ).map { ($0.figures(), $0.pupils()) }
  }
}

import Analysis
import Diagnostics
import Foundation
import Instruments
import Responses
import Testing

@testable import Store

/// Reads a roll, and expects it to have no fault.
func roll(_ text: String, location: SourceLocation = #_sourceLocation) throws -> Roll {
  var sink = DiagnosticSink()
  let roll = RollImport.read(
    FileSource(name: "roll.csv", bytes: Array(text.utf8)), options: ImportOptions(),
    reporting: &sink)
  return try #require(roll, "\(sink.diagnostics.map(\.message.text))", sourceLocation: location)
}

/// Reads names against a roll into sheets.
func sheets(
  _ text: String, on roll: Roll, for definition: Definition, accepting: Bool = false,
  location: SourceLocation = #_sourceLocation
) throws -> NominationImport.Sheets {
  var options = ImportOptions()
  options.dateOrder = .dayFirst
  options.acceptsRejects = accepting
  var sink = DiagnosticSink()
  var rejected: RejectedRows?
  let sheets = NominationImport.sheets(
    FileSource(name: "names.csv", bytes: Array(text.utf8)), for: definition.instrument, on: roll,
    options: options, round: "autumn", rejecting: &rejected, reporting: &sink)
  return try #require(sheets, "\(sink.diagnostics.map(\.message.text))", sourceLocation: location)
}

/// What an audit says of its pupils.
struct PeerResults {
  let nominations: Nominations
  let ledger: ImportLedger
  let figures: NominationFigures
  let pupils: PupilList

  init(_ outcome: (Nominations, ImportLedger), _ instrument: Instrument) throws {
    (nominations, ledger) = outcome
    let analysis = try #require(
      NominationAnalysis(nominations, ledger: ledger, instrument: instrument))
    (figures, pupils) = (analysis.figures(), analysis.pupils())
  }

  /// The ties as `P1>P2`, in the order of the roll.
  var ties: [String] {
    nominations.ties.map {
      "\(nominations.roll.ids[Int($0)])>\(nominations.roll.ids[Int($1)])"
    }
  }

  /// The names that wait for a person, with whom each could mean.
  var open: [String: [String]] {
    Dictionary(
      pupils.openNames.map { name in
        (name.text, name.candidates.map { nominations.roll.ids[$0] })
      }, uniquingKeysWith: +)
  }

  /// How many open questions are about each pupil.
  var pending: [String: Int] {
    Dictionary(
      uniqueKeysWithValues: pupils.pending.enumerated().map {
        (nominations.roll.ids[$0.offset], $0.element)
      })
  }

  /// Everything that is shown, in words that show each digit.
  var everything: [String] {
    [
      inWords(figures.groups), inWords(pupils.standings), inWords(pupils.evidence),
      "\(pupils.pending)", inWords(pupils.openNames), "\(pupils.strangers)",
      "\(pupils.answered)", "\(pupils.given)",
      "\(pupils.receivedAnywhere)", "\(pupils.groupOfPupil)", "\(pupils.unmatchedRecords)",
    ]
  }
}

extension IdentityStore {
  /// What the sheets of a round say against its roll.
  func peers(
    _ definition: Definition, round: String = "autumn", rolls: [String] = ["autumn"]
  ) throws -> PeerResults {
    let kept = try #require(
      try nominations(
        round: round, instrument: definition.instrument.id, definition: Definition.read))
    let roll = try #require(try self.roll(in: rolls))
    let outcome = try #require(
      NominationImport.nominations(
        in: kept.sheets.sheets, kept.sheets.ledger, for: kept.instrument, on: roll))
    return try PeerResults((outcome.nominations, outcome.ledger), kept.instrument)
  }
}

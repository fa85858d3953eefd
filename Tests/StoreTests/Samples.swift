import Diagnostics
import Foundation
import GRDB
import Instruments
import Responses
import Testing

@testable import Store

/// The top folder of the project.
let projectFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// A place for files that goes with the test.
final class Place {
  let path = NSTemporaryDirectory() + "mhars-\(UUID().uuidString)"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The bytes of every file of a folder but one, by name.
  static func bytes(of folder: String, besides name: String = "") throws -> [String: Data] {
    var bytes: [String: Data] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: folder) where file != name {
      bytes[file] = FileManager.default.contents(atPath: folder + "/" + file)
    }
    return bytes
  }
}

extension AuditDatabase {
  /// Runs a statement past the seals, and hands the file over while the row is in its log only.
  func withOpenLog(_ sql: String, _ body: (String) throws -> Void) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.inDatabase { try $0.execute(sql: sql) }
    try body(path)
  }
}

/// A new audit that goes with the test, its databases open.
struct TestAudit {
  let place: Place
  let audit: Audit
  let answers: AnswerStore
  let people: IdentityStore

  init() throws {
    place = try Place()
    audit = try Audit.create(place.path + "/audit", plan: "school: Larkfield\n")
    answers = try audit.answers()
    people = try audit.people()
  }

  /// A copy of the folder whose plan is gone, as it lies when nobody has it open.
  func withoutPlan() throws -> String {
    let folder = place.path + "/lost"
    try FileManager.default.copyItem(atPath: audit.folder, toPath: folder)
    try FileManager.default.removeItem(atPath: folder + "/" + AuditFiles.plan)
    for kind in DatabaseKind.allCases {
      for end in ["-wal", "-shm"] {
        try? FileManager.default.removeItem(atPath: folder + "/" + kind.fileName + end)
      }
    }
    return folder
  }

  /// The bytes of every file of the folder, by name.
  func bytes() throws -> [String: Data] {
    try Place.bytes(of: audit.folder)
  }

  /// The bytes of a database, with nothing left in its log.
  func settled(_ kind: DatabaseKind) throws -> Data {
    let log = FileManager.default.contents(atPath: audit.folder + "/\(kind.fileName)-wal") ?? Data()
    #expect(log.isEmpty)
    return try #require(FileManager.default.contents(atPath: audit.folder + "/" + kind.fileName))
  }
}

/// A day, such as 2026-11-22.
func day(_ text: String) -> CalendarDay { CalendarDay(iso: text) ?? .first }

let someDay = day("2026-11-22")
let lead = Actor(name: "lead", time: "2026-11-22 09:30")

/// An instrument with the bytes of its file.
struct Definition {
  let instrument: Instrument
  let bytes: [UInt8]

  init(_ text: String) throws {
    bytes = Array(text.utf8)
    instrument = try #require(Self.read(bytes))
  }

  init(file: String) throws {
    try self.init(String(contentsOfFile: projectFolder + "/" + file, encoding: .utf8))
  }

  static func read(_ bytes: [UInt8]) -> Instrument? {
    var sink = DiagnosticSink()
    return InstrumentReader().read(bytes, file: "definition.yaml", into: &sink)
  }

  /// Six questions that are answered without a name.
  static func safety() throws -> Definition {
    try Definition(file: "SampleData/dialects/mini-safety.yaml")
  }

  /// Up to three trusted peers.
  static func peers() throws -> Definition {
    try Definition(file: "Instruments/trusted-peers.yaml")
  }

  /// A survey that says who answered.
  static func mood() throws -> Definition {
    try Definition(
      """
      id: mood
      version: 1
      audience: pupils
      privacy: confidential
      missing: { prefer_not: PN }
      scales:
        points:
          points: [{ code: 1, label: Low }, { code: 2, label: Middle }, { code: 3, label: High }]
      sections:
        - id: main
          scale: points
          items:
            - { id: pupil, type: text, role: respondent, text: Who are you }
            - { id: glad, text: I was glad }
            - { id: calm, text: I was calm }
            - { id: comment, type: text, text: Anything else }
      """)
  }
}

/// Reads a file, and expects it to have no fault that stops the import.
func outcome(
  _ bytes: [UInt8], for definition: Definition, _ change: (inout ImportOptions) -> Void = { _ in },
  location: SourceLocation = #_sourceLocation
) throws -> ResponseImport.Outcome {
  var options = ImportOptions()
  options.dateOrder = .dayFirst
  change(&options)
  var sink = DiagnosticSink()
  let outcome = ResponseImport.read(
    FileSource(name: "answers.csv", bytes: bytes), for: definition.instrument, options: options,
    reporting: &sink)
  return try #require(
    outcome, "\(sink.diagnostics.prefix(3).map(\.message.text))", sourceLocation: location)
}

func outcome(
  _ text: String, for definition: Definition, _ change: (inout ImportOptions) -> Void = { _ in },
  location: SourceLocation = #_sourceLocation
) throws -> ResponseImport.Outcome {
  try outcome(Array(text.utf8), for: definition, change, location: location)
}

/// What says how a file is taken in.
func intake(
  _ definition: Definition, _ overlap: Intake.Overlap? = nil, round: String = "autumn",
  minimum: Int = 5, file: String = "answers.csv", isRehearsal: Bool = false
) -> Intake {
  Intake(
    round: round, instrument: definition.instrument, definition: definition.bytes,
    minimum: minimum, file: file, day: someDay, overlap: overlap, isRehearsal: isRehearsal)
}

extension IntakeResult {
  /// The entry of a file that was taken in.
  var entry: ImportEntry? {
    guard case .taken(let entry) = self else { return nil }
    return entry
  }

  /// What happened, in a few words that tests compare.
  var words: String {
    switch self {
    case .taken(let entry):
      "\(entry.label) +\(entry.added) ~\(entry.updated) =\(entry.repeated) of \(entry.read)"
    case .sameAs(let entry, _): "same as \(entry.label)"
    case .asks(let repeats): "asks =\(repeats.equal) ~\(repeats.changed) +\(repeats.new)"
    case .otherEdition: "other edition"
    }
  }
}

/// All that a value holds, in words that show each digit and do not depend on the order of a set.
func inWords(_ value: Any) -> String {
  let mirror = Mirror(reflecting: value)
  if mirror.children.isEmpty { return String(reflecting: value) }
  let parts = mirror.children.map { ($0.label ?? "") + ":" + inWords($0.value) }
  let isLoose = mirror.displayStyle == .dictionary || mirror.displayStyle == .set
  return "(" + (isLoose ? parts.sorted() : parts).joined(separator: " ") + ")"
}

/// The responses of a table as bytes, sorted: equal for equal responses in any order.
func multiset(_ table: ResponseTable) -> [[UInt8]] {
  let packer = ResponsePacker(table)
  return (0..<table.rowCount).map { row in
    var bytes: [UInt8] = []
    packer.pack(row: row, into: &bytes)
    return bytes
  }.sorted { $0.lexicographicallyPrecedes($1) }
}

extension AnswerStore {
  func table(_ definition: Definition, round: String = "autumn") throws -> ResponseTable? {
    try responses(
      round: round, instrument: definition.instrument.id, definition: Definition.read)?.table
  }
}

extension IdentityStore {
  func table(_ definition: Definition, round: String = "autumn") throws -> ResponseTable? {
    try responses(
      round: round, instrument: definition.instrument.id, definition: Definition.read)?.table
  }
}

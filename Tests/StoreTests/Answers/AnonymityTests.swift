import Foundation
import GRDB
import Instruments
import Responses
import Statistics
import Testing

@testable import Store

/// Nothing that is kept of an anonymous survey leads from an answer to its place in the file, to its
/// time or to the id of its response.
struct AnonymityTests {
  /// In which order the answers of a file are found somewhere: each by its place in the file.
  private struct Trace {
    let places: [Int]

    /// Finds answers among bytes by the comment that only they have.
    init(of tokens: [String], in bytes: Data) {
      places = tokens.enumerated().compactMap { row, token in
        bytes.range(of: Data(token.utf8)).map { (row, $0.lowerBound) }
      }.sorted { $0.1 < $1.1 }.map { $0.0 }
    }

    /// Spearman's rank correlation as a normal deviate; 0 where too few are found.
    var deviate: Double {
      guard places.count > 3 else { return 0 }
      let ranks = places.sorted()
      let n = Double(places.count)
      let sum = places.enumerated().reduce(0.0) { sum, entry in
        let rank = Double(ranks.firstIndex(of: entry.element) ?? 0)
        return sum + (Double(entry.offset) - rank) * (Double(entry.offset) - rank)
      }
      return (1 - 6 * sum / (n * (n * n - 1))) * (n - 1).squareRoot()
    }

    /// How often the i-th is the i-th of the file.
    var guesses: Int { places.enumerated().count { $0.offset == $0.element } }
  }

  /// What many imports give away together.
  private struct Leak {
    var deviate = 0.0
    var guesses = 0
    var files = 0
    var answers = 0

    mutating func add(_ trace: Trace, of count: Int) {
      #expect(trace.places.count == count)
      deviate += trace.deviate
      guesses += trace.guesses
      files += 1
      answers += count
    }

    /// Far above what chance does once in a million.
    var isOrder: Bool { abs(deviate) / Double(files).squareRoot() > 5 }

    /// The chance of as many right guesses at 1 in n each; about one is right in each file.
    var chanceOfGuesses: Double {
      let p = Double(files) / Double(answers)
      var tail = 0.0
      for k in guesses...max(guesses, answers) {
        let ways = lgamma(Double(answers + 1)) - lgamma(Double(k + 1))
        tail += exp(
          ways - lgamma(Double(answers - k + 1)) + Double(k) * log(p)
            + Double(answers - k) * log(1 - p))
      }
      return tail
    }

    var isFound: Bool { isOrder || chanceOfGuesses < 1e-6 }
  }

  private static func tokens(_ seed: UInt64, _ count: Int) -> [String] {
    (0..<count).map { SurveyRows.token(seed, $0) }
  }

  private static func bytes(_ audit: TestAudit, _ suffix: String = "") -> Data {
    FileManager.default.contents(atPath: audit.audit.folder + "/answers.db" + suffix) ?? Data()
  }

  /// The records in the order of their keys.
  private static func keyOrder(_ audit: TestAudit, round: String) throws -> Data {
    try audit.answers.database.read { db in
      try Data.fetchAll(
        db,
        sql: """
          SELECT record FROM answer WHERE batch IN (SELECT batch.id FROM batch
            JOIN collection ON collection.id = collection WHERE round = ?) ORDER BY key
          """, arguments: [round]
      ).reduce(Data(), +)
    }
  }

  @Test func `neither keys nor files give the order of an import away`() throws {
    let definition = try Definition.safety()
    let test = try TestAudit()
    var keys = Leak()
    var places = Leak()
    for seed in 0..<25 as Range<UInt64> {
      let count = 20 + Int(seed % 5) * 20
      let read = try outcome(SurveyRows(count, seed: seed).microsoft(), for: definition)
      _ = try test.answers.take(read, intake(definition, round: "r\(seed)"))
      let tokens = Self.tokens(seed, count)
      keys.add(Trace(of: tokens, in: try Self.keyOrder(test, round: "r\(seed)")), of: count)
      places.add(Trace(of: tokens, in: Self.bytes(test)), of: count)
    }
    #expect(!keys.isFound, "\(keys)")
    #expect(!places.isFound, "\(places)")
  }

  @Test func `the log gives the order of an import away at no moment`() throws {
    let definition = try Definition.safety()
    var during = Leak()
    var after = Leak()
    for seed in 0..<3 as Range<UInt64> {
      let test = try TestAudit()
      let count = 1_200
      let read = try outcome(SurveyRows(count, seed: seed).microsoft(), for: definition)
      // A small cache and a log that is not emptied: pages are written before the end, and stay.
      let queue = try DatabaseQueue(path: test.audit.folder + "/answers.db")
      let tokens = Self.tokens(seed, count)
      try queue.inDatabase { db in
        try db.execute(sql: "PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = 10")
        try db.inTransaction(.immediate) {
          var moments = 0
          _ = try AnswerIntake(
            db: db, intake: intake(definition), outcome: read, store: test.answers
          ).run { written in
            moments += 1
            guard written == count else { return }
            let log = Self.bytes(test, "-wal")
            let trace = Trace(of: Array(tokens.prefix(300)), in: log)
            #expect(trace.places.count > 100)
            during.add(trace, of: trace.places.count)
          }
          #expect(moments > 1)
          return .commit
        }
      }
      after.add(Trace(of: Array(tokens.prefix(300)), in: Self.bytes(test, "-wal")), of: 300)
    }
    #expect(!during.isOrder, "\(during)")
    #expect(!after.isFound, "\(after)")
  }

  /// How the answers of a file are written for a control.
  enum Control: CaseIterable {
    /// Keys that count up.
    case counting
    /// Random keys, each row written as it comes.
    case unsorted
  }

  @Test(arguments: Control.allCases)
  func `a table in the order of its file would be found out`(_ control: Control) throws {
    let place = try Place()
    var random = SeededGenerator(seed: 1)
    var keys = Leak()
    var places = Leak()
    for seed in 0..<40 as Range<UInt64> {
      let path = place.path + "/\(seed).db"
      let queue = try DatabaseQueue(path: path)
      let tokens = Self.tokens(seed, 40)
      try queue.write { db in
        try db.execute(sql: "CREATE TABLE t (key BLOB PRIMARY KEY, record BLOB) WITHOUT ROWID")
        for (row, token) in tokens.enumerated() {
          let key = control == .counting ? UInt64(row) : random.next()
          try db.execute(
            sql: "INSERT INTO t VALUES (?, ?)",
            arguments: [
              withUnsafeBytes(of: key.bigEndian) { Data($0) }, Data("answer \(token)".utf8),
            ])
        }
      }
      let sorted = try queue.read { db in
        try Data.fetchAll(db, sql: "SELECT record FROM t ORDER BY key").reduce(Data(), +)
      }
      keys.add(Trace(of: tokens, in: sorted), of: 40)
      let file = try #require(FileManager.default.contents(atPath: path))
      places.add(Trace(of: tokens, in: file), of: 40)
    }
    #expect(keys.isFound == (control == .counting))
    #expect(places.isFound)
  }

  @Test func `who came later cannot be told from those whom they joined`() throws {
    let definition = try Definition.safety()
    let test = try TestAudit()
    let runs = 40
    var byPlace = 0
    var byKey = 0
    for seed in 0..<UInt64(runs) {
      let all = SurveyRows(20, seed: seed)
      let round = "r\(seed)"
      let first = SurveyRows(rows: Array(all.rows.prefix(19)))
      _ = try test.answers.take(
        outcome(first.microsoft(), for: definition), intake(definition, round: round))
      _ = try test.answers.take(
        outcome(all.microsoft(), for: definition), intake(definition, round: round))
      let tokens = Self.tokens(seed, 20)
      let places = Trace(of: tokens, in: Self.bytes(test)).places
      let keys = Trace(of: tokens, in: try Self.keyOrder(test, round: round)).places
      if places.first == 19 || places.last == 19 { byPlace += 1 }
      if keys.first == 19 || keys.last == 19 { byKey += 1 }
    }
    // Two guesses of twenty are right one time in ten: 4 of 40; 15 or more once in 200,000.
    #expect(byPlace < 15 && byKey < 15, "\(byPlace) \(byKey)")
  }

  @Test func `no name of a file's rows tells who came later`() throws {
    let definition = try Definition.safety()
    let test = try TestAudit()
    for (seed, isGrown) in [(1, true), (2, false), (3, true)] as [(UInt64, Bool)] {
      let all = SurveyRows(12, seed: seed)
      let round = "r\(seed)"
      let first = SurveyRows(rows: Array(all.rows.prefix(11)))
      let last = SurveyRows(rows: isGrown ? all.rows : Array(all.rows.suffix(1)))
      _ = try test.answers.take(
        outcome(first.plain(), for: definition), intake(definition, round: round))
      _ = try test.answers.take(
        outcome(last.plain(), for: definition), intake(definition, .skip, round: round))
    }
    let kept = try test.answers.database.read { db in
      try Set(Data.fetchAll(db, sql: "SELECT content FROM import").map { [UInt8]($0) })
    }
    for round in ["r1", "r2", "r3"] {
      let rows = try multiset(#require(try test.answers.table(definition, round: round)))
      #expect(rows.count == 12)
      for row in rows {
        for some in [[row], rows.filter { $0 != row }] {
          var digest = ContentDigest()
          for bytes in some { bytes.withUnsafeBytes { _ = digest.add($0) } }
          #expect(!kept.contains(digest.bytes))
        }
      }
    }
  }

  @Test func `what is deleted leaves no name of its rows behind`() throws {
    let definition = try Definition.safety()
    let test = try TestAudit()
    let read = try outcome(SurveyRows(1, seed: 1).plain(), for: definition)
    _ = try test.answers.take(read, intake(definition))
    _ = try test.answers.take(read, intake(definition, round: "spring"))
    _ = try test.answers.undo("A1", on: someDay)
    _ = try test.answers.prune(["spring"], on: someDay, isRehearsal: false)
    var digest = ContentDigest()
    for bytes in multiset(read.table) { bytes.withUnsafeBytes { _ = digest.add($0) } }
    for (file, bytes) in try test.bytes() {
      #expect(bytes.range(of: Data(digest.bytes)) == nil, "\(file)")
      #expect(bytes.range(of: Data(SurveyRows.token(1, 0).utf8)) == nil, "\(file)")
    }
  }

  @Test(arguments: 0..<2)
  func `no id, address, name or time of a row is in any file`(_ seed: UInt64) throws {
    let definition = try Definition.safety()
    let test = try TestAudit()
    let count = 150
    let ids = (0..<count).map { "response-\(seed * 1_000_000 + UInt64($0) * 7_919)" }
    let read = try outcome(
      SurveyRows(count, seed: seed).microsoft(ids: ids), for: definition)
    let moments = try #require(read.table.moments).compactMap { $0 }
    #expect(moments.count == count)
    let empty = try test.settled(.identity)
    _ = try test.answers.take(read, intake(definition))
    let more = SurveyRows(rows: SurveyRows(count, seed: seed).rows + SurveyRows(3, seed: 99).rows)
    _ = try test.answers.take(
      outcome(
        more.microsoft(ids: ids + ["response-x", "response-y", "response-z"]), for: definition),
      intake(definition))
    if seed % 2 == 1 { _ = try test.answers.undo("A2", on: someDay) }
    #expect(try test.settled(.identity) == empty)
    let secrets =
      ids
      + (0..<count).flatMap { row in
        [SurveyRows.email(row), SurveyRows.name(row), SurveyRows.time(row)]
      }
    let files = try test.bytes()
    for (file, bytes) in files {
      for secret in secrets { #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(file)") }
      for moment in moments {
        let number = withUnsafeBytes(of: Int64(moment).bigEndian) { Data($0) }
        #expect(bytes.range(of: number.drop { $0 == 0 }) == nil, "\(file)")
      }
    }
    let found = files.values.contains { $0.range(of: Data("word-".utf8)) != nil }
    #expect(found == (seed % 2 == 0))
  }

  @Test func `a mark leads to no id without its key, and to no answer with it`() throws {
    let definition = try Definition.safety()
    let test = try TestAudit()
    let read = try outcome(SurveyRows(50, seed: 1).microsoft(), for: definition)
    _ = try test.answers.take(read, intake(definition))
    try test.answers.database.read { db in
      let marks = try Data.fetchAll(db, sql: "SELECT mark FROM seen")
      #expect(Set(marks).count == 50)
      let keys = try Set(Data.fetchAll(db, sql: "SELECT key FROM answer"))
      #expect(keys.isDisjoint(with: marks))
      let key = try #require(try Data.fetchOne(db, sql: "SELECT key FROM mark_key"))
      for id in 1...50 {
        let bare = SHA256.digest(of: Array("\(id)".utf8))
        #expect(!marks.contains(Data(bare.prefix(16))))
        let marked = SHA256.authenticationCode(of: Array("\(id)".utf8), key: [UInt8](key))
        #expect(marks.contains(Data(marked.prefix(16))))
      }
    }
    let other = try TestAudit()
    _ = try other.answers.take(read, intake(definition))
    let secrets = try [test, other].map { test in
      try test.answers.database.read { try Data.fetchOne($0, sql: "SELECT key FROM mark_key") }
    }
    #expect(secrets[0] != secrets[1])
  }
}

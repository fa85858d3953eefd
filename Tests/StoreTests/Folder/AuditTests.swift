import Foundation
import GRDB
import Instruments
import Responses
import Testing

@testable import Store

struct AuditTests {
  @Test func `an audit is made, opened and opened again`() throws {
    let place = try Place()
    let folder = place.path + "/new/audit"
    #expect(!Audit.exists(in: folder))
    do { _ = try Audit.create(folder, plan: "school: Larkfield\n") }
    for use in [AuditLock.Use.writing, .reading, .writing] {
      let audit = try Audit.open(folder, for: use)
      #expect(try audit.answers().imports().isEmpty)
      #expect(try audit.people().imports().isEmpty)
    }
    #expect(
      try String(contentsOfFile: folder + "/audit.yaml", encoding: .utf8).hasSuffix("field\n"))
  }

  @Test func `a folder that holds something is left as it is`() throws {
    let place = try Place()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: place.path + "/note.txt"))
    #expect(throws: StoreTrouble.folderNotEmpty(folder: place.path)) {
      try Audit.create(place.path, plan: "")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["note.txt"])
    #expect(throws: StoreTrouble.noAudit(folder: place.path)) {
      try Audit.open(place.path, for: .reading)
    }
  }

  @Test func `a second audit in one folder is refused`() throws {
    let test = try TestAudit()
    #expect(throws: StoreTrouble.auditExists(folder: test.audit.folder)) {
      try Audit.create(test.audit.folder, plan: "")
    }
  }

  @Test func `an audit that was cut short while it was made is begun anew`() throws {
    let place = try Place()
    do { _ = try Audit.create(place.path, plan: "a: b\n") }
    try FileManager.default.removeItem(atPath: place.path + "/audit.yaml")
    try Data("half".utf8).write(to: URL(fileURLWithPath: place.path + "/answers.db"))
    let audit = try Audit.create(place.path, plan: "a: b\n")
    #expect(try audit.answers().imports().isEmpty)
  }

  @Test func `an audit whose plan is lost is told and left as it is`() throws {
    for kind in DatabaseKind.allCases {
      let test = try TestAudit()
      switch kind {
      case .identity: try test.people.record("list", "autumn", by: lead)
      case .answers:
        try test.answers.keep(
          [PopulationTable(total: 7)], of: .staff, round: "autumn", on: someDay)
      }
      let folder = try test.withoutPlan()
      let before = try Place.bytes(of: folder, besides: AuditFiles.lock)
      #expect(throws: StoreTrouble.planLost(folder: folder)) {
        try Audit.create(folder, plan: "a: b\n")
      }
      #expect(throws: StoreTrouble.noPlan(folder: folder)) {
        try Audit.open(folder, for: .reading)
      }
      #expect(try Place.bytes(of: folder, besides: AuditFiles.lock) == before)
    }
  }

  @Test func `a database that cannot be read is not removed for a new audit`() throws {
    let place = try Place()
    do { _ = try Audit.create(place.path, plan: "a: b\n") }
    try FileManager.default.removeItem(atPath: place.path + "/audit.yaml")
    let path = place.path + "/answers.db"
    let letter = Data(String(repeating: "a letter to nobody ", count: 20).utf8)
    try letter.write(to: URL(fileURLWithPath: path))
    #expect(throws: StoreTrouble.planLost(folder: place.path)) {
      try Audit.create(place.path, plan: "a: b\n")
    }
    #expect(FileManager.default.contents(atPath: path) == letter)
    #expect(FileManager.default.fileExists(atPath: place.path + "/identity.db"))
  }

  @Test(arguments: DatabaseKind.allCases)
  func `a damaged database with a log is left as it is, log and all`(_ kind: DatabaseKind) throws {
    let test = try TestAudit()
    let place = try Place()
    let copy = place.path + "/" + kind.fileName
    // Rows that are in the log only, as after a process that was killed.
    let sql = """
      INSERT INTO definition (hash, instrument, source)
      VALUES ('\(String(repeating: "a", count: 64))', 'planted', x'01')
      """
    try test.audit.database(kind).withOpenLog(sql) { path in
      for end in ["", "-wal"] {
        try FileManager.default.copyItem(atPath: path + end, toPath: copy + end)
      }
    }
    let before = try Place.bytes(of: place.path)
    #expect(before[kind.fileName + "-wal"]?.isEmpty == false)
    // The seal does not know the row: the sums do not hold.
    #expect(throws: StoreTrouble.damaged(file: copy)) { try AuditDatabase.open(kind, at: copy) }
    var after = try Place.bytes(of: place.path)
    after[kind.fileName + "-shm"] = nil
    #expect(after == before)
  }

  @Test(arguments: [DatabaseKind.identity, .answers])
  func `a file that is missing, foreign, newer or the other one is told`(_ kind: DatabaseKind)
    throws
  {
    let place = try Place()
    do { _ = try Audit.create(place.path, plan: "a: b\n") }
    let audit = try Audit.open(place.path, for: .writing)
    let path = place.path + "/" + kind.fileName
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    let other = place.path + "/" + (kind == .answers ? "identity.db" : "answers.db")
    func trouble(_ bytes: Data) throws -> StoreTrouble? {
      try bytes.write(to: URL(fileURLWithPath: path))
      let trouble = #expect(throws: StoreTrouble.self) { try audit.database(kind) }
      #expect(FileManager.default.contents(atPath: path) == bytes)
      return trouble
    }
    #expect(try trouble(Data("a letter to nobody in particular".utf8)) == .foreign(file: path))
    #expect(try trouble(Data()) == .damaged(file: path))
    #expect(try trouble(Data(contentsOf: URL(fileURLWithPath: other))) == .foreign(file: path))
    var newer = whole
    newer[63] = 99
    #expect(try trouble(newer) == .newer(file: path))
    #expect(try trouble(whole.prefix(60)) == .damaged(file: path))
    try FileManager.default.removeItem(atPath: path)
    #expect(throws: StoreTrouble.missing(file: path)) { try audit.database(kind) }
    try whole.write(to: URL(fileURLWithPath: path))
    _ = try audit.database(kind)
  }

  @Test func `a copy is not put inside the audit`() throws {
    let test = try TestAudit()
    let inside = test.audit.folder + "/copies/one"
    #expect(throws: StoreTrouble.insideAudit(folder: inside)) {
      try test.audit.refuseInside(inside)
    }
    #expect(throws: StoreTrouble.self) { try test.audit.refuseInside(test.audit.folder) }
    #expect(throws: StoreTrouble.self) {
      try test.audit.refuseInside(test.audit.folder + "/reports/../x")
    }
    try test.audit.refuseInside(test.audit.folder + "-copy")
    try test.audit.refuseInside(test.audit.folder + "/../other")
  }

  @Test func `a report is deleted, and one that is not there is told`() throws {
    let test = try TestAudit()
    let path = test.audit.folder + "/reports/a.txt"
    try Data("x".utf8).write(to: URL(fileURLWithPath: path))
    try test.audit.removeReport("reports/a.txt")
    #expect(!FileManager.default.fileExists(atPath: path))
    #expect(throws: StoreTrouble.self) { try test.audit.removeReport("reports/a.txt") }
  }
}

struct AuditLockTests {
  private let place: Place

  init() throws { place = try Place() }

  private func lock(_ use: AuditLock.Use, patience: Double = 0.12) throws -> AuditLock {
    try AuditLock(folder: place.path, for: use, patience: patience)
  }

  @Test func `those who read share, and who writes is alone`() throws {
    do {
      let readers = [try lock(.reading), try lock(.reading)]
      // Nobody signs for reading, so no process is named.
      #expect(throws: StoreTrouble.locked(folder: place.path, process: nil)) { try lock(.writing) }
      withExtendedLifetime(readers) {}
    }
    do {
      let writer = try lock(.writing)
      let own = StoreTrouble.locked(folder: place.path, process: "\(getpid())")
      #expect(throws: own) { try lock(.writing) }
      #expect(throws: own) { try lock(.reading) }
      withExtendedLifetime(writer) {}
    }
    let reader = try lock(.reading)
    #expect(throws: StoreTrouble.locked(folder: place.path, process: nil)) { try lock(.writing) }
    withExtendedLifetime(reader) {}
  }

  @Test func `who comes second waits, and goes on when the first is done`() throws {
    let holder = Holder(try lock(.writing))
    let start = Date()
    #expect(throws: StoreTrouble.self) { try lock(.writing, patience: 0.3) }
    #expect(Date().timeIntervalSince(start) >= 0.29)
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.2) { holder.release() }
    let second = try lock(.writing, patience: 20)
    withExtendedLifetime(second) {}
  }

  /// Holds a lock until it is told to let go.
  private final class Holder: @unchecked Sendable {
    private var lock: AuditLock?

    init(_ lock: AuditLock) { self.lock = lock }

    func release() { lock = nil }
  }

  @Test func `a folder that is not there cannot be locked`() {
    #expect(throws: StoreTrouble.self) {
      try AuditLock(folder: place.path + "/nowhere", for: .writing, patience: 0)
    }
  }
}

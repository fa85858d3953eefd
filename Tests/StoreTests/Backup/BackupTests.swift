import Foundation
import Instruments
import Responses
import Testing

@testable import Store

struct BackupTests {
  private let test: TestAudit
  private let safety: Definition
  private let peers: Definition
  private let target: String

  init() throws {
    test = try TestAudit()
    safety = try Definition.safety()
    peers = try Definition.peers()
    target = test.place.path + "/copy"
    let text = "pupil,name,class\nP1,Tom Brown,5B\nP2,Aisha Khan,5B\n"
    _ = try test.people.take(roll(text), in: ["autumn"], file: "roll.csv", on: someDay, by: lead)
    let names = try sheets("pupil,trusted_1\nP1,P2\n", on: roll(text), for: peers)
    _ = try test.people.take(names, intake(peers), by: lead)
    _ = try test.answers.take(
      outcome(SurveyRows(30, seed: 1).plain(), for: safety), intake(safety))
    try Data("a report\n".utf8).write(
      to: URL(fileURLWithPath: test.audit.folder + "/reports/autumn.txt"))
    try Data(safety.bytes).write(
      to: URL(fileURLWithPath: test.audit.folder + "/instruments/mini-safety.yaml"))
  }

  /// Expects a sentence of a kind, and no folder at the place.
  private func expectRefused(
    _ back: String, _ wanted: (StoreTrouble) -> Bool, location: SourceLocation = #_sourceLocation
  ) {
    let trouble = #expect(throws: StoreTrouble.self, sourceLocation: location) {
      try Backup.restore(from: target, to: back)
    }
    if let trouble { #expect(wanted(trouble), "\(trouble)", sourceLocation: location) }
    let left = (try? FileManager.default.contentsOfDirectory(atPath: test.place.path)) ?? []
    #expect(Set(left) == ["audit", "copy"], sourceLocation: location)
  }

  @Test func `what is restored has the rows, the figures and the files`() throws {
    let backup = try Backup.make(of: test.audit, at: target, on: someDay)
    #expect(backup.day == "2026-11-22")
    #expect(backup.rows["answers"] == (try test.answers.database.rowCounts()))
    #expect(backup.rows["identity"] == (try test.people.database.rowCounts()))
    #expect(
      Set(backup.files.keys) == [
        "audit.yaml", "reports/autumn.txt", "instruments/mini-safety.yaml",
      ])
    let back = test.place.path + "/back"
    #expect(try Backup.restore(from: target, to: back) == backup)
    let audit = try Audit.open(back, for: .writing)
    #expect(try audit.answers().database.rowCounts() == backup.rows["answers"])
    #expect(try audit.people().database.rowCounts() == backup.rows["identity"])
    #expect(
      try multiset(#require(try audit.answers().table(safety)))
        == multiset(#require(try test.answers.table(safety))))
    #expect(
      try audit.people().peers(peers).everything == test.people.peers(peers).everything)
    #expect(try audit.answers().imports() == test.answers.imports())
    for file in ["audit.yaml", "reports/autumn.txt"] {
      #expect(
        FileManager.default.contents(atPath: back + "/" + file)
          == FileManager.default.contents(atPath: test.audit.folder + "/" + file))
    }
    // It goes on where the other was.
    let read = try outcome(SurveyRows(30, seed: 1).plain(), for: safety)
    #expect(try audit.answers().take(read, intake(safety)).words == "same as A1")
    #expect(try test.answers.take(read, intake(safety)).words == "same as A1")
  }

  @Test func `nobody but the owner can read a copy`() throws {
    _ = try Backup.make(of: test.audit, at: target, on: someDay)
    let back = test.place.path + "/back"
    _ = try Backup.restore(from: target, to: back)
    for folder in [test.audit.folder, target, back] {
      for name in ["", "/answers.db", "/identity.db", "/audit.yaml"] {
        let attributes = try FileManager.default.attributesOfItem(atPath: folder + name)
        let mode = try #require(attributes[.posixPermissions] as? NSNumber).intValue
        #expect(mode & 0o077 == 0, "\(folder)\(name) \(String(mode, radix: 8))")
      }
    }
  }

  @Test func `a copy holds nothing that was deleted`() throws {
    _ = try test.answers.undo("A1", on: someDay)
    _ = try Backup.make(of: test.audit, at: target, on: someDay)
    for file in try FileManager.default.subpathsOfDirectory(atPath: target) {
      let bytes = FileManager.default.contents(atPath: target + "/" + file) ?? Data()
      #expect(bytes.range(of: Data("word-".utf8)) == nil, "\(file)")
    }
  }

  @Test func `a place that is taken is refused, and what is there stays`() throws {
    try FileManager.default.createDirectory(
      atPath: target, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: target + "/note.txt"))
    #expect(throws: StoreTrouble.folderNotEmpty(folder: target)) {
      try Backup.make(of: test.audit, at: target, on: someDay)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: target) == ["note.txt"])
    try FileManager.default.removeItem(atPath: target)
    _ = try Backup.make(of: test.audit, at: target + "/", on: someDay)
    #expect(throws: StoreTrouble.folderNotEmpty(folder: test.audit.folder)) {
      try Backup.restore(from: target, to: test.audit.folder)
    }
  }

  @Test func `a folder of another with a like name is left alone`() throws {
    let note = target + ".part/note.txt"
    try FileManager.default.createDirectory(
      atPath: target + ".part", withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: note))
    _ = try Backup.make(of: test.audit, at: target, on: someDay)
    #expect(FileManager.default.contents(atPath: note) == Data("mine".utf8))
  }

  @Test func `a draft that was cut short is made anew, and one with other files is told`() throws {
    let draft = FolderDraft.place(beside: target)
    #expect(draft == test.place.path + "/.copy.mhars-part")
    #expect(FolderDraft.place(beside: "copy") == ".copy.mhars-part")
    for name in ["identity.db", "answers.db-journal", "audit.yaml", "reports/a.txt"] {
      try FileManager.default.createDirectory(
        atPath: draft + "/reports", withIntermediateDirectories: true)
      try Data("half".utf8).write(to: URL(fileURLWithPath: draft + "/" + name))
    }
    _ = try Backup.make(of: test.audit, at: target, on: someDay)
    #expect(!FileManager.default.fileExists(atPath: draft))
    #expect(!FileManager.default.fileExists(atPath: target + "/reports/a.txt"))
    try FileManager.default.removeItem(atPath: target)
    try FileManager.default.createDirectory(atPath: draft, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: draft + "/note.txt"))
    #expect(throws: StoreTrouble.folderNotEmpty(folder: draft)) {
      try Backup.make(of: test.audit, at: target, on: someDay)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: draft) == ["note.txt"])
  }

  @Test func `instruments that the plan names by a path come along`() throws {
    let folder = test.audit.folder
    try FileManager.default.createDirectory(
      atPath: folder + "/forms/old", withIntermediateDirectories: true)
    for file in ["forms/old/own.yaml", "mine.yaml", "../outside.yaml"] {
      try Data(file.utf8).write(to: URL(fileURLWithPath: folder + "/" + file))
    }
    let named = ["forms/old/own.yaml", "mine.yaml", "../outside.yaml", "gone.yaml", "answers.db"]
    let backup = try Backup.make(of: test.audit, at: target, with: named, on: someDay)
    #expect(
      Set(backup.files.keys) == [
        "audit.yaml", "reports/autumn.txt", "instruments/mini-safety.yaml", "mine.yaml",
        "forms/old/own.yaml",
      ])
    let back = test.place.path + "/back"
    #expect(try Backup.restore(from: target, to: back) == backup)
    #expect(
      FileManager.default.contents(atPath: back + "/forms/old/own.yaml")
        == Data("forms/old/own.yaml".utf8))
    try Data("other".utf8).write(to: URL(fileURLWithPath: target + "/mine.yaml"))
    #expect(throws: StoreTrouble.damaged(file: target + "/backup.json")) {
      try Backup.restore(from: target, to: test.place.path + "/more")
    }
  }

  @Test(arguments: ["../more.txt", "/tmp/more.txt", "answers.db", "a//b"])
  func `a list that leads out of the folder is refused`(_ path: String) throws {
    _ = try Backup.make(of: test.audit, at: target, on: someDay)
    let list = URL(fileURLWithPath: target + "/backup.json")
    let text = try String(contentsOf: list, encoding: .utf8)
    try text.replacing("reports\\/autumn.txt", with: path).replacing(
      "reports/autumn.txt", with: path
    )
    .write(to: list, atomically: true, encoding: .utf8)
    expectRefused(test.place.path + "/back") { $0 == .damaged(file: list.path) }
  }

  @Test func `nothing is written into a copy that is restored`() throws {
    _ = try Backup.make(of: test.audit, at: target, on: someDay)
    let files = FileManager.default
    let before = try Place.bytes(of: target)
    func times() throws -> [String: Date?] {
      try Dictionary(
        uniqueKeysWithValues: (Array(before.keys) + ["."]).map {
          let attributes = try files.attributesOfItem(atPath: target + "/" + $0)
          return ($0, attributes[.modificationDate] as? Date)
        })
    }
    let then = try times()
    for (name, mode) in [("answers.db", 0o400), ("identity.db", 0o400), (".", 0o500)] {
      try files.setAttributes([.posixPermissions: mode], ofItemAtPath: target + "/" + name)
    }
    _ = try Backup.restore(from: target, to: test.place.path + "/back")
    #expect(try times() == then)
    #expect(try Place.bytes(of: target) == before)
    try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: target)
    let audit = try Audit.open(test.place.path + "/back", for: .writing)
    try audit.people().record("list", "autumn", by: lead)
  }

  @Test func `a place in a folder that does not exist is refused`() throws {
    let lost = test.place.path + "/nowhere/copy"
    #expect(throws: StoreTrouble.self) {
      try Backup.make(of: test.audit, at: lost, on: someDay)
    }
    #expect(!FileManager.default.fileExists(atPath: test.place.path + "/nowhere"))
  }

  @Test(arguments: ["backup.json", "answers.db", "identity.db"])
  func `a copy with a file missing is refused`(_ file: String) throws {
    _ = try Backup.make(of: test.audit, at: target, on: someDay)
    try FileManager.default.removeItem(atPath: target + "/" + file)
    expectRefused(test.place.path + "/back") { $0 == .missing(file: target + "/" + file) }
  }

  @Test(arguments: ["audit.yaml", "reports/autumn.txt", "instruments/mini-safety.yaml"])
  func `a copy whose files are not those of the list is refused`(_ file: String) throws {
    _ = try Backup.make(of: test.audit, at: target, on: someDay)
    try FileManager.default.removeItem(atPath: target + "/" + file)
    expectRefused(test.place.path + "/back") { $0 == .damaged(file: target + "/backup.json") }
    try Data("other".utf8).write(to: URL(fileURLWithPath: target + "/" + file))
    expectRefused(test.place.path + "/back") { $0 == .damaged(file: target + "/backup.json") }
  }

  @Test(arguments: ["answers.db", "identity.db"], [0.2, 0.5, 0.9])
  func `a copy with a byte changed or cut off is refused`(_ file: String, _ share: Double) throws {
    _ = try Backup.make(of: test.audit, at: target, on: someDay)
    let place = URL(fileURLWithPath: target + "/" + file)
    let whole = try Data(contentsOf: place)
    try whole.prefix(Int(Double(whole.count) * share)).write(to: place)
    expectRefused(test.place.path + "/back") { $0 == .damaged(file: place.path) }
    var changed = whole
    let text = file == "answers.db" ? "word-" : "Aisha Khan"
    let found = try #require(changed.range(of: Data(text.utf8)))
    changed[found.lowerBound] ^= 1
    try changed.write(to: place)
    expectRefused(test.place.path + "/back") { $0 == .damaged(file: place.path) }
  }

  @Test func `a list of other rows is refused`() throws {
    _ = try Backup.make(of: test.audit, at: target, on: someDay)
    let list = URL(fileURLWithPath: target + "/backup.json")
    let text = try String(contentsOf: list, encoding: .utf8)
    try text.replacing("\"answer\" : 30", with: "\"answer\" : 31")
      .write(to: list, atomically: true, encoding: .utf8)
    expectRefused(test.place.path + "/back") { $0 == .damaged(file: target + "/answers.db") }
    try "{}".write(to: list, atomically: true, encoding: .utf8)
    expectRefused(test.place.path + "/back") { $0 == .damaged(file: list.path) }
  }
}

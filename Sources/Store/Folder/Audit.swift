import Foundation
import Glibc

/// The folder of an audit: its plan, its two databases, its reports.
public struct Audit: Sendable {
  /// The path of the folder.
  public let folder: String
  private let lock: AuditLock
  private let opened = OpenDatabases()

  /// How long a command waits for another to finish, in seconds.
  public static let patience = 5.0

  /// Whether there is an audit in a folder.
  public static func exists(in folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + AuditFiles.plan)
  }

  /// Opens the audit in a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - use: Whether something will be written; a writer is alone.
  /// - Returns: The audit, which is locked for as long as it is held.
  /// - Throws: `StoreTrouble`.
  public static func open(_ folder: String, for use: AuditLock.Use) throws -> Audit {
    guard exists(in: folder) else {
      throw UnfinishedAudit.hasDatabases(folder)
        ? StoreTrouble.noPlan(folder: folder) : StoreTrouble.noAudit(folder: folder)
    }
    return Audit(
      folder: folder, lock: try AuditLock(folder: folder, for: use, patience: patience))
  }

  /// Starts an audit in a folder that is new or empty.
  ///
  /// The plan is written last: a folder without one is no audit yet, and starting again in it
  /// begins anew, unless somebody has taken something in.
  ///
  /// - Parameters:
  ///   - folder: The folder, which is made where it does not exist.
  ///   - plan: The text of `audit.yaml`.
  /// - Returns: The audit, open for writing.
  /// - Throws: `StoreTrouble`; the folder then holds no plan, and so no audit.
  public static func create(_ folder: String, plan: String) throws -> Audit {
    guard !exists(in: folder) else { throw StoreTrouble.auditExists(folder: folder) }
    let files = FileManager.default
    do {
      try files.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreTrouble.notWritable(file: folder)
    }
    let own =
      AuditFiles.databases
      + [AuditFiles.lock, AuditFiles.planDraft, AuditFiles.instruments, AuditFiles.reports]
    let found = try contents(of: folder).filter { !own.contains($0) }
    guard found.isEmpty else { throw StoreTrouble.folderNotEmpty(folder: folder) }
    let lock = try AuditLock(folder: folder, for: .writing, patience: patience)
    try UnfinishedAudit.clear(folder)
    for kind in DatabaseKind.allCases {
      _ = try AuditDatabase.create(kind, at: folder + "/" + kind.fileName)
      chmod(folder + "/" + kind.fileName, 0o600)
    }
    for name in [AuditFiles.instruments, AuditFiles.reports] {
      try? files.createDirectory(
        atPath: folder + "/" + name, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    }
    try DurableFile.write(Array(plan.utf8), to: folder + "/" + AuditFiles.plan)
    return Audit(folder: folder, lock: lock)
  }

  /// Deletes a report.
  ///
  /// - Parameter name: Its path below the folder.
  /// - Throws: `StoreTrouble` where it cannot be deleted.
  public func removeReport(_ name: String) throws {
    guard unlink(folder + "/" + name) == 0 else {
      throw StoreTrouble.of(errno: errno, file: folder + "/" + name)
    }
    try DurableFile.keepFolder(of: folder + "/" + name)
  }

  /// Refuses a place inside the folder, where a copy would be lost with it and hold erased names.
  public func refuseInside(_ path: String) throws {
    let own = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path + "/"
    let other = URL(fileURLWithPath: path).resolvingSymlinksInPath().path + "/"
    if other.hasPrefix(own) { throw StoreTrouble.insideAudit(folder: path) }
  }

  /// The path of the plan.
  public var planPath: String { folder + "/" + AuditFiles.plan }

  /// The path of the register of actions, which need not exist.
  public var actionsPath: String { folder + "/" + AuditFiles.actions }

  /// The answers that nobody can be tied to.
  public func answers() throws -> AnswerStore {
    AnswerStore(database: try database(.answers))
  }

  /// What is known of people.
  public func people() throws -> IdentityStore {
    IdentityStore(database: try database(.identity))
  }

  func database(_ kind: DatabaseKind) throws -> AuditDatabase {
    try opened.database(kind) {
      try AuditDatabase.open(kind, at: folder + "/" + kind.fileName)
    }
  }

  private static func contents(of folder: String) throws -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw StoreTrouble.notReadable(file: folder)
    }
  }
}

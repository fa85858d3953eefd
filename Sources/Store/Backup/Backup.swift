import Foundation
public import Instruments

/// A copy of an audit in a folder, with a list of what it holds.
///
/// The databases are copied whole from one state each, without what was deleted. They are not
/// encrypted: whoever has the copy has the names.
public struct Backup: Sendable, Codable, Equatable {
  /// What the list is called in the folder.
  public static let listName = "backup.json"

  /// The day on which it was made, as 2026-11-22.
  public let day: String
  /// The rows of each table, by database.
  public let rows: [String: [String: Int]]
  /// The files beside the databases, with the SHA-256 of each in hexadecimal.
  public let files: [String: String]

  /// All rows of all tables.
  public var rowCount: Int { rows.values.reduce(0) { $0 + $1.values.reduce(0, +) } }

  /// Refuses a place for a copy where something is already.
  public static func refuse(_ target: String) throws { try FolderDraft.refuse(target) }

  /// Copies an audit to a folder that does not exist yet.
  ///
  /// The folder appears when it is whole.
  ///
  /// - Parameters:
  ///   - audit: The audit.
  ///   - target: The folder.
  ///   - named: The paths that the plan names, from its folder; those outside of it are not copied.
  ///   - day: The day on which it is made.
  /// - Returns: What it holds.
  /// - Throws: `StoreTrouble`; no folder is then left.
  public static func make(
    of audit: Audit, at target: String, with named: [String] = [], on day: CalendarDay
  ) throws -> Backup {
    let extra = named.filter(BackupFiles.isInside)
    return try FolderDraft.make(target, holding: BackupFiles.tops(of: extra)) { draft in
      var rows: [String: [String: Int]] = [:]
      for kind in DatabaseKind.allCases {
        let path = draft + "/" + kind.fileName
        try audit.database(kind).copy(to: path)
        rows[kind.rawValue] = try AuditDatabase.open(kind, at: path).rowCounts()
      }
      let backup = Backup(
        day: day.iso, rows: rows,
        files: try BackupFiles.copy(
          BackupFiles.all(in: audit.folder, with: extra), from: audit.folder, to: draft))
      try DurableFile.write(Array(try backup.json()), to: draft + "/" + listName)
      return backup
    }
  }

  /// Makes an audit of a copy, in a folder that does not exist yet, and holds it against the list.
  ///
  /// Nothing is written into the folder of the copy, which may be on a disk that allows none of it.
  ///
  /// - Throws: `StoreTrouble`; no folder is then left.
  public static func restore(from source: String, to target: String) throws -> Backup {
    let list = try list(of: source)
    let files = list.files.keys.sorted()
    guard files.allSatisfy(BackupFiles.isInside) else {
      throw StoreTrouble.damaged(file: source + "/" + listName)
    }
    try FolderDraft.make(target, holding: BackupFiles.tops(of: files)) { draft in
      for kind in DatabaseKind.allCases {
        try BackupFiles.copy(kind, from: source, to: draft)
        let rows: [String: Int]
        do {
          rows = try AuditDatabase.open(kind, at: draft + "/" + kind.fileName).rowCounts()
        } catch StoreTrouble.damaged {
          throw StoreTrouble.damaged(file: source + "/" + kind.fileName)
        }
        guard let listed = list.rows[kind.rawValue],
          rows.allSatisfy({ (listed[$0.key] ?? 0) == $0.value }),
          listed.keys.allSatisfy({ rows[$0] != nil })
        else {
          throw StoreTrouble.damaged(file: source + "/" + kind.fileName)
        }
      }
      guard try BackupFiles.copy(files, from: source, to: draft) == list.files else {
        throw StoreTrouble.damaged(file: source + "/" + listName)
      }
      for name in [AuditFiles.instruments, AuditFiles.reports] {
        try? FileManager.default.createDirectory(
          atPath: draft + "/" + name, withIntermediateDirectories: true)
      }
    }
    return list
  }

  private func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try encoder.encode(self) + Data("\n".utf8)
  }

  private static func list(of folder: String) throws -> Backup {
    let path = folder + "/" + listName
    guard let data = FileManager.default.contents(atPath: path) else {
      throw StoreTrouble.missing(file: path)
    }
    guard let list = try? JSONDecoder().decode(Backup.self, from: data) else {
      throw StoreTrouble.damaged(file: path)
    }
    return list
  }
}

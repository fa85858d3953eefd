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
  /// - Throws: `StoreTrouble`; no folder is then left.
  public static func make(of audit: Audit, at target: String, on day: CalendarDay) throws -> Backup
  {
    try FolderDraft.make(target) { draft in
      var rows: [String: [String: Int]] = [:]
      for kind in DatabaseKind.allCases {
        let path = draft + "/" + kind.fileName
        try audit.database(kind).copy(to: path)
        rows[kind.rawValue] = try AuditDatabase.open(kind, at: path).rowCounts()
      }
      let backup = Backup(
        day: day.iso, rows: rows, files: try copyFiles(from: audit.folder, to: draft))
      try DurableFile.write(Array(try backup.json()), to: draft + "/" + listName)
      return backup
    }
  }

  /// Makes an audit of a copy, in a folder that does not exist yet, and holds it against the list.
  ///
  /// - Throws: `StoreTrouble`; no folder is then left.
  public static func restore(from source: String, to target: String) throws -> Backup {
    let list = try list(of: source)
    try FolderDraft.make(target) { draft in
      for kind in DatabaseKind.allCases {
        let path = draft + "/" + kind.fileName
        // Opened where it lies a damaged copy is seen before anything is made of it.
        try AuditDatabase.open(kind, at: source + "/" + kind.fileName).copy(to: path)
        let database = try AuditDatabase.open(kind, at: path)
        guard try database.rowCounts() == list.rows[kind.rawValue] else {
          throw StoreTrouble.damaged(file: source + "/" + kind.fileName)
        }
      }
      guard try copyFiles(from: source, to: draft) == list.files else {
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

  /// Copies the plan, the school's instruments and the reports.
  private static func copyFiles(from source: String, to target: String) throws -> [String: String] {
    var digests: [String: String] = [:]
    let folders = [AuditFiles.instruments, AuditFiles.reports]
    var files = [AuditFiles.plan]
    for folder in folders {
      let path = source + "/" + folder
      for file in FileManager.default.enumerator(atPath: path)?.compactMap({ $0 as? String }) ?? []
      {
        files.append(folder + "/" + file)
      }
    }
    for file in files {
      var isFolder: ObjCBool = false
      guard
        FileManager.default.fileExists(atPath: source + "/" + file, isDirectory: &isFolder),
        !isFolder.boolValue
      else { continue }
      guard let data = FileManager.default.contents(atPath: source + "/" + file) else {
        throw StoreTrouble.notReadable(file: source + "/" + file)
      }
      let place = target + "/" + file
      try? FileManager.default.createDirectory(
        atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try DurableFile.write([UInt8](data), to: place)
      digests[file] = SHA256.hexadecimal(of: [UInt8](data))
    }
    return digests
  }
}

import Foundation
import Glibc
import Instruments

/// The files of a copy beside its list.
enum BackupFiles {
  /// The names that may lie in the folder of a copy, or of an audit that is made of one.
  static func tops(of files: [String]) -> Set<String> {
    let own = [
      AuditFiles.plan, AuditFiles.planDraft, AuditFiles.actions, AuditFiles.instruments,
      AuditFiles.reports,
      AuditFiles.recipes, Backup.listName, Backup.listName + ".part",
    ]
    let named = files.compactMap { $0.split(separator: "/").first.map(String.init) }
    return Set(AuditFiles.databases + own + named + named.map { $0 + ".part" })
  }

  /// Whether a path stays in the folder from which it goes, and is none of the databases.
  static func isInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !parts.contains { $0.isEmpty || $0 == "." || $0 == ".." }
      && !AuditFiles.databases.contains(path)
  }

  /// The plan, the register of actions, the school's instruments, the reports, the recipes, and further files that are there.
  static func all(in folder: String, with extra: [String]) -> [String] {
    let below = [AuditFiles.instruments, AuditFiles.reports, AuditFiles.recipes].flatMap { name in
      (FileManager.default.enumerator(atPath: folder + "/" + name)?.compactMap { $0 as? String }
        ?? []).map { name + "/" + $0 }
    }
    return Set([AuditFiles.plan, AuditFiles.actions] + below + extra).sorted()
  }

  /// Copies files, and gives the SHA-256 of each; what is not there or a folder is left out.
  static func copy(_ files: [String], from source: String, to target: String) throws
    -> [String: String]
  {
    var digests: [String: String] = [:]
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

  /// Copies a database byte for byte, with its log where somebody left one.
  static func copy(_ kind: DatabaseKind, from source: String, to target: String) throws {
    let path = source + "/" + kind.fileName
    try FileHeader.check(path, kind)
    for end in LogGuard.isNeeded(path) ? ["", "-wal"] : [""] {
      let place = target + "/" + kind.fileName + end
      do {
        try FileManager.default.copyItem(atPath: path + end, toPath: place)
      } catch {
        throw StoreTrouble.failed(file: place, reason: "the copy could not be written")
      }
      guard chmod(place, 0o600) == 0 else { throw StoreTrouble.of(errno: errno, file: place) }
    }
  }
}

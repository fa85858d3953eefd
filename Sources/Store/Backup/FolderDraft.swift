import Foundation
import Glibc

/// Makes folders that are there whole or not at all.
enum FolderDraft {
  /// Fills a folder beside its place, makes it last, and puts it there.
  ///
  /// - Throws: `StoreTrouble`, or what `body` throws; the draft is then removed.
  static func make<Result>(_ target: String, _ body: (String) throws -> Result) throws -> Result {
    let files = FileManager.default
    let path = target.hasSuffix("/") && target.count > 1 ? String(target.dropLast()) : target
    try refuse(path)
    let draft = path + ".part"
    try? files.removeItem(atPath: draft)
    guard mkdir(draft, 0o700) == 0 else { throw StoreTrouble.of(errno: errno, file: path) }
    do {
      let result = try body(draft)
      for file in files.enumerator(atPath: draft)?.compactMap({ $0 as? String }) ?? []
      where file.hasSuffix("-wal") || file.hasSuffix("-shm") {
        unlink(draft + "/" + file)
      }
      try keep(draft)
      guard rename(draft, path) == 0 else { throw StoreTrouble.of(errno: errno, file: path) }
      do {
        try DurableFile.keepFolder(of: path)
      } catch {
        // What may not last is not there; the draft is removed below.
        rename(path, draft)
        throw error
      }
      return result
    } catch {
      try? files.removeItem(atPath: draft)
      throw error
    }
  }

  /// Refuses a place where something is already.
  static func refuse(_ path: String) throws {
    if FileManager.default.fileExists(atPath: path) {
      throw StoreTrouble.folderNotEmpty(folder: path)
    }
  }

  /// Makes the files of a folder last.
  private static func keep(_ folder: String) throws {
    let entries = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for file in entries + ["."] {
      let path = folder + "/" + file
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw StoreTrouble.of(errno: errno, file: path) }
      defer { close(descriptor) }
      guard fsync(descriptor) == 0 else { throw StoreTrouble.of(errno: errno, file: path) }
    }
  }
}

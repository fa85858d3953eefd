import Foundation
import Glibc

/// Makes folders that are there whole or not at all.
enum FolderDraft {
  /// Fills a folder beside its place, makes it last, and puts it there.
  ///
  /// - Parameters:
  ///   - target: The place.
  ///   - names: What may lie in a draft that was cut short, and so is removed.
  ///   - body: Fills the folder.
  /// - Returns: What `body` gives.
  /// - Throws: `StoreTrouble`, or what `body` throws; the draft is then removed.
  static func make<Result>(
    _ target: String, holding names: Set<String>, _ body: (String) throws -> Result
  ) throws -> Result {
    let files = FileManager.default
    let path = target.hasSuffix("/") && target.count > 1 ? String(target.dropLast()) : target
    try refuse(path)
    let draft = place(beside: path)
    try removeOld(draft, holding: names)
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

  /// Where a folder is filled before it has its name: hidden, and under a name that is nobody else's.
  static func place(beside path: String) -> String {
    let name = (path as NSString).lastPathComponent
    return path.dropLast(name.count) + ".\(name).mhars-part"
  }

  /// Refuses a place where something is already.
  static func refuse(_ path: String) throws {
    if FileManager.default.fileExists(atPath: path) {
      throw StoreTrouble.folderNotEmpty(folder: path)
    }
  }

  /// Removes a draft that was cut short; one with files that are not ours stays and is told.
  private static func removeOld(_ draft: String, holding names: Set<String>) throws {
    var found = stat()
    guard lstat(draft, &found) == 0 else { return }
    let entries =
      found.st_mode & S_IFMT == S_IFDIR
      ? try? FileManager.default.contentsOfDirectory(atPath: draft) : nil
    guard let entries, names.isSuperset(of: entries) else {
      throw StoreTrouble.folderNotEmpty(folder: draft)
    }
    try? FileManager.default.removeItem(atPath: draft)
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

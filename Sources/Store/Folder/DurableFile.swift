import Glibc

/// Writes files that are there whole or not at all, also after the power has failed.
enum DurableFile {
  /// Writes a new file beside its place, makes it last, and puts it there.
  ///
  /// - Throws: `StoreTrouble`; there is then no file.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let draft = path + ".part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw StoreTrouble.of(errno: errno, file: path) }
    var failure: Int32 = 0
    var offset = 0
    while offset < bytes.count, failure == 0 {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count < 0, errno != EINTR { failure = errno }
      offset += max(0, count)
    }
    if failure == 0, fsync(descriptor) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, rename(draft, path) != 0 { failure = errno }
    guard failure == 0 else {
      unlink(draft)
      throw StoreTrouble.of(errno: failure, file: path)
    }
    do {
      try keepFolder(of: path)
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Makes the entries of the folder of a file last.
  static func keepFolder(of path: String) throws {
    let end = path.lastIndex(of: "/")
    let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreTrouble.of(errno: errno, file: folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreTrouble.of(errno: errno, file: folder) }
  }
}

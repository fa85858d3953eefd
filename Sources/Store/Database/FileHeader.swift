import Glibc

/// The first bytes of a database file, which say whose it is before anything opens it.
enum FileHeader {
  private static let magic = Array("SQLite format 3\0".utf8)

  /// Refuses a file that is missing, of another program, or of a newer version of this one.
  ///
  /// The header may lag behind a log that was not emptied into the file, so an empty or an older
  /// one passes where there is a log.
  static func check(_ path: String, _ kind: DatabaseKind) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT
        ? StoreTrouble.missing(file: path) : StoreTrouble.notReadable(file: path)
    }
    defer { close(descriptor) }
    var header = [UInt8](repeating: 0, count: 100)
    let count = header.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, 100, 0) }
    if count == 0, access(path + "-wal", F_OK) == 0 { return }
    guard count >= 16, Array(header.prefix(16)) == magic else {
      throw count <= 0 ? StoreTrouble.damaged(file: path) : StoreTrouble.foreign(file: path)
    }
    guard count == 100 else { throw StoreTrouble.damaged(file: path) }
    let application = bigEndian(header[68..<72])
    let version = bigEndian(header[60..<64])
    let hasLog = access(path + "-wal", F_OK) == 0
    guard application == kind.applicationID || (hasLog && application == 0) else {
      throw StoreTrouble.foreign(file: path)
    }
    guard version <= kind.version else { throw StoreTrouble.newer(file: path) }
  }

  private static func bigEndian(_ bytes: ArraySlice<UInt8>) -> Int32 {
    Int32(bitPattern: bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) })
  }
}

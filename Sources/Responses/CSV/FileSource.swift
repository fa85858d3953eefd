public import Diagnostics
import Glibc

/// The bytes of a file that somebody gave, read block by block, or bytes already in memory.
public struct FileSource: Sendable {
  enum Content: Sendable {
    case path(String)
    case memory([UInt8])
    case blocks([[UInt8]])
  }

  /// The name that messages show: the path as it was typed.
  public let name: String
  let content: Content
  /// Whether the lines are the rows of a sheet, so that line breaks inside cells are none.
  let isSheet: Bool

  /// A file on disk.
  public init(path: String) {
    name = path
    content = .path(path)
    isSheet = false
  }

  /// Bytes in memory, for text that was converted first.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    content = .memory(bytes)
    isSheet = false
  }

  /// Bytes in memory that came in blocks.
  init(name: String, blocks: [[UInt8]]) {
    self.name = name
    content = .blocks(blocks)
    isSheet = false
  }

  /// The rows of a sheet as `SheetText` writes them.
  init(sheet name: String, blocks: [[UInt8]]) {
    self.name = name
    content = .blocks(blocks)
    isSheet = true
  }

  /// What went wrong when a file was opened or read.
  enum Failure: Error {
    case missing, folder, forbidden, unreadable(String)
  }

  /// Hands the bytes over in blocks of at most `size`, in order, until `body` answers `false`.
  ///
  /// - Throws: `Failure` when the file cannot be opened or read.
  func forEachBlock(of size: Int = 65_536, _ body: (UnsafeBufferPointer<UInt8>) -> Bool) throws {
    switch content {
    case .memory(let bytes):
      _ = Self.cut(bytes, size: size, body)
    case .blocks(let blocks):
      for block in blocks where !Self.cut(block, size: size, body) { return }
    case .path(let path):
      try Self.readBlocks(of: path, size: size, body)
    }
  }

  /// Hands an array over in blocks; whether `body` wants more.
  private static func cut(
    _ bytes: [UInt8], size: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    bytes.withUnsafeBufferPointer { all in
      var start = 0
      while start < all.count {
        let end = min(start + size, all.count)
        if !body(UnsafeBufferPointer(rebasing: all[start..<end])) { return false }
        start = end
      }
      return true
    }
  }

  /// The first `count` bytes, or all when there are fewer.
  func head(_ count: Int) throws -> [UInt8] {
    var head: [UInt8] = []
    try forEachBlock { block in
      head.append(contentsOf: block.prefix(count - head.count))
      return head.count < count
    }
    return head
  }

  /// All bytes, or `nil` when there are more than `limit`.
  func bytes(atMost limit: Int) throws -> [UInt8]? {
    var all: [UInt8] = []
    try forEachBlock { block in
      all.append(contentsOf: block)
      return all.count <= limit
    }
    return all.count <= limit ? all : nil
  }

  /// All bytes of a file that somebody wrote; a fault where it cannot be read or is too large.
  public func bytes(atMost limit: Int, reporting sink: inout DiagnosticSink) -> [UInt8]? {
    do {
      if let all = try bytes(atMost: limit) { return all }
      sink.error(.tooLarge(limit), at: Location(file: name))
    } catch {
      sink.error(.cannotRead(error), at: Location(file: name))
    }
    return nil
  }

  /// How many bytes there are; `nil` where that is not known before reading.
  var size: Int? {
    switch content {
    case .memory(let bytes): return bytes.count
    case .blocks(let blocks): return blocks.reduce(0) { $0 + $1.count }
    case .path(let path):
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        ? Int(status.st_size) : nil
    }
  }

  /// Whether the bytes can be read only once, as through a pipe.
  var isStream: Bool {
    guard case .path(let path) = content else { return false }
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return [S_IFIFO, S_IFCHR, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  private static func readBlocks(
    of path: String, size: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)
    defer { buffer.deallocate() }
    while true {
      let count = read(descriptor, buffer.baseAddress, size)
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(errno)
      }
      guard count > 0 else { return }
      if !body(UnsafeBufferPointer(rebasing: buffer[..<count])) { return }
    }
  }

  private static func failure(_ code: Int32) -> Failure {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .folder
    case EACCES, EPERM: .forbidden
    default: .unreadable(String(cString: strerror(code)))
    }
  }
}

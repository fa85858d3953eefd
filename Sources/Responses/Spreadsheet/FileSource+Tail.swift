/// What a reader of archives asks of a file, whose directory stands at its end.
extension FileSource {
  /// The path of a file on disk; `nil` for bytes in memory.
  var path: String? {
    guard case .path(let path) = content else { return nil }
    return path
  }

  /// How many bytes there are.
  ///
  /// - Throws: `Failure` where the file cannot be read.
  func byteCount() throws -> Int {
    if let size { return size }
    var count = 0
    try forEachBlock { block in
      count += block.count
      return true
    }
    return count
  }

  /// The last `count` bytes, or all when there are fewer.
  ///
  /// - Throws: `Failure` where the file cannot be read.
  func tail(_ count: Int) throws -> [UInt8] {
    var rest = max(0, try byteCount() - count)
    var tail: [UInt8] = []
    try forEachBlock(of: 1 << 20) { block in
      tail.append(contentsOf: block.dropFirst(rest))
      rest = max(0, rest - block.count)
      return true
    }
    return tail
  }
}

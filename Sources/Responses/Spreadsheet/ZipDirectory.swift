/// What the end of a zip archive claims about its directory, read before anybody trusts it.
enum ZipDirectory {
  /// The longest tail in which the end record can stand: its own 22 bytes, a comment, and the
  /// records of archives with more than 65,535 entries before it.
  private static let tailLength = 22 + 65_535 + 20 + 56

  /// The largest number of entries that any end record in the tail claims; 0 where there is none.
  ///
  /// Memory is taken for that many entries when the archive is opened, whatever it really holds.
  static func claimedEntries(of source: FileSource) throws -> Int {
    let tail = try source.tail(tailLength)
    var claimed = 0
    for start in tail.indices.dropLast(3) where tail[start] == 0x50 && tail[start + 1] == 0x4B {
      switch (tail[start + 2], tail[start + 3]) {
      case (5, 6): claimed = max(claimed, number(tail, at: start + 10, bytes: 2))
      case (6, 6): claimed = max(claimed, number(tail, at: start + 32, bytes: 8))
      default: break
      }
    }
    return claimed
  }

  /// A number with its lowest byte first; a number too large for any file is the largest.
  private static func number(_ bytes: [UInt8], at start: Int, bytes count: Int) -> Int {
    guard start + count <= bytes.count else { return 0 }
    let value = bytes[start..<start + count].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(clamping: value)
  }
}

/// A name for the rows of a file, whatever their order and the file's encoding.
struct ContentDigest: Hashable {
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var rows: UInt64 = 0

  /// Adds a row, as its packed bytes; the result is its own hash.
  mutating func add(_ row: UnsafeRawBufferPointer) -> UInt64 {
    let hash = Checksum.of(row)
    first &+= hash
    second &+= Checksum.mixed(hash, 1)
    rows += 1
    return hash
  }

  /// What stands in place of the name of rows that must not be known again.
  static var none: [UInt8] { (0..<16).map { _ in .random(in: 0...255) } }

  /// Sixteen bytes.
  var bytes: [UInt8] {
    let words = [Checksum.mixed(first, rows), Checksum.mixed(second, rows)]
    return words.flatMap { word in
      stride(from: UInt64(0), to: 64, by: 8).map { UInt8(truncatingIfNeeded: word >> $0) }
    }
  }
}

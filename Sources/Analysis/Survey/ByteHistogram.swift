/// Counts how often each byte occurs in a stretch of bytes.
///
/// Four tables take turns, so that equal neighbours do not wait for one another's count.
struct ByteHistogram {
  private var tables = [UInt32](repeating: 0, count: 4 * 256)

  /// Adds the counts of some bytes among many to `counts`; no other bytes occur.
  mutating func count(
    _ wanted: [UInt8], in bytes: [UInt8], _ range: Range<Int>, addingTo counts: inout [Int],
    from first: Int
  ) {
    tables.withUnsafeMutableBufferPointer { tables in
      bytes.withUnsafeBufferPointer { bytes in
        var place = range.lowerBound
        while place &+ 4 <= range.upperBound {
          tables[Int(bytes[place])] &+= 1
          tables[256 &+ Int(bytes[place &+ 1])] &+= 1
          tables[512 &+ Int(bytes[place &+ 2])] &+= 1
          tables[768 &+ Int(bytes[place &+ 3])] &+= 1
          place &+= 4
        }
        while place < range.upperBound {
          tables[Int(bytes[place])] &+= 1
          place &+= 1
        }
      }
      for (index, byte) in wanted.enumerated() {
        for table in 0..<4 {
          counts[first &+ index] &+= Int(tables[table &* 256 &+ Int(byte)])
          tables[table &* 256 &+ Int(byte)] = 0
        }
      }
    }
  }
}

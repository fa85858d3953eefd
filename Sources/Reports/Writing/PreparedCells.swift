/// The bytes of cells or values that are written many times, end to end in one buffer.
struct PreparedCells {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  /// How many are prepared.
  var count: Int { ends.count - 1 }

  /// Adds a cell of a table.
  ///
  /// - Returns: Its place.
  @discardableResult
  mutating func append(_ cell: CSVWriter.Cell) -> Int32 {
    var csv = CSVWriter(ByteSink())
    csv.write(cell)
    return append(csv.sink)
  }

  /// Adds what was written to a sink without a drain.
  ///
  /// - Returns: Its place.
  @discardableResult
  mutating func append(_ sink: ByteSink) -> Int32 {
    bytes += sink.bytes
    ends.append(bytes.count)
    return Int32(truncatingIfNeeded: count - 1)
  }

  /// Writes one of them; most cells are a single byte.
  func write(_ place: Int, to sink: inout ByteSink) {
    let start = ends[place]
    let end = ends[place + 1]
    if end == start + 1 {
      sink.write(byte: bytes[start])
    } else if end > start {
      bytes.withUnsafeBufferPointer {
        sink.write(bytes: UnsafeBufferPointer(rebasing: $0[start..<end]))
      }
    }
  }
}

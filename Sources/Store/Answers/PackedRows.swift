import Responses

/// The rows of a table as bytes, end to end, with the hash of each.
struct PackedRows {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private(set) var hashes: [UInt64] = []
  private(set) var content = ContentDigest()

  var count: Int { ends.count }

  init(_ table: ResponseTable) {
    let packer = ResponsePacker(table)
    ends.reserveCapacity(table.rowCount)
    hashes.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let start = bytes.count
      packer.pack(row: row, into: &bytes)
      ends.append(bytes.count)
      let hash = bytes.withUnsafeBytes {
        content.add(UnsafeRawBufferPointer(rebasing: $0[start...]))
      }
      hashes.append(hash)
    }
  }

  /// Appends a row that is no part of the content.
  mutating func append(_ record: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: record)
    ends.append(bytes.count)
  }

  func withBytes<Result>(
    ofRow row: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBytes {
      try body(UnsafeRawBufferPointer(rebasing: $0[(row == 0 ? 0 : ends[row - 1])..<ends[row]]))
    }
  }
}

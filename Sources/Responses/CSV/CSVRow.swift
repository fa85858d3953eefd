/// One record of a CSV file, valid only while the closure that received it runs.
///
/// Fields are bytes in the reader's buffer: nothing is allocated until `text(_:)` asks.
struct CSVRow {
  let bytes: UnsafePointer<UInt8>
  /// The end of each field in `bytes`; the field begins where the one before it ended.
  let ends: UnsafePointer<UInt32>
  let start: Int
  let count: Int
  /// The number of the record in the file, the header included, from 1.
  let record: Int

  /// The bytes of a field as they stood in the file, quoting removed.
  subscript(field: Int) -> UnsafeBufferPointer<UInt8> {
    let begin = field == 0 ? start : Int(ends[field - 1])
    return UnsafeBufferPointer(start: bytes + begin, count: Int(ends[field]) - begin)
  }

  /// The bytes of a field without white space at either end.
  func trimmed(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    var bytes = self[field]
    while let first = bytes.first, first == 0x20 || first == 0x09 {
      bytes = UnsafeBufferPointer(rebasing: bytes.dropFirst())
    }
    while let last = bytes.last, last == 0x20 || last == 0x09 {
      bytes = UnsafeBufferPointer(rebasing: bytes.dropLast())
    }
    return bytes
  }

  /// The text of a field; the reader has made sure that it is UTF-8.
  func text(_ field: Int) -> String {
    String(decoding: self[field], as: UTF8.self)
  }

  /// The beginning of a field, for a message; no longer than a message shows.
  func excerpt(_ field: Int) -> String {
    let cell = self[field]
    guard cell.count > Self.excerptLimit else { return text(field) }
    var end = Self.excerptLimit
    while end > 0, cell[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: cell[..<end], as: UTF8.self)
  }

  private static let excerptLimit = 240

  /// Whether every field is empty or white space.
  var isBlank: Bool {
    (0..<count).allSatisfy { field in self[field].allSatisfy { $0 == 0x20 || $0 == 0x09 } }
  }
}

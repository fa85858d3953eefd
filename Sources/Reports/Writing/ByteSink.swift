/// Where a report is written: bytes that are handed on in large pieces.
public struct ByteSink {
  private static let pieceSize = 1 << 16

  /// What has been written and not handed on, as UTF-8.
  public private(set) var bytes: [UInt8] = []
  private let drain: (([UInt8]) -> Void)?

  /// Makes a sink.
  ///
  /// - Parameter drain: Takes each piece, of about 64 KiB; `nil` keeps everything in `bytes`.
  public init(drain: (([UInt8]) -> Void)? = nil) {
    self.drain = drain
    bytes.reserveCapacity(Self.pieceSize + 8_192)
  }

  /// Writes text as it is, in UTF-8.
  public mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func write(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(byte: UInt8) { bytes.append(byte) }

  mutating func write(bytes piece: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: piece) }

  /// Writes a whole number in digits.
  mutating func write(_ number: Int) {
    if number >= 0, number < 10 {
      bytes.append(0x30 &+ UInt8(truncatingIfNeeded: number))
    } else {
      let start = bytes.count
      var rest = number.magnitude
      while rest > 0 {
        bytes.append(0x30 &+ UInt8(truncatingIfNeeded: rest % 10))
        rest /= 10
      }
      if number < 0 { bytes.append(0x2D) }
      bytes[start...].reverse()
    }
  }

  /// Writes a figure in the fewest digits that read back as the same figure, or `null`.
  mutating func write(_ figure: Double?) {
    if let figure, figure.isFinite {
      write(figure.description)
    } else {
      write("null" as StaticString)
    }
  }

  /// Writes text between quotation marks, escaped as JSON asks, byte by byte.
  mutating func writeQuoted(_ text: String) {
    var text = text
    bytes.append(0x22)
    text.withUTF8 { utf8 in
      var start = 0
      for (place, byte) in utf8.enumerated()
      where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<place]))
        writeEscaped(byte)
        start = place + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(0x22)
  }

  private mutating func writeEscaped(_ byte: UInt8) {
    switch byte {
    case 0x22: write("\\\"" as StaticString)
    case 0x5C: write("\\\\" as StaticString)
    case 0x0A: write("\\n" as StaticString)
    case 0x0D: write("\\r" as StaticString)
    case 0x09: write("\\t" as StaticString)
    default:
      let digits = "0123456789abcdef".utf8.map { $0 }
      write("\\u00" as StaticString)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 15)])
    }
  }

  /// Hands on what has been written, once it is a full piece.
  mutating func flushIfFull() {
    if bytes.count >= Self.pieceSize { flush() }
  }

  /// Hands on what is left; without a drain it stays.
  public mutating func flush() {
    guard let drain, !bytes.isEmpty else { return }
    drain(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// What has been written and not handed on, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

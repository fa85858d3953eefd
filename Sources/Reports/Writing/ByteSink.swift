/// Where a report is written: bytes that are handed on in large pieces.
public struct ByteSink {
  private static let pieceSize = 1 << 16

  /// What has been written and not handed on.
  public private(set) var bytes: [UInt8] = []
  private let drain: (([UInt8]) -> Void)?

  /// Makes a sink.
  ///
  /// - Parameter drain: Takes each full piece; `nil` keeps everything in `bytes`.
  public init(drain: (([UInt8]) -> Void)? = nil) {
    self.drain = drain
    bytes.reserveCapacity(Self.pieceSize + 4_096)
  }

  public mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
    if bytes.count >= Self.pieceSize { flush() }
  }

  mutating func write(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Hands on what is left; without a drain it stays.
  public mutating func flush() {
    guard let drain, !bytes.isEmpty else { return }
    drain(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// What has been written, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

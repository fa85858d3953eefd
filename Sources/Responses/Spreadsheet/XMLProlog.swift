/// What stands before the root element of a part.
struct XMLProlog {
  /// Whether it is UTF-8 with nothing but a declaration, comments and instructions: no document
  /// type, and hence no entities.
  let isPlain: Bool

  init(_ head: [UInt8]) {
    var rest = head[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    if rest.starts(with: Array("<?xml".utf8)), let end = Self.end(of: rest, "?>") {
      guard Self.declaresUTF8(rest[..<end]) else {
        isPlain = false
        return
      }
    }
    while true {
      rest = rest.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
      let close: String
      if rest.starts(with: Array("<?".utf8)) {
        close = "?>"
      } else if rest.starts(with: Array("<!--".utf8)) {
        close = "-->"
      } else {
        break
      }
      guard let end = Self.end(of: rest, close) else {
        isPlain = false
        return
      }
      rest = rest[end...]
    }
    // A root element begins with a letter; a zero byte behind the bracket is UTF-16.
    let next = rest.dropFirst().first ?? 0
    isPlain = rest.first == 0x3C && next != 0x21 && next != 0
  }

  /// The index behind the first `mark`.
  private static func end(of bytes: ArraySlice<UInt8>, _ mark: String) -> Int? {
    let mark = Array(mark.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: mark) }.map { $0 + mark.count }
  }

  private static func declaresUTF8(_ declaration: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: declaration, as: UTF8.self).lowercased()
    guard let key = text.firstRange(of: "encoding") else { return true }
    let value = text[key.upperBound...].drop { $0.isWhitespace || $0 == "=" }.dropFirst()
    return ["utf-8", "utf8", "us-ascii"].contains { value.hasPrefix($0) }
  }
}

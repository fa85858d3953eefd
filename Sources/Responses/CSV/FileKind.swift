/// What the first bytes of a file say it is.
enum FileKind: Equatable {
  case text(byteOrderMark: Int)
  case utf16(bigEndian: Bool)
  case empty
  /// A zip archive, as workbooks are.
  case zip
  /// The older binary form of Microsoft Office, as workbooks with a password are.
  case compound
  /// A kind that is no text file, with the words for a message.
  case foreign(String)

  init(head: [UInt8]) {
    if head.isEmpty {
      self = .empty
    } else if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      let isMarkup = Self.looksLikeMarkup(Array(head.dropFirst(3)))
      self = isMarkup ? .foreign("a web page") : .text(byteOrderMark: 3)
    } else if head.starts(with: [0xFF, 0xFE]) {
      self = .utf16(bigEndian: false)
    } else if head.starts(with: [0xFE, 0xFF]) {
      self = .utf16(bigEndian: true)
    } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .zip
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .compound
    } else if let (_, name) = Self.signatures.first(where: { head.starts(with: $0.0) }) {
      self = .foreign(name)
    } else if Self.looksLikeMarkup(head) {
      self = .foreign("a web page")
    } else {
      self = .text(byteOrderMark: 0)
    }
  }

  private static let signatures: [([UInt8], String)] = [
    ([0x50, 0x4B, 0x05, 0x06], "an empty zip archive"),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
    ([0x47, 0x49, 0x46, 0x38], "a GIF picture"),
    ([0x52, 0x49, 0x46, 0x46], "a picture or a sound"),
    ([0x49, 0x49, 0x2A, 0x00], "a TIFF picture"),
    ([0x25, 0x50, 0x44, 0x46], "a PDF"),
    ([0x1F, 0x8B], "a compressed file"),
    ([0x37, 0x7A, 0xBC, 0xAF], "a compressed file"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("SQLite format 3".utf8), "a database"),
    (Array("{\\rtf".utf8), "a text document"),
  ]

  private static func looksLikeMarkup(_ head: [UInt8]) -> Bool {
    let text = head.prefix(256).drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    let start = text.prefix(14).map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    return ["<!doctype html", "<html", "<?xml"].contains { start.starts(with: Array($0.utf8)) }
  }
}

/// The encodings in which exports arrive.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8 with or without a mark, UTF-16 with one.
  case automatic
  /// The Western European code page of older Windows programs.
  case windows1252 = "windows-1252"

  /// The bytes of Windows-1252 text as UTF-8; `nil` where a byte has no character.
  static func utf8(fromWindows1252 bytes: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      let value = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : UInt32(byte)
      guard value != 0, let scalar = Unicode.Scalar(value) else { return nil }
      text.append(contentsOf: Array(String(Character(scalar)).utf8))
    }
    return text
  }

  /// The bytes of UTF-16 text as UTF-8; `nil` where a surrogate stands alone or a byte is left.
  static func utf8(fromUTF16 bytes: ArraySlice<UInt8>, bigEndian: Bool) -> [UInt8]? {
    guard bytes.count.isMultiple(of: 2) else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let (first, second) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
      i += 2
    }
    guard let text = String(validating: units, as: UTF16.self) else { return nil }
    return Array(text.utf8)
  }

  /// The characters of the bytes 0x80 to 0x9F; zero where there is none.
  private static let upperControls: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}

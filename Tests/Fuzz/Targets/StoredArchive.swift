/// Packs parts into a zip archive without compression, each with its check sum, so that the fuzzer
/// reaches what is inside.
enum StoredArchive {
  /// What a line begins with that names a part.
  private static let mark = Array("@@ ".utf8)

  /// The archive of parts, each below a line `@@ name`; what stands before the first is the sheet.
  ///
  /// A workbook of one sheet is around it, of which a part of the same name takes the place.
  static func packed(_ input: [UInt8]) -> [UInt8] {
    var parts: [(name: String, bytes: [UInt8])] = [("xl/worksheets/sheet1.xml", [])]
    for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: mark) {
        parts.append((String(decoding: line.dropFirst(mark.count), as: UTF8.self), []))
      } else {
        let last = parts.count - 1
        parts[last].bytes += (parts[last].bytes.isEmpty ? [] : [0x0A]) + line
      }
    }
    if parts[0].bytes.isEmpty { parts.removeFirst() }
    let given = Set(parts.map(\.name))
    for (name, text) in frame where !given.contains(name) { parts.append((name, Array(text.utf8))) }
    return archive(parts)
  }

  private static let frame = [
    ("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
    (
      "xl/workbook.xml",
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
        + "</workbook>"
    ),
    (
      "xl/_rels/workbook.xml.rels",
      relationships([
        ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
        ("rId3", "sharedStrings", "sharedStrings.xml"),
        ("rId4", "worksheet", "worksheets/sheet2.xml"),
      ])
    ),
  ]

  private static func relationships(_ list: [(String, String, String)]) -> String {
    let written = list.map { id, kind, target in
      "<Relationship Id=\"\(id)\" Type=\"http://x/relationships/\(kind)\" Target=\"\(target)\"/>"
    }
    return "<Relationships>" + written.joined() + "</Relationships>"
  }

  private static func archive(_ parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8.prefix(200))
      let (sum, size) = (Int(checkSum(part.bytes)), part.bytes.count)
      let header =
        number(20, 2) + number(0x800, 2) + number(0, 2) + number(0x5A5A_5B5B, 4) + number(sum, 4)
        + number(size, 4) + number(size, 4) + number(name.count, 2) + number(0, 2)
      directory +=
        number(0x0201_4B50, 4) + number(20, 2) + header + number(0, 10) + number(bytes.count, 4)
        + name
      bytes += number(0x0403_4B50, 4) + header + name + part.bytes
    }
    return bytes + directory + number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2)
      + number(parts.count, 2) + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
  }

  /// A number, its lowest byte first.
  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> ($0 * 8)) : 0 }
  }

  private static func checkSum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

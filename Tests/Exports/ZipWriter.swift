/// Writes zip archives byte by byte, so that tests can write what no sound program would.
struct ZipWriter {
  /// How an entry is written.
  struct Entry {
    var name: String
    var bytes: [UInt8]
    /// Whether size and check sum come behind the bytes, as programs write that cannot look back.
    var hasDescriptor = false
    /// Whether sizes stand in the records of archives beyond 4 GiB.
    var isZip64 = false
    /// Bits of the entry's flags to be set: 1 is a password.
    var flags: UInt16 = 0
    /// The way of packing that the headers claim; 0 is none.
    var method: UInt16 = 0
    /// What the headers claim to be the size; `nil` for the truth.
    var claimedSize: Int?
  }

  static func archive(_ files: [(String, String)]) -> [UInt8] {
    archive(files.map { Entry(name: $0.0, bytes: Array($0.1.utf8)) })
  }

  static func archive(_ entries: [Entry]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let offset = bytes.count
      let name = Array(entry.name.utf8)
      let flags = entry.flags | (entry.hasDescriptor ? 8 : 0) | 0x800
      let size = entry.claimedSize ?? entry.bytes.count
      let sum = checkSum(entry.bytes)
      let shown = entry.hasDescriptor ? [0, 0, 0] : [sum, UInt32(size), UInt32(size)]
      let wide = entry.isZip64 ? number(1, 2) + number(16, 2) + number(size, 8) * 2 : []
      let sizes = { (plain: [UInt32]) in
        entry.isZip64 && plain[0] != 0 ? [plain[0], .max, .max] : plain
      }
      bytes += number(0x0403_4B50, 4) + number(45, 2) + number(Int(flags), 2)
      bytes += number(Int(entry.method), 2) + number(0x5A5A_5B5B, 4)
      bytes += sizes(shown).flatMap { number(Int($0), 4) }
      bytes += number(name.count, 2) + number(wide.count, 2) + name + wide
      bytes += entry.bytes
      if entry.hasDescriptor {
        bytes += number(0x0807_4B50, 4) + number(Int(sum), 4) + number(size, 4) * 2
      }
      directory += number(0x0201_4B50, 4) + number(45, 2) * 2 + number(Int(flags), 2)
      directory += number(Int(entry.method), 2) + number(0x5A5A_5B5B, 4)
      directory += sizes([sum, UInt32(size), UInt32(size)]).flatMap { number(Int($0), 4) }
      directory += number(name.count, 2) + number(wide.count, 2) + number(0, 10)
      directory += number(offset, 4) + name + wide
    }
    let end =
      number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2) * 2
      + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
    return bytes + directory + end
  }

  /// A number, its lowest byte first.
  static func number(_ value: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> ($0 * 8) : 0) }
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

/// The bytes again and again.
private func * (bytes: [UInt8], times: Int) -> [UInt8] {
  Array(repeatElement(bytes, count: times).joined())
}

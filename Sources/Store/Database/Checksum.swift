/// Mixes bytes down to 64 bits, the same on every machine and in every run.
enum Checksum {
  static let start: UInt64 = 0x243F_6A88_85A3_08D3

  /// The checksum of some bytes by themselves.
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 { mixed(start, bytes) }

  /// The checksum of some bytes by themselves.
  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { mixed(start, $0) } }

  static func mixed(_ state: UInt64, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = mixed(state, UInt64(bytes.count))
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      state = mixed(state, UInt64(littleEndian: word))
      offset += 8
    }
    var tail: UInt64 = 0
    while offset < bytes.count {
      tail = tail << 8 | UInt64(bytes[offset])
      offset += 1
    }
    return mixed(state, tail)
  }

  /// One step; with one of the two given, no two values of the other have one result.
  static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    var next = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    next ^= next >> 29
    next = next &* 0xBF58_476D_1CE4_E5B9
    return next ^ (next >> 32)
  }
}

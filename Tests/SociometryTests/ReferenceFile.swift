import Foundation

/// Reads the recorded values that `Reference/make_reference.py` wrote.
enum ReferenceFile {
  static func rows<Row: Decodable>(_ name: String, as type: Row.Type) throws -> [Row] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(
      [Row].self, from: Data(contentsOf: folder.appending(path: "Reference/\(name)")))
  }
}

/// A small seeded generator (SplitMix64), so that a failing case can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

func isNear(_ a: Double?, _ b: Double?, _ tolerance: Double = 1e-12) -> Bool {
  switch (a, b) {
  case (nil, nil): true
  case (let a?, let b?): abs(a - b) <= tolerance
  default: false
  }
}

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

func isNear(_ a: Double?, _ b: Double?, _ tolerance: Double = 1e-12) -> Bool {
  switch (a, b) {
  case (nil, nil): true
  case (let a?, let b?): abs(a - b) <= tolerance
  default: false
  }
}

import Foundation

/// A JSON value, strictly read: NaN, infinities and trailing commas are refused.
enum JSON: Decodable, Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSON])
  case members([String: JSON])

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSON.self, from: Data(text.utf8))
  }

  init(from decoder: any Decoder) throws {
    if let keyed = try? decoder.container(keyedBy: Key.self) {
      var members: [String: JSON] = [:]
      for key in keyed.allKeys {
        members[key.stringValue] = try keyed.decode(JSON.self, forKey: key)
      }
      self = .members(members)
      return
    }
    if var list = try? decoder.unkeyedContainer() {
      var values: [JSON] = []
      while !list.isAtEnd { values.append(try list.decode(JSON.self)) }
      self = .list(values)
      return
    }
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let bool = try? value.decode(Bool.self) {
      self = .bool(bool)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else {
      self = .text(try value.decode(String.self))
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// A member; `null` where there is none.
  subscript(_ name: String) -> JSON {
    if case .members(let members) = self { members[name] ?? .null } else { .null }
  }

  var list: [JSON] { if case .list(let values) = self { values } else { [] } }
  var members: [String: JSON] { if case .members(let members) = self { members } else { [:] } }
  var number: Double? { if case .number(let value) = self { value } else { nil } }
  var text: String? { if case .text(let value) = self { value } else { nil } }

  /// The first entry of a list whose member `name` is `value`.
  func first(_ name: String, _ value: String) -> JSON {
    list.first { $0[name].text == value } ?? .null
  }

  /// The same value without some members, wherever they stand.
  func without(_ names: Set<String>) -> JSON {
    switch self {
    case .members(let members):
      .members(members.filter { !names.contains($0.key) }.mapValues { $0.without(names) })
    case .list(let values): .list(values.map { $0.without(names) })
    default: self
    }
  }

  /// Hands every object to `body` with the path that leads to it.
  func forEachObject(_ path: String = "", _ body: (String, [String: JSON]) -> Void) {
    switch self {
    case .members(let members):
      body(path, members)
      for (name, value) in members { value.forEachObject("\(path).\(name)", body) }
    case .list(let values):
      for (index, value) in values.enumerated() { value.forEachObject("\(path)[\(index)]", body) }
    default: break
    }
  }
}

/// Where two JSON values differ.
struct JSONDifferences: CustomStringConvertible {
  private(set) var places: [String] = []
  /// The relative tolerance of numbers, by the name of their member.
  private let tolerance: (String) -> Double
  /// Whether a member is left out, by its path.
  private let ignored: (String) -> Bool

  init(
    between found: JSON, and wanted: JSON, tolerance: @escaping (String) -> Double = { _ in 0 },
    ignoring ignored: @escaping (String) -> Bool = { _ in false }
  ) {
    self.tolerance = tolerance
    self.ignored = ignored
    compare(found, wanted, "", "")
  }

  var description: String {
    places.prefix(8).joined(separator: "\n")
      + (places.count > 8 ? "\n… \(places.count) in all" : "")
  }

  private mutating func compare(_ found: JSON, _ wanted: JSON, _ path: String, _ name: String) {
    switch (found, wanted) {
    case (.members(let a), .members(let b)):
      for name in Set(a.keys).union(b.keys).sorted() where !ignored("\(path).\(name)") {
        guard let x = a[name], let y = b[name] else {
          places.append(
            "\(path).\(name) is only in \(a[name] == nil ? "the reference" : "the output")")
          continue
        }
        compare(x, y, "\(path).\(name)", name)
      }
    case (.list(let a), .list(let b)):
      if a.count != b.count { places.append("\(path) has \(a.count) entries, not \(b.count)") }
      for (index, (x, y)) in zip(a, b).enumerated() { compare(x, y, "\(path)[\(index)]", name) }
    case (.number(let x), .number(let y)):
      let scale = max(abs(x), abs(y))
      if abs(x - y) > max(tolerance(name) * scale, tolerance(name) * 1e-3) {
        places.append("\(path): \(x), not \(y)")
      }
    default:
      if found != wanted { places.append("\(path): \(found), not \(wanted)") }
    }
  }
}

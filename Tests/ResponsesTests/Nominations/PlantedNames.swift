import Statistics

/// A made-up school in which names are shared as they are in real ones, and what children of it
/// write for one another.
struct PlantedNames {
  struct Written {
    let text: String
    let by: Int32
    let meant: Int32
  }

  private(set) var rollText = "pupil,name,class,year\n"
  private(set) var written: [Written] = []
  /// The names in the order of the roll.
  let names: [String]

  private static let firstNames = [
    "Mohammed", "Muhammad", "Mohamed", "Aisha", "Ayesha", "Tom", "Thomas", "Tommy", "Sofia",
    "Sophia",
    "Lily", "Lily-Mae", "Ali", "Alia", "Jun", "Li", "Zoë", "Zoe", "José", "Jo", "Amy", "Ama",
    "Khan",
  ]
  private static let surnames = [
    "Khan", "Ali", "Brown", "Browne", "Begum", "O'Neill", "O'Neil", "Li", "Jun", "Smith", "Smyth",
    "Thomas",
    "García", "Hall", "Hill",
  ]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var names: [(first: String, last: String)] = []
    for pupil in 0..<240 {
      let last = Self.surnames.randomElement(using: &random) ?? ""
      // Every tenth pupil is the twin of the one before.
      let surname = pupil % 10 == 9 ? names[pupil - 1].last : last
      names.append((Self.firstNames.randomElement(using: &random) ?? "", surname))
      // The ids are in the order of the roll.
      let id = "P\(String(1_000 + pupil))"
      rollText += "\(id),\(names[pupil].first) \(surname),C\(pupil / 30),Y\(pupil / 60)\n"
    }
    for _ in 0..<1_500 {
      let meant = Int.random(in: 0..<240, using: &random)
      let mate = meant / 30 * 30 + Int.random(in: 0..<30, using: &random)
      if mate == meant { continue }
      let text = Self.spelling(of: names[meant], using: &random)
      written.append(Written(text: text, by: Int32(mate), meant: Int32(meant)))
    }
    self.names = names.map { "\($0.first) \($0.last)" }
  }

  /// A name in small letters with single spaces, without apostrophes and hyphens.
  static func plain(_ name: String) -> String {
    name.lowercased().filter { !"'’".contains($0) }.split { " -".contains($0) }
      .joined(separator: " ")
  }

  /// All whose name a text is, the words in either order.
  static func owners(of text: String, _ owners: [String: [Int32]]) -> [Int32] {
    let words = plain(text.replacing(",", with: "")).split(separator: " ")
    let turns = words.indices.map { (words[$0...] + words[..<$0]).joined(separator: " ") }
    return Set(turns.flatMap { owners[$0] ?? [] }).sorted()
  }

  private static func spelling(
    of name: (first: String, last: String), using random: inout SeededGenerator
  ) -> String {
    let whole = "\(name.first) \(name.last)"
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return whole
    case 1: return whole.uppercased()
    case 2: return whole.replacing("'", with: "’").replacing("-", with: " ")
    case 3: return name.first
    case 4: return "\(name.first) \(name.last.prefix(1))"
    case 5: return "\(name.last) \(name.first)"
    case 6: return "\(name.last), \(name.first)"
    case 7: return "\(name.first.prefix(1)).\(name.last.prefix(1))."
    default: return slip(in: whole, using: &random)
    }
  }

  /// One letter left out, doubled, or swapped with the next, never the first.
  private static func slip(in name: String, using random: inout SeededGenerator) -> String {
    var letters = Array(name)
    let place = Int.random(in: 1..<letters.count - 1, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: letters.remove(at: place)
    case 1: letters.insert(letters[place], at: place)
    default: letters.swapAt(place, place + 1)
    }
    return String(letters)
  }
}

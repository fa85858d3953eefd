import Diagnostics

/// Finds the pupil whom a written name means, or those whom it could mean.
///
/// Only an id, or a name that equals exactly one pupil's name on the whole roll after
/// normalising, is taken. Everything else is a question for a person.
struct NameMatcher {
  /// What a written name means.
  enum Match: Hashable {
    case pupil(Int32)
    /// Nobody on the roll has a name like it, or the pupil has left.
    case stranger
    /// It could be these pupils, in the order of the roll.
    case candidates([Int32])
  }

  private let roll: Roll
  /// The pupils by each of their keys: id, name, what they are called.
  private let pupils: [String: [Int32]]
  /// The pupils by each word of their names.
  private let byWord: [String: [Int32]]
  private let words: [[String]]
  private let classMembers: [Int32: [Int32]]
  private let yearMembers: [Int32: [Int32]]

  init(roll: Roll) {
    self.roll = roll
    var pupils: [String: [Int32]] = [:]
    var byWord: [String: [Int32]] = [:]
    var words: [[String]] = []
    for pupil in 0..<roll.count {
      let names = Self.names(of: pupil, on: roll).map(NameKey.of)
      let keys = Set(names + [NameKey.of(roll.ids[pupil])]).subtracting([""])
      for key in keys { pupils[key, default: []].append(Int32(pupil)) }
      let own = Set(names.flatMap(NameKey.tokens))
      for word in own { byWord[word, default: []].append(Int32(pupil)) }
      words.append(own.sorted())
    }
    self.pupils = pupils
    self.byWord = byWord
    self.words = words
    classMembers = Self.members(of: roll.classes)
    yearMembers = Self.members(of: roll.years)
  }

  /// The pupil or the pupils whom `text`, written by `nominator`, could mean.
  func match(_ text: String, by nominator: Int32?) -> Match {
    let key = NameKey.of(text)
    if let same = pupils[key] {
      return same.count == 1 ? .pupil(same[0]) : .candidates(same)
    }
    if roll.leaverKeys.contains(key) { return .stranger }
    let found = candidates(key, by: nominator).filter { $0 != nominator }
    return found.isEmpty ? .stranger : .candidates(found)
  }

  /// The names under which a pupil may be written: the full name, what the pupil is called, and
  /// that with the surname.
  private static func names(of pupil: Int, on roll: Roll) -> [String] {
    let full = roll.names?[pupil] ?? ""
    let called = roll.knownAs?[pupil] ?? ""
    guard !called.isEmpty, !called.contains(" ") else { return [full, called] }
    let surname = full.split(separator: " ").dropFirst().joined(separator: " ")
    return [full, surname.isEmpty ? "" : "\(called) \(surname)"]
  }

  private static func members(of column: LabelColumn?) -> [Int32: [Int32]] {
    var members: [Int32: [Int32]] = [:]
    for (pupil, label) in (column?.cells ?? []).enumerated() where label >= 0 {
      members[label, default: []].append(Int32(pupil))
    }
    return members
  }

  /// The candidates among class-mates, else in the year, else in the school.
  private func candidates(_ key: String, by nominator: Int32?) -> [Int32] {
    let written = NameKey.tokens(key)
    guard !written.isEmpty else { return [] }
    if let nominator {
      for (column, members) in [(roll.classes, classMembers), (roll.years, yearMembers)] {
        guard let label = column?.cells[Int(nominator)], let pool = members[label] else { continue }
        let found = likely(key, written, among: pool)
        if !found.isEmpty { return found }
      }
    }
    let pool = roll.count <= 5_000 ? Array(0..<Int32(roll.count)) : sharing(written)
    return likely(key, written, among: pool)
  }

  private func sharing(_ written: [String]) -> [Int32] {
    Array(Set(written.flatMap { byWord[$0] ?? [] })).sorted()
  }

  /// Those whose words hold all that is written; where there are none, at most three nearest.
  private func likely(_ key: String, _ written: [String], among pool: [Int32]) -> [Int32] {
    let holding = pool.filter { pupil in
      written.allSatisfy { word in words[Int(pupil)].contains { Self.stands(word, for: $0) } }
    }
    if !holding.isEmpty { return holding }
    let near = pool.compactMap { pupil in distance(written, to: pupil).map { ($0, pupil) } }
    return near.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.prefix(3).map(\.1).sorted()
  }

  /// Whether a written word is a word of a name, its first letter, or a short form of it.
  private static func stands(_ written: String, for word: String) -> Bool {
    if written == word { return true }
    if written.count == 1 { return word.hasPrefix(written) }
    let shared = zip(written, word).prefix { $0 == $1 }.count
    return shared >= 3 && (shared == word.count || shared == written.count)
  }

  /// The edits between what is written and the nearest words of a pupil; `nil` when too many.
  private func distance(_ written: [String], to pupil: Int32) -> Int? {
    var total = 0
    for word in written {
      let characters = Array(word)
      let limit = characters.count <= 3 ? 1 : 2
      let nearest = words[Int(pupil)].map {
        Self.stands(word, for: $0) ? 0 : NearestName.editDistance(characters, Array($0))
      }.min()
      guard let nearest, nearest <= limit, nearest < characters.count else { return nil }
      total += nearest
    }
    return total <= 3 ? total : nil
  }
}

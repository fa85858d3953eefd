import Instruments

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
    /// It is no pupil's name at all: that of staff or family, or nobody can read it.
    case other(Nominations.Discard.Reason)
    /// It could be these pupils, in the order of the roll.
    case candidates([Int32])
  }

  /// The pupils among whom a name is looked for.
  private enum Pool: Hashable {
    case `class`(Int32), year(Int32), school

    /// How far the pool reaches, from 0.
    var rank: Int {
      switch self {
      case .class: 0
      case .year: 1
      case .school: 2
      }
    }
  }

  private struct Question: Hashable {
    let key: String
    let pool: Pool
  }

  /// Those whose names hold all that is written, and those whose names are nearest.
  private struct Likely {
    var holding: [Int32] = []
    var near: [Int32] = []
  }

  private static let nearLimit = 3
  /// How many words a name may have that is looked for among others.
  private static let longestName = 5

  let roll: Roll
  /// The pupils by each of their keys: id, name, what they are called, aliases.
  let pupils: [String: [Int32]]
  let words: NameWords
  /// The pupils whose names have accents, by their names without.
  private let accented: [String: [Int32]]
  /// What the pupils go by who have left and not come back.
  let leavers: Set<String>
  /// The names on the roll that hold what nobody sees, or letters of two alphabets.
  let doubtful: Set<String>
  /// The pupils by their ids without case, signs and leading zeros, as spreadsheets spoil them.
  let byPlainID: [String: [Int32]]
  private let reach: NominationRule.Scope
  /// What was found before: the same name is written many times.
  private var distances: [String: NameWords.Distances] = [:]
  private var answers: [Question: Likely] = [:]
  var reasons: [NameReason.Question: NameReason] = [:]

  /// Prepares a roll.
  ///
  /// Among those whom a pupil could name, `reach`, everybody who could be meant is a candidate.
  init(roll: Roll, reach: NominationRule.Scope = .class) {
    self.roll = roll
    self.reach = reach
    var pupils: [String: [Int32]] = [:]
    var byPlainID: [String: [Int32]] = [:]
    var words = NameWords()
    var accented: [String: [Int32]] = [:]
    var doubtful: Set<String> = []
    for pupil in 0..<Int32(roll.count) {
      let names = roll.nameKeys(of: Int(pupil))
      let id = NameKey.of(roll.ids[Int(pupil)])
      if roll.hasDoubtfulName(Int(pupil)) { doubtful.formUnion(names) }
      byPlainID[Self.plainID(id), default: []].append(pupil)
      for name in names {
        pupils[name, default: []].append(pupil)
        words.append(name, of: pupil)
        if name.utf8.contains(where: { $0 >= 0x80 }) {
          accented[Self.withoutAccents(name), default: []].append(pupil)
        }
      }
      if !id.isEmpty, !names.contains(id) { pupils[id, default: []].append(pupil) }
    }
    leavers = Set(roll.leavers.filter { !roll.hasPupil($0.id) }.flatMap(\.keys)).subtracting([""])
    self.pupils = pupils
    self.words = words
    self.accented = accented
    self.byPlainID = byPlainID
    self.doubtful = doubtful
  }

  /// The pupil whom a text means for certain.
  ///
  /// - Returns: An index into the roll; `nil` where a person decides.
  func certain(_ text: String) -> Int32? {
    let key = NameKey.of(text)
    let same = bearers(key)
    return same.count == 1 && !isLeavers(key) && !isDoubtful(text, key, same[0]) ? same[0] : nil
  }

  /// The pupils whose id or name a text is, the words in either order.
  func bearers(of text: String) -> [Int32] { bearers(NameKey.of(text)) }

  private func bearers(_ key: String) -> [Int32] {
    let same = pupils[key] ?? []
    let turned = NameKey.turned(key).flatMap { pupils[$0] ?? [] }
    if turned.isEmpty { return same }
    // "Li, Jun" is Jun Li, and no longer for certain where there is a Li Jun.
    let asWritten = NameKey.withoutComma(key).flatMap { pupils[$0] } ?? []
    return Set(same + turned + asWritten).sorted()
  }

  /// Whether a key is the id or a name of somebody who has left, the words in either order.
  func isLeavers(_ key: String) -> Bool {
    if leavers.isEmpty { return false }
    return leavers.contains(key) || NameKey.turned(key).contains(where: leavers.contains)
      || NameKey.withoutComma(key).map(leavers.contains) == true
  }

  /// Whether a text, or the name on the roll that it equals, holds what the eye does not see.
  ///
  /// Such names look equal and may be two; the id of the pupil is certain all the same.
  func isDoubtful(_ text: String, _ key: String, _ pupil: Int32) -> Bool {
    if NameScript.isDoubtful(text) { return true }
    guard !doubtful.isEmpty, key != NameKey.of(roll.ids[Int(pupil)]) else { return false }
    return !doubtful.isDisjoint(with: roll.nameKeys(of: Int(pupil)))
  }

  /// The pupil or the pupils whom `text`, written by `nominator`, could mean.
  mutating func match(_ text: String, by nominator: Int32?) -> Match {
    let key = NameKey.of(text)
    let same = bearers(key)
    let isLeavers = isLeavers(key)
    if !same.isEmpty {
      let isCertain = same.count == 1 && !isLeavers && !isDoubtful(text, key, same[0])
      return isCertain ? .pupil(same[0]) : .candidates(same)
    }
    if isLeavers { return .stranger }
    if key.contains(where: \.isNumber), let spoilt = byPlainID[Self.plainID(key)] {
      return .candidates(spoilt)
    }
    if let other = OtherPerson(key) { return match(other, key, by: nominator) }
    let bare = Self.withoutAccents(key)
    let found = Set(
      candidates(key, by: nominator) + (accented[bare] ?? [])
        + (bare == key ? [] : pupils[bare] ?? []))
    // An accent apart may be the nominator alone, whose own name says nothing of others.
    return found.allSatisfy { $0 == nominator } ? .stranger : .candidates(found.sorted())
  }

  /// What is said of somebody who is no pupil, unless it fits a pupil as well.
  private mutating func match(_ other: OtherPerson, _ key: String, by nominator: Int32?) -> Match {
    var found: [Int32] = []
    if words.fit(NameKey.tokens(key)) { found = candidates(key, by: nominator) }
    let isPupils =
      other.reason == .staff && other.rest.count == 1
      ? words.isFirstName(other.rest[0])
      : other.reason == .family ? other.rest.contains { words.fit([$0]) } : words.fit(other.rest)
    if isPupils {
      let named = candidates(other.rest.joined(separator: " "), by: nominator)
      found = Set(found + named).sorted()
    }
    return found.isEmpty ? .other(other.reason) : .candidates(found)
  }

  /// An id without signs, spaces and the zeros before a number.
  static func plainID(_ key: String) -> String {
    var plain = ""
    for character in key where character.isLetter || character.isNumber {
      if character == "0", plain.last?.isNumber != true { continue }
      plain.append(character)
    }
    return plain
  }

  /// The class, the year and the school of a pupil, as far as they are known.
  private func pools(of pupil: Int32?) -> [Pool] {
    guard let pupil else { return [.school] }
    var pools: [Pool] = []
    if let label = roll.classes?.cells[Int(pupil)], label >= 0 { pools.append(.class(label)) }
    if let label = roll.years?.cells[Int(pupil)], label >= 0 { pools.append(.year(label)) }
    return pools + [.school]
  }

  private func isMember(_ pupil: Int32, of pool: Pool) -> Bool {
    switch pool {
    case .class(let label): roll.classes?.cells[Int(pupil)] == label
    case .year(let label): roll.years?.cells[Int(pupil)] == label
    case .school: true
    }
  }

  /// Those whom a name could mean.
  ///
  /// They hold what is written or are nearest to it, so that a slip of the pen hides nobody:
  /// everybody among whom the nominator could name, else further off. Where there are none, they
  /// share a whole word of it.
  ///
  /// The nominator stands among them where the name could be theirs, so that a list of candidates
  /// never says who wrote it; no count takes a pupil for a candidate of his or her own names.
  private mutating func candidates(_ key: String, by nominator: Int32?) -> [Int32] {
    var found: Set<Int32> = []
    var near: [Int32] = []
    for pool in pools(of: nominator) {
      let likely = likely(key, in: pool)
      found.formUnion(likely.holding)
      if near.allSatisfy({ $0 == nominator }) { near = likely.near }
      if pool.rank >= reach.rank, found.contains(where: { $0 != nominator }) { break }
    }
    let all = found.union(near)
    func hasOther(_ pupils: some Sequence<Int32>) -> Bool { pupils.contains { $0 != nominator } }
    if hasOther(all) { return all.sorted() }
    let whole = named(within: key)
    return all.union(whole).union(hasOther(whole) ? [] : sharing(key, by: nominator)).sorted()
  }

  /// The class-mates who have a word of what is written in their names, else those of the year,
  /// else of the school.
  private func sharing(_ key: String, by nominator: Int32?) -> [Int32] {
    let holders = Set(NameKey.tokens(key).filter { $0.count >= 3 }.flatMap(words.pupils(with:)))
    for pool in pools(of: nominator) {
      let own = holders.filter { isMember($0, of: pool) }
      if own.contains(where: { $0 != nominator }) { return own.sorted() }
    }
    return []
  }

  private mutating func likely(_ key: String, in pool: Pool) -> Likely {
    let question = Question(key: key, pool: pool)
    if let known = answers[question] { return known }
    let all = distances[key] ?? words.distances(to: NameKey.tokens(key))
    distances[key] = all
    let members = all.filter { isMember($0.key, of: pool) }
    var likely = Likely(holding: members.filter { $0.value == 0 }.keys.sorted())
    if likely.holding.isEmpty {
      let sorted = members.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      // The nearest three beside the nominator, and all that are as near as the last of them.
      let cut = sorted.count > Self.nearLimit ? sorted[Self.nearLimit].value : Int.max
      likely.near = sorted.prefix { $0.value <= cut }.map(\.key).sorted()
    }
    answers[question] = likely
    return likely
  }

  /// The pupils whose whole name stands among other words: "Tom Brown 5B".
  private func named(within key: String) -> [Int32] {
    let tokens = NameKey.tokens(key)
    guard tokens.count > 2 else { return [] }
    let found = (0..<tokens.count - 1).flatMap { start in
      (start + 2...min(tokens.count, start + Self.longestName)).flatMap { end in
        pupils[tokens[start..<end].joined(separator: " ")] ?? []
      }
    }
    return Set(found).sorted()
  }
}

extension NominationRule.Scope {
  /// How far the scope reaches, from 0.
  fileprivate var rank: Int {
    switch self {
    case .class: 0
    case .year: 1
    case .school: 2
    }
  }
}

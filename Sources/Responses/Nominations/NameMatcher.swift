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

  /// The pupils among whom a name is looked for.
  private enum Pool: Hashable {
    case `class`(Int32), year(Int32), school
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

  private let roll: Roll
  /// The pupils by each of their keys: id, name, what they are called.
  private let pupils: [String: [Int32]]
  private let words: NameWords
  /// What was found before: the same name is written many times.
  private var distances: [String: NameWords.Distances] = [:]
  private var answers: [Question: Likely] = [:]

  init(roll: Roll) {
    self.roll = roll
    var pupils: [String: [Int32]] = [:]
    var words = NameWords()
    for pupil in 0..<Int32(roll.count) {
      let (name, other) = NameKey.names(
        full: roll.names?[Int(pupil)] ?? "", called: roll.knownAs?[Int(pupil)] ?? "")
      let id = NameKey.of(roll.ids[Int(pupil)])
      for key in Set([name, other, id]) where !key.isEmpty {
        pupils[key, default: []].append(pupil)
      }
      words.append(name, of: pupil)
      words.append(other, of: pupil)
    }
    self.pupils = pupils
    self.words = words
  }

  /// The pupil whom a text means for certain.
  ///
  /// - Returns: An index into the roll; `nil` where a person decides.
  func certain(_ text: String) -> Int32? {
    let same = pupils[NameKey.of(text)] ?? []
    return same.count == 1 ? same[0] : nil
  }

  /// The pupil or the pupils whom `text`, written by `nominator`, could mean.
  mutating func match(_ text: String, by nominator: Int32?) -> Match {
    let key = NameKey.of(text)
    if let same = pupils[key] {
      return same.count == 1 ? .pupil(same[0]) : .candidates(same)
    }
    if roll.leaverKeys.contains(key) { return .stranger }
    let found = candidates(key, by: nominator)
    return found.isEmpty ? .stranger : .candidates(found)
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

  /// Those who hold what is written among class-mates, else in the year, else in the school; and
  /// with them the nearest, so that a slip of the pen hides nobody.
  private mutating func candidates(_ key: String, by nominator: Int32?) -> [Int32] {
    var near: [Int32] = []
    for pool in pools(of: nominator) {
      let likely = likely(key, in: pool)
      let holding = likely.holding.filter { $0 != nominator }
      if !holding.isEmpty { return Set(near + holding).sorted() }
      if near.isEmpty {
        near = Array(likely.near.filter { $0 != nominator }.prefix(Self.nearLimit))
      }
    }
    return near.isEmpty ? named(within: key).filter { $0 != nominator } : near.sorted()
  }

  private mutating func likely(_ key: String, in pool: Pool) -> Likely {
    let question = Question(key: key, pool: pool)
    if let known = answers[question] { return known }
    let all = distances[key] ?? words.distances(to: NameKey.tokens(key))
    distances[key] = all
    let members = all.filter { isMember($0.key, of: pool) }
    var likely = Likely(holding: members.filter { $0.value == 0 }.keys.sorted())
    if likely.holding.isEmpty {
      // One more than is shown, for the nominator may be among them.
      likely.near = members.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        .prefix(Self.nearLimit + 1).map(\.key)
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

/// The words of the names on a roll, each kept once and as numbers, with the pupils who have it.
///
/// What somebody wrote is held against the words rather than the pupils, so that a name is looked
/// for in the time of one pass over the words.
struct NameWords {
  /// How many edits lie between a written name and the names of each pupil who is near it at all;
  /// 0 for those whose names hold all that is written.
  typealias Distances = [Int32: Int]

  /// A written word, or a word of a name.
  private struct Word {
    let letters: [UInt16]
    /// One bit for some letters: words that differ in many of them are far apart.
    let mask: UInt64
    /// The names of which the word is a short form, or that it is.
    let fullNames: [UInt8]
  }

  private static let distanceLimit = 3
  /// What has more words is no name.
  private static let tokenLimit = 12

  private var alphabet: [Character: UInt16] = [:]
  private var numbers: [String: Int32] = [:]
  private var words: [Word] = []
  private var masks: [UInt64] = []
  /// The pupils by the number of a word, each once.
  private var pupils: [[Int32]] = []
  private var wordsOfFullName: [UInt8: [Int32]] = [:]
  private var pupilsByInitials: [[UInt16]: Set<Int32>] = [:]
  /// The words that begin a name.
  private var firstNames: Set<Int32> = []

  /// Takes a name of the next pupil, or of the one before, in as a key.
  mutating func append(_ name: String, of pupil: Int32) {
    let own = NameKey.tokens(name).map { intern($0) }
    for number in own where pupils[Int(number)].last != pupil {
      pupils[Int(number)].append(pupil)
    }
    if let first = own.first { firstNames.insert(first) }
    guard own.count > 1 else { return }
    pupilsByInitials[own.map { words[Int($0)].letters[0] }, default: []].insert(pupil)
  }

  /// The pupils who have a word in their names.
  func pupils(with token: String) -> [Int32] {
    numbers[token].map { pupils[Int($0)] } ?? []
  }

  /// Whether what is written fits a pupil's name: words of it, their beginnings or short forms, or
  /// the initials.
  func fit(_ tokens: [String]) -> Bool { distances(to: tokens).contains { $0.value == 0 } }

  /// Whether a word of at least two letters is a first name of a pupil, or stands for one.
  func isFirstName(_ token: String) -> Bool {
    let written = word(token)
    guard written.letters.count > 1 else { return false }
    return firstNames.contains { number in
      Self.stands(written, for: words[Int(number)])
        || words[Int(number)].fullNames.contains(where: written.fullNames.contains)
    }
  }

  private mutating func intern(_ token: String) -> Int32 {
    if let number = numbers[token] { return number }
    for letter in token where alphabet[letter] == nil {
      alphabet[letter] = UInt16(truncatingIfNeeded: alphabet.count + 1)
    }
    let number = Int32(truncatingIfNeeded: words.count)
    let word = word(token)
    words.append(word)
    masks.append(word.mask)
    pupils.append([])
    for name in word.fullNames { wordsOfFullName[name, default: []].append(number) }
    numbers[token] = number
    return number
  }

  /// A word as numbers; letters that no name has are 0, which equals none.
  private func word(_ token: String) -> Word {
    let letters = token.map { alphabet[$0] ?? 0 }
    let mask = letters.reduce(UInt64(0)) { $0 | 1 << UInt64($1 & 63) }
    return Word(letters: letters, mask: mask, fullNames: ShortForms.names(of: token))
  }

  /// The pupils who are near what is written.
  func distances(to tokens: [String]) -> Distances {
    guard let first = tokens.first, tokens.count <= Self.tokenLimit else { return [:] }
    var found = distances(to: word(first))
    for token in tokens.dropFirst() {
      let near = distances(to: word(token))
      found = found.reduce(into: [:]) { sums, entry in
        guard let more = near[entry.key], entry.value + more <= Self.distanceLimit else { return }
        sums[entry.key] = entry.value + more
      }
    }
    if tokens.count == 1, (2...4).contains(first.count) {
      for pupil in pupilsByInitials[word(first).letters] ?? [] { found[pupil] = 0 }
    }
    return found
  }

  private func distances(to written: Word) -> Distances {
    var distances: Distances = [:]
    func add(_ number: Int, _ distance: Int) {
      for pupil in pupils[number] { distances[pupil] = min(distance, distances[pupil] ?? .max) }
    }
    for name in written.fullNames {
      for number in wordsOfFullName[name] ?? [] { add(Int(number), 0) }
    }
    let length = written.letters.count
    let limit = min(length <= 3 ? 1 : 2, length - 1)
    for (number, mask) in masks.enumerated() {
      // Words that stand for one another share their letters but for those that one has more.
      let difference = mask ^ written.mask
      guard
        difference.nonzeroBitCount <= 2 * limit || difference & mask == 0
          || difference & written.mask == 0
      else { continue }
      if let distance = Self.distance(written, words[number], limit: limit) {
        add(number, distance)
      }
    }
    return distances
  }

  /// The edits between two words, 0 where one stands for the other; `nil` for more than `limit`.
  private static func distance(_ written: Word, _ word: Word, limit: Int) -> Int? {
    if stands(written, for: word) { return 0 }
    return edits(written.letters[...], word.letters[...], limit: limit)
  }

  /// The insertions, deletions, replacements and swaps of neighbours between two words, as
  /// `NearestName` counts them; `nil` for more than `limit`.
  ///
  /// - Complexity: O(length · 4^limit), and far less for words that differ early.
  static func edits(_ a: ArraySlice<UInt16>, _ b: ArraySlice<UInt16>, limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var (a, b) = (a, b)
    while let letter = a.first, letter == b.first {
      a = a.dropFirst()
      b = b.dropFirst()
    }
    guard let first = a.first, let other = b.first else { return max(a.count, b.count) }
    guard limit > 0 else { return nil }
    let (restOfA, restOfB) = (a.dropFirst(), b.dropFirst())
    var best = Int.max
    func take(_ edits: Int?) { best = min(best, edits ?? .max) }
    take(edits(restOfA, restOfB, limit: limit - 1))
    take(edits(restOfA, b, limit: limit - 1))
    take(edits(a, restOfB, limit: limit - 1))
    if restOfA.first == other, restOfB.first == first {
      take(edits(restOfA.dropFirst(), restOfB.dropFirst(), limit: limit - 1))
    }
    return best == .max ? nil : best + 1
  }

  /// Whether a written word is a word of a name, its first letter, or a short form of it.
  private static func stands(_ written: Word, for word: Word) -> Bool {
    let (length, other) = (written.letters.count, word.letters.count)
    guard written.letters[0] == word.letters[0], written.letters[0] != 0 else { return false }
    if length == 1 { return true }
    let needed = min(length, other)
    guard needed >= 3 || length == other else { return false }
    for place in 0..<needed
    where written.letters[place] != word.letters[place] || written.letters[place] == 0 {
      return false
    }
    return true
  }
}

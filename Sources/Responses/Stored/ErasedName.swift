public import Instruments

/// A pupil's names on their way out of everything that was kept.
public struct ErasedName: Sendable {
  /// The id of the pupil.
  public let id: String
  /// The spellings that are looked for in texts: names of at least two words, and the id where it is
  /// long enough not to be any number.
  public let spellings: [String]
  /// The id and the names that are too short to be looked for in texts, where they may be any word.
  public let words: [String]
  /// The names and ids of other pupils in which one of the spellings stands; they stay.
  public let others: [String]

  /// What stands in place of the name in a text.
  public static let replacement = "(name removed)"

  private let folded: [[UInt8]]
  private let longer: [[UInt8]]

  /// Takes the names of a pupil from the rolls that have the pupil, and those of all others.
  public init(id: String, records: [RollRecord]) {
    self.id = id
    let own = records.filter { $0.id == id }.reduce(into: Set([id])) {
      $0.formUnion(Self.spellings(of: $1))
    }
    spellings = own.filter { $0 == id ? id.count >= 5 : $0.contains(" ") }.sorted {
      ($1.count, $0) < ($0.count, $1)
    }
    let long = Set(spellings)
    words = records.filter { $0.id == id }.reduce(into: Set([id])) {
      $0.formUnion([$1.name])
      if !$1.name.contains(" ") { $0.formUnion([$1.knownAs] + $1.otherNames) }
    }.filter { !$0.isEmpty && !long.contains($0) && !$0.contains(" ") }.sorted()
    let folded = spellings.map { FoldedText($0).bytes }
    self.folded = folded
    let all = records.filter { $0.id != id }.reduce(into: Set<String>()) {
      $0.formUnion(Self.spellings(of: $1) + [$1.id])
    }
    others = all.filter { other in
      let other = FoldedText(other)
      return folded.contains { !other.places(of: $0).isEmpty }
    }.sorted()
    longer = others.map { FoldedText($0).bytes }.filter { !folded.contains($0) }
  }

  /// The ways in which a pupil's names are put: any of the words may begin the surname, which may
  /// stand first.
  private static func spellings(of record: RollRecord) -> [String] {
    let words = record.name.split(whereSeparator: \.isWhitespace).map(String.init)
    var spellings = [record.name, words.joined(separator: " ")]
    let called = ([record.knownAs] + record.otherNames).map {
      $0.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    for called in called where called.count == 1 && words.count > 1 {
      for start in words.indices.dropFirst() {
        spellings += turned(called[0], words[start...].joined(separator: " "))
      }
    }
    for words in [words] + called {
      for start in words.indices.dropFirst() {
        spellings += turned(
          words[..<start].joined(separator: " "), words[start...].joined(separator: " "))
      }
    }
    return spellings
  }

  private static func turned(_ forename: String, _ surname: String) -> [String] {
    ["\(forename) \(surname)", "\(surname), \(forename)", "\(surname) \(forename)"]
  }

  /// Whether a text holds one of the spellings, whatever its case, accents and blanks, and not as
  /// part of another pupil's longer name.
  public func stands(in text: String) -> Bool { !places(in: FoldedText(text)).isEmpty }

  /// The text without the spellings.
  public func removed(from text: String) -> String {
    let folded = FoldedText(text)
    var cleared = ""
    var end = text.startIndex
    for place in places(in: folded) {
      let range = folded.range(of: place)
      // Two spellings may overlap: nothing of either stays.
      if range.lowerBound >= end {
        cleared += text[end..<range.lowerBound] + Self.replacement
      }
      end = max(end, range.upperBound)
    }
    return cleared + text[end...]
  }

  /// Where the spellings stand, in the order of the text.
  private func places(in text: FoldedText) -> [Range<Int>] {
    let found = folded.flatMap(text.places)
    if found.isEmpty { return [] }
    let kept = longer.flatMap(text.places)
    return found.filter { place in
      !kept.contains { $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound }
    }.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
  }
}

extension ResponseTable {
  /// The same responses with a name taken out of every text; `nil` where it stands in none.
  public func erasing(_ name: ErasedName) -> ResponseTable? {
    var table = self
    var isChanged = false
    for (id, column) in items {
      guard case .texts(let texts) = column else { continue }
      guard (0..<texts.count).contains(where: { name.stands(in: texts[$0]) }) else { continue }
      var cleared = TextColumn()
      for row in 0..<texts.count { cleared.append(name.removed(from: texts[row])) }
      table.items[id] = .texts(cleared)
      isChanged = true
    }
    return isChanged ? table : nil
  }
}

extension ResponseTable {
  /// The same responses with nothing to say who gave them.
  public func withoutRespondents() -> ResponseTable {
    guard let item = instrument.respondent, case .texts(let texts)? = items[item.id] else {
      return self
    }
    var table = self
    table.items[item.id] = .texts(TextColumn(blanks: texts.count))
    return table
  }
}

extension Roll {
  /// Those whose id or name each text is, as ids; names may be those of several.
  public func bearers(of texts: [String]) -> [[String]] {
    let matcher = NameMatcher(roll: self)
    return texts.map { matcher.bearers(of: $0).map { ids[Int($0)] } }
  }

  /// Whom each written name could mean on this roll, as ids; empty for a stranger.
  ///
  /// - Parameters:
  ///   - texts: The names as written.
  ///   - reach: Those among whom names are looked for.
  /// - Returns: A list for each text, in their order.
  public func meanings(of texts: [String], reach: NominationRule.Scope) -> [[String]] {
    var matcher = NameMatcher(roll: self, reach: reach)
    return texts.map { text in
      var text = text
      if let pupil = text.withUTF8({ pupil(withID: $0) }) { return [ids[pupil]] }
      switch matcher.match(text, by: nil) {
      case .pupil(let pupil): return [ids[Int(pupil)]]
      case .candidates(let pupils): return pupils.map { ids[Int($0)] }
      case .stranger, .other: return []
      }
    }
  }
}

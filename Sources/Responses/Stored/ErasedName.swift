import Foundation
public import Instruments

/// A pupil's names on their way out of everything that was kept.
public struct ErasedName: Sendable {
  /// The id of the pupil.
  public let id: String
  /// The spellings that are looked for in texts: names of at least two words, and the id where it is
  /// long enough not to be any number.
  public let spellings: [String]

  /// What stands in place of the name in a text.
  public static let replacement = "(name removed)"

  /// Takes the names of a pupil from the rolls that have the pupil.
  public init(id: String, records: [RollRecord]) {
    self.id = id
    var spellings: Set<String> = [id]
    for record in records where record.id == id {
      let words = record.name.split(separator: " ").map(String.init)
      let surname = words.dropFirst().joined(separator: " ")
      spellings.insert(record.name)
      spellings.insert(record.knownAs)
      if !surname.isEmpty {
        spellings.insert("\(surname), \(words[0])")
        spellings.insert("\(surname) \(words[0])")
        if !record.knownAs.isEmpty { spellings.insert("\(record.knownAs) \(surname)") }
      }
    }
    self.spellings = spellings.filter { $0 == id ? id.count >= 5 : $0.contains(" ") }.sorted {
      ($1.count, $0) < ($0.count, $1)
    }
  }

  /// Whether a text holds one of the spellings, whatever its case and accents.
  public func stands(in text: String) -> Bool {
    spellings.contains { text.range(of: $0, options: Self.loosely) != nil }
  }

  /// The text without the spellings.
  public func removed(from text: String) -> String {
    var text = text
    for spelling in spellings {
      text = text.replacingOccurrences(
        of: spelling, with: Self.replacement, options: Self.loosely)
    }
    return text
  }

  private static let loosely: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive]
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

extension Roll {
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
      case .stranger: return []
      }
    }
  }
}

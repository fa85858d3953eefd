import Instruments

/// Reads the cells of items that share the same points: code or label in, point index out.
///
/// A cell of one byte is answered from a table of 256 entries, other cells from a cache of what
/// they were the last time, so that reading words is done once for each distinct answer.
struct AnswerReader {
  /// The result for each one-byte cell.
  let byteCodes: [UInt8]
  /// The words that are understood, for a message.
  let knownWords: [String]
  private let meanings: [String: Set<UInt8>]
  private var recent = RecentAnswers<UInt8>()
  private var cache = AnswerCache<UInt8>()

  /// - Parameters:
  ///   - points: The answers.
  ///   - missing: The answers that count as missing.
  ///   - recoded: The code that other words in the file stand for, by their matching keys; an empty
  ///     one where they say that nothing was answered.
  ///   - blankMark: What a tool writes where nothing was answered.
  init(
    points: [Point], missing: [Instrument.MissingReason], recoded: [String: String] = [:],
    blankMark: String? = nil
  ) {
    var meanings: [String: Set<UInt8>] = [:]
    func add(_ words: String?, _ code: UInt8) {
      guard let key = words?.matchingKey, !key.isEmpty else { return }
      meanings[key, default: []].insert(code)
    }
    for (index, point) in points.enumerated() {
      let code = UInt8(index)
      add(point.code, code)
      for wording in point.label?.wordings.values ?? [:].values {
        add(wording, code)
        for mark in [" - ", " ", ". ", ": ", ") "] { add(point.code + mark + wording, code) }
      }
    }
    for (index, reason) in missing.enumerated() {
      let code = CellCode.firstDeclared + UInt8(index)
      let usual = Self.usualWordings[reason.reason] ?? []
      for word in Self.words(of: reason) where !usual.contains(word) || meanings[word] == nil {
        add(word, code)
      }
    }
    if let blankMark, meanings[blankMark] == nil { meanings[blankMark] = [CellCode.blank] }
    for (word, code) in recoded {
      let point = points.firstIndex { $0.code == code }.map { UInt8($0) }
      let reason = missing.firstIndex { $0.point.code == code }
        .map { CellCode.firstDeclared + UInt8($0) }
      if let own = code.isEmpty ? CellCode.blank : point ?? reason { meanings[word] = [own] }
    }
    self.meanings = meanings
    let titles = points.map(\.title)
    knownWords =
      titles + points.map(\.code).filter { !titles.contains($0) }
      + missing.map(\.point.title)
    byteCodes = (0..<256).map { byte in
      byte < 0x80 ? Self.read(String(Unicode.Scalar(UInt8(byte))), meanings) : CellCode.fault
    }
  }

  /// The wordings that survey tools use for the usual reasons, where the instrument gives no label.
  private static let usualWordings = [
    "prefer_not": ["prefer not to say", "prefer not to answer", "i'd rather not say"],
    "dont_know": ["don't know", "do not know", "i don't know", "not sure"],
    "not_applicable": ["not applicable", "n/a", "does not apply"],
  ]

  /// The point index or the missing code of a cell; `CellCode.fault` where it is no answer.
  mutating func code(of cell: UnsafeBufferPointer<UInt8>) -> UInt8 {
    if cell.isEmpty { return CellCode.blank }
    if cell.count == 1 { return byteCodes[Int(cell[0])] }
    if let code = recent.code(of: cell) { return code }
    let code = codeOfWords(cell)
    recent.remember(cell, code)
    return code
  }

  private mutating func codeOfWords(_ cell: UnsafeBufferPointer<UInt8>) -> UInt8 {
    if let code = cache.value(of: cell) { return code }
    let code = Self.read(String(decoding: cell, as: UTF8.self), meanings)
    cache.remember(cell, code)
    return code
  }

  /// The keys of the words that stand for a missing answer.
  static func words(of reason: Instrument.MissingReason) -> [String] {
    let keys = reason.point.words.map(\.matchingKey).filter { !$0.isEmpty }
    return keys + (usualWordings[reason.reason] ?? [])
  }

  private static func read(_ text: String, _ meanings: [String: Set<UInt8>]) -> UInt8 {
    let key = text.matchingKey
    if key.isEmpty {
      return text.allSatisfy(\.isWhitespace) ? CellCode.blank : plain(text, meanings)
    }
    let found = meanings[key] ?? meanings[wholeNumber(key) ?? key] ?? []
    guard let code = found.first else { return CellCode.fault }
    return found.count == 1 ? code : CellCode.unreadable
  }

  /// A cell without a letter or digit, such as the `-` of a tool.
  private static func plain(_ text: String, _ meanings: [String: Set<UInt8>]) -> UInt8 {
    meanings[text.trimmingBlanks]?.first ?? CellCode.fault
  }

  /// `4.0` as `4`: statistics programs write whole numbers so where a column has gaps.
  private static func wholeNumber(_ key: String) -> String? {
    guard let point = key.firstIndex(of: ".") else { return nil }
    let digits = key[..<point]
    let zeros = key[key.index(after: point)...]
    let isWhole = digits.drop { $0 == "-" }.allSatisfy { $0.isASCII && $0.isNumber }
    guard isWhole, !digits.isEmpty, !zeros.isEmpty, zeros.allSatisfy({ $0 == "0" }) else {
      return nil
    }
    return String(digits)
  }
}

import Diagnostics

/// A first pass over a YAML file that finds what the strict profile leaves out.
///
/// It walks the text as a YAML reader would, quotes, brackets, indentation and block texts in
/// mind, and notes anchors, aliases, tags, merge keys, tabs, repeated keys, depth and further
/// documents at their places. What it finds it overwrites in `scalars`, character for character,
/// so that a parser can read the rest of the file with the places unchanged and never meets an
/// alias. It also remembers what probably stands behind a later syntax error.
struct YAMLScanner {
  /// How deep lists and keys may stand in one another.
  static let depthLimit = 64
  /// The characters that stand at the start of something that was reported already: private use,
  /// which no file may hold.
  static let faultMarks: ClosedRange<UInt32> = 0xE000...0xF8FF

  static func faultMark(_ number: Int) -> Unicode.Scalar {
    let offset = UInt32(number % faultMarks.count)
    return Unicode.Scalar(faultMarks.lowerBound + offset) ?? "\u{E000}"
  }

  /// A fault at a stretch of the text.
  struct Finding {
    var message: Diagnostic.Message
    var range: Range<Int>
  }

  /// A list or a mapping written by indentation.
  struct Block {
    var isSequence: Bool
    var column: Int
    var keys: [String: Int] = [:]
  }

  /// A list or a mapping written in brackets.
  struct Flow {
    var opening: Int
    var expectsKey: Bool
    var keys: [String: Int] = [:]
    var isMapping: Bool
  }

  let source: SourceText
  /// The text as the parser may see it.
  var scalars: [Unicode.Scalar]
  /// Departures from the profile, in the order of the text.
  var findings: [Finding] = []
  /// What a syntax error at or after the place most likely comes from.
  var hints: [Finding] = []
  /// Whether a parser can make sense of the text.
  var isReadable = true
  /// Where each scalar ends, by where it starts.
  var ends: [Int: Int] = [:]

  var index = 0
  var blocks: [Block] = []
  var flows: [Flow] = []
  /// Whether the next deeper line goes on with a text without quotes.
  var isInPlainText = false
  /// How many scalars were overwritten because they were reported.
  var faultCount = 0
  private var lineStart = 0
  private var hasContent = false
  private var isAfterEnd = false

  init(_ source: SourceText) {
    self.source = source
    scalars = source.scalars
    for (position, scalar) in scalars.enumerated() where !scalar.isAllowed {
      find(.invisibleCharacter(scalar), position..<position + 1)
      scalars[position] = "\u{FFFD}"
    }
  }

  /// Walks the whole text once.
  ///
  /// - Complexity: O(text) time.
  mutating func scan() {
    while index < scalars.count, isReadable {
      lineStart = index
      scanLine()
    }
  }

  var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }
  var column: Int { index - lineStart }
  /// The column that a text on further lines must stay right of.
  var parentColumn: Int { blocks.last?.column ?? -1 }

  func isBlank(at position: Int) -> Bool {
    position >= scalars.count || scalars[position].isBlankOrBreak
  }

  /// The text between two places, as it was written.
  func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(source.scalars[range]))
  }

  mutating func find(_ message: Diagnostic.Message, _ range: Range<Int>) {
    findings.append(Finding(message: message, range: range))
  }

  mutating func hint(_ message: Diagnostic.Message, _ range: Range<Int>) {
    hints.append(Finding(message: message, range: range))
  }

  mutating func erase(_ range: Range<Int>) {
    for position in range { scalars[position] = " " }
  }

  mutating func skipSpaces() {
    while let scalar = current, scalar == " " || scalar == "\t" { index += 1 }
  }

  /// Goes to the end of the line, and past it.
  mutating func skipLine() {
    while let scalar = current, !scalar.isBreak { index += 1 }
    skipBreak()
  }

  /// Goes past one line end and remembers where the next line starts.
  mutating func skipBreak() {
    guard let scalar = current, scalar.isBreak else { return }
    index += 1
    if scalar == "\r", current == "\n" { index += 1 }
    lineStart = index
  }

  private mutating func scanLine() {
    while current == " " { index += 1 }
    let margin = index
    skipSpaces()
    guard let scalar = current, !scalar.isBreak, scalar != "#" else {
      if current == "#" { isInPlainText = false }
      erase(margin..<index)
      return skipLine()
    }
    if index > margin, !(isInPlainText && margin - lineStart > parentColumn) {
      find(.tabIndent(line: source.lineNumber(at: margin)), margin..<margin + 1)
      isReadable = false
      findFurtherTabs()
      return
    }
    if margin == lineStart, scanMarker() { return }
    if isAfterEnd { return stopAtFurtherDocument(lineStart..<lineStart + 1) }
    hasContent = true
    if isInPlainText, margin - lineStart > parentColumn { return scanContinuation() }
    isInPlainText = false
    scanBlockLine()
  }

  /// Goes through the remaining lines for tabs, so that one run names them all.
  private mutating func findFurtherTabs() {
    skipLine()
    while index < scalars.count {
      while current == " " { index += 1 }
      let margin = index
      skipSpaces()
      if index > margin, let scalar = current, !scalar.isBreak, scalar != "#" {
        find(.tabIndent(line: source.lineNumber(at: margin)), margin..<margin + 1)
      }
      skipLine()
    }
  }

  /// Handles `---`, `...` and `%` at the start of a line.
  ///
  /// - Returns: Whether the line is dealt with.
  private mutating func scanMarker() -> Bool {
    if current == "%", !hasContent {
      let start = index
      skipLine()
      let end = (start..<index).first { scalars[$0].isBreak } ?? index
      find(.directive, start..<end)
      erase(start..<end)
      return true
    }
    guard index + 3 <= scalars.count, isBlank(at: index + 3) else { return false }
    let word = text(index..<index + 3)
    guard word == "---" || word == "..." else { return false }
    if word == "---", hasContent || isAfterEnd {
      stopAtFurtherDocument(index..<index + 3)
      return true
    }
    if word == "..." {
      isAfterEnd = hasContent
      if !hasContent { erase(index..<index + 3) }
    }
    hasContent = word == "---"
    blocks = []
    isInPlainText = false
    index += 3
    skipSpaces()
    guard word == "---", let scalar = current, !scalar.isBreak, scalar != "#" else {
      skipLine()
      return true
    }
    scanBlockLine()
    return true
  }

  private mutating func stopAtFurtherDocument(_ range: Range<Int>) {
    find(.severalDocuments, range)
    erase(range.lowerBound..<scalars.count)
    index = scalars.count
  }
}

extension Unicode.Scalar {
  var isBreak: Bool { self == "\n" || self == "\r" }
  var isBlankOrBreak: Bool { self == " " || self == "\t" || isBreak }
  /// Whether the character may stand in a file: it can be seen, or is a blank or a line end.
  ///
  /// Joiners are allowed, since scripts and emoji need them.
  var isAllowed: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0x200A, 0x200C...0x2027, 0x202F...0x205F,
      0x2070...0xD7FF, 0xF900...0xFEFE, 0xFF00...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  var isFlowIndicator: Bool {
    switch self {
    case ",", "[", "]", "{", "}": true
    default: false
    }
  }
}

import Diagnostics

extension YAMLScanner {
  /// Walks the rest of a line on which keys, dashes or a text start.
  mutating func scanBlockLine() {
    var hasKey = false
    while isReadable {
      skipSpaces()
      guard let scalar = current, !scalar.isBreak else { return skipBreak() }
      switch scalar {
      case "#":
        return skipLine()
      case "-" where isBlank(at: index + 1):
        enter(sequence: true, column)
        index += 1
      case "?" where isBlank(at: index + 1):
        return rejectComplexKey(index..<index + 1)
      case "&", "!":
        scanProperty(scalar)
      case "*":
        scanAlias()
      case "|", ">":
        return scanBlockText()
      case "\"", "'":
        guard scanQuotedNode(after: &hasKey) else { return }
      case "{", "[":
        return scanFlowNode()
      case "@", "`", "%", "]", "}", ",":
        hint(.reservedCharacter(scalar), index..<index + 1)
        return skipLine()
      default:
        guard scanPlainNode(after: &hasKey) else { return }
      }
    }
  }

  /// Opens a list or mapping at a column, closing what stands deeper.
  mutating func enter(sequence isSequence: Bool, _ column: Int) {
    while let last = blocks.last, last.column > column { blocks.removeLast() }
    if let last = blocks.last, last.column == column, last.isSequence, !isSequence {
      blocks.removeLast()
    }
    if let last = blocks.last, last.column == column, last.isSequence == isSequence { return }
    blocks.append(Block(isSequence: isSequence, column: column))
    checkDepth()
  }

  mutating func checkDepth() {
    guard blocks.count + flows.count > Self.depthLimit, isReadable else { return }
    find(.tooDeep, index..<index + 1)
    isReadable = false
  }

  mutating func rejectComplexKey(_ range: Range<Int>) {
    find(.complexKey, range)
    isReadable = false
  }

  /// A block key: repeated ones are found and renamed, so that the parser takes the file.
  private mutating func enterKey(_ start: Int, _ end: Int, at column: Int) {
    enter(sequence: false, column)
    guard !blocks.isEmpty else { return }
    let first = blocks[blocks.count - 1].keys[keyText(start, end)]
    if let first {
      reportRepeated(start..<end, first: first)
    } else {
      blocks[blocks.count - 1].keys[keyText(start, end)] = start
    }
    rejectMergeKey(start..<end)
  }

  /// The words of a key without its quotes.
  func keyText(_ start: Int, _ end: Int) -> String {
    let isQuoted = source.scalars[start] == "\"" || source.scalars[start] == "'"
    return isQuoted && end - start >= 2 ? text(start + 1..<end - 1) : text(start..<end)
  }

  mutating func reportRepeated(_ range: Range<Int>, first: Int) {
    let line = source.lineNumber(at: first)
    find(.duplicateKey(keyText(range.lowerBound, range.upperBound), firstLine: line), range)
    markFaulty(range)
  }

  mutating func rejectMergeKey(_ range: Range<Int>) {
    guard text(range) == "<<" else { return }
    find(.mergeKey, range)
    markFaulty(range)
  }

  /// Overwrites the first character of a key, so that it is unlike its neighbours.
  private mutating func markFaulty(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let first = source.scalars[range.lowerBound]
    let isQuoted = (first == "\"" || first == "'") && range.count > 2
    scalars[isQuoted ? range.lowerBound + 1 : range.lowerBound] = Self.faultMark(faultCount)
    faultCount += 1
  }

  /// Walks over an anchor or a tag and takes it out of the text.
  mutating func scanProperty(_ indicator: Unicode.Scalar) {
    let start = index
    index += 1
    while let scalar = current, !scalar.isBlankOrBreak, flows.isEmpty || !scalar.isFlowIndicator {
      index += 1
    }
    let word = text(start..<index)
    find(indicator == "!" ? .tag(word) : .anchor(word), start..<index)
    erase(start..<index)
  }

  /// Walks over the star of an alias and makes a faulty text of the rest.
  mutating func scanAlias() {
    var end = index + 1
    while !isBlank(at: end), flows.isEmpty || !scalars[end].isFlowIndicator { end += 1 }
    find(.anchor(text(index..<end)), index..<end)
    scalars[index] = Self.faultMark(0)
  }

  /// A text in quotes on a line.
  ///
  /// - Returns: Whether it was a key, so that the line goes on.
  private mutating func scanQuotedNode(after hasKey: inout Bool) -> Bool {
    let (start, keyColumn) = (index, column)
    guard scanQuoted() else { return false }
    let end = index
    skipSpaces()
    guard let scalar = current, !scalar.isBreak, scalar != "#" else {
      skipLine()
      return false
    }
    guard scalar == ":", isBlank(at: index + 1), !hasKey else {
      let isSecondKey = scalar == ":" && isBlank(at: index + 1)
      hint(isSecondKey ? .colonInText : closingHint(start, end), start..<end)
      skipLine()
      return false
    }
    enterKey(start, end, at: keyColumn)
    hasKey = true
    index += 1
    return true
  }

  func closingHint(_ start: Int, _ end: Int) -> Diagnostic.Message {
    let opened = source.span(start, end).location
    let closed = source.span(end - 1, end).location
    if let line = closed.line, line != opened.line { return .quoteClosesLate(line: line) }
    return .quoteClosesEarly(opened: opened.column ?? 1, closed: closed.column ?? 1)
  }

  /// Walks over a text in quotes, which may take several lines.
  ///
  /// - Returns: Whether it was closed.
  mutating func scanQuoted() -> Bool {
    let start = index
    let quote = scalars[index]
    index += 1
    while let scalar = current {
      if scalar == "\\", quote == "\"" {
        index += 1
        if let next = current, !next.isBreak { index += 1 }
      } else if scalar == quote {
        index += 1
        guard quote == "'", current == "'" else {
          ends[start] = index
          return true
        }
        index += 1
      } else if scalar.isBreak {
        skipBreak()
      } else {
        index += 1
      }
    }
    hint(.quoteNeverCloses, start..<start + 1)
    return false
  }

  /// A text without quotes on a line.
  ///
  /// - Returns: Whether it was a key, so that the line goes on.
  private mutating func scanPlainNode(after hasKey: inout Bool) -> Bool {
    let (start, keyColumn) = (index, column)
    let end = scanPlain()
    ends[start] = end
    if current == ":", isBlank(at: index + 1) {
      guard !hasKey else {
        hint(.colonInText, start..<index + 1)
        skipLine()
        return false
      }
      enterKey(start, end, at: keyColumn)
      hasKey = true
      index += 1
      return true
    }
    isInPlainText = current != "#"
    skipLine()
    return false
  }

  /// Walks to the end of a text without quotes, at a colon, a comment or the end of the line.
  ///
  /// - Returns: Where the text ends, blanks left out.
  mutating func scanPlain() -> Int {
    var end = index
    while let scalar = current, !scalar.isBreak {
      if scalar == ":", isBlank(at: index + 1) || isInFlowBefore(index + 1) { break }
      if scalar == "#", index > 0, scalars[index - 1].isBlankOrBreak { break }
      if !flows.isEmpty, scalar.isFlowIndicator { break }
      index += 1
      if !scalar.isBlankOrBreak { end = index }
    }
    return end
  }

  private func isInFlowBefore(_ position: Int) -> Bool {
    !flows.isEmpty && position < scalars.count && scalars[position].isFlowIndicator
  }

  /// A further line of a text without quotes.
  mutating func scanContinuation() {
    let start = index
    let end = scanPlain()
    if current == ":" {
      let isWord = IdentifierPattern.word.matches(text(start..<end))
      hint(isWord ? .keyTooDeep : .colonInText, start..<index + 1)
    }
    isInPlainText = current?.isBreak ?? false
    skipLine()
  }

  /// A text written below `|` or `>`: every line that stands deeper than its key.
  private mutating func scanBlockText() {
    ends[index] = index + 1
    let parent = parentColumn
    skipLine()
    while index < scalars.count {
      var position = index
      while position < scalars.count, scalars[position] == " " { position += 1 }
      guard position == scalars.count || scalars[position].isBreak || position - index > parent
      else { return }
      skipLine()
    }
  }
}

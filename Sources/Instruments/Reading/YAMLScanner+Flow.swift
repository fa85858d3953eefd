import Diagnostics

extension YAMLScanner {
  /// A list or keys in brackets, which may take several lines, and the rest of its line.
  mutating func scanFlowNode() {
    let start = index
    openFlow()
    while isReadable, !flows.isEmpty, current != nil { scanFlowToken() }
    if let flow = flows.first, isReadable {
      hint(.bracketNeverCloses(scalars[flow.opening]), flow.opening..<flow.opening + 1)
      flows = []
    }
    guard isReadable else { return }
    skipSpaces()
    if current == ":", isBlank(at: index + 1) { return rejectComplexKey(start..<start + 1) }
    if let scalar = current, !scalar.isBreak, scalar != "#" {
      hint(.textAfterBracket, index..<index + 1)
    }
    isInPlainText = false
    skipLine()
  }

  private mutating func openFlow() {
    let isMapping = current == "{"
    flows.append(Flow(opening: index, expectsKey: isMapping, isMapping: isMapping))
    checkDepth()
    index += 1
    isInPlainText = false
  }

  private mutating func scanFlowToken() {
    guard let scalar = current else { return }
    switch scalar {
    case " ", "\t":
      index += 1
    case "\n", "\r":
      skipBreak()
    case "#" where isBlank(at: index - 1):
      isInPlainText = false
      skipLine()
    case "{", "[":
      openFlow()
    case "}", "]":
      closeFlow(scalar)
    case ",":
      index += 1
      isInPlainText = false
      flows[flows.count - 1].expectsKey = flows[flows.count - 1].isMapping
    case _ where isInPlainText:
      scanFlowPlain()
    case "&", "!":
      scanProperty(scalar)
    case "*":
      scanAlias()
    case "?" where isBlank(at: index + 1):
      rejectComplexKey(index..<index + 1)
    case "\"", "'":
      scanFlowQuoted()
    case "@", "`", "%":
      hint(.reservedCharacter(scalar), index..<index + 1)
      index += 1
    default:
      scanFlowPlain()
    }
  }

  private mutating func closeFlow(_ scalar: Unicode.Scalar) {
    let flow = flows.removeLast()
    if flow.isMapping != (scalar == "}") {
      hint(.bracketNeverCloses(scalars[flow.opening]), flow.opening..<flow.opening + 1)
    }
    index += 1
    isInPlainText = false
  }

  private mutating func scanFlowQuoted() {
    let start = index
    guard scanQuoted() else { return }
    let end = index
    skipSpaces()
    guard let next = current else { return }
    if next == ":" {
      enterFlowKey(start, end)
    } else if !next.isBreak, !next.isFlowIndicator, next != "#" {
      hint(closingHint(start, end), start..<end)
      isInPlainText = true
    }
  }

  private mutating func scanFlowPlain() {
    let start = index
    let isContinued = isInPlainText
    if current == ":" { index += 1 }
    let end = max(index, scanPlain())
    ends[start] = end
    if current == ":" {
      enterFlowKey(start, end)
    } else {
      if flows[flows.count - 1].expectsKey, !isContinued { noteFlowKey(start, end) }
      isInPlainText = true
    }
  }

  /// A key before a colon; a second colon in one value is most likely part of a text.
  private mutating func enterFlowKey(_ start: Int, _ end: Int) {
    let level = flows.count - 1
    if flows[level].expectsKey {
      noteFlowKey(start, end)
      flows[level].expectsKey = false
    } else if flows[level].isMapping {
      hint(.colonInText, start..<index + 1)
    }
    index += 1
    isInPlainText = false
  }

  private mutating func noteFlowKey(_ start: Int, _ end: Int) {
    let key = keyText(start, end)
    if let first = flows[flows.count - 1].keys[key] {
      reportRepeated(start..<end, first: first)
    } else {
      flows[flows.count - 1].keys[key] = start
    }
    rejectMergeKey(start..<end)
  }
}

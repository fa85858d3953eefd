extension DialectTraits {
  /// A text as somebody wrote it, where the tool changed it; `nil` where it did not.
  func rewritten(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
    if let blankMark, cell.elementsEqual(blankMark.utf8) { return "" }
    // An apostrophe in front of what a spreadsheet would take for a formula.
    let isMasked =
      masksFormulas && cell.count > 1 && cell[0] == 0x27 && "=+-@".utf8.contains(cell[1])
    let isCoded = apostrophe != nil && cell.contains(0x40)
    guard isMasked || isCoded else { return nil }
    var text = String(decoding: cell.dropFirst(isMasked ? 1 : 0), as: UTF8.self)
    if let apostrophe { text = text.replacing(apostrophe, with: "'") }
    return text
  }
}

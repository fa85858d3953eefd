/// The first line on which two texts differ, with both readings; `nil` for equal texts.
func firstDifference(_ found: String, _ wanted: String) -> String? {
  // Bytes, since texts are equal to Swift whose accents are composed otherwise.
  if found.utf8.elementsEqual(wanted.utf8) { return nil }
  let a = found.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  let b = wanted.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  let line =
    zip(a, b).enumerated()
    .first { !$1.0.utf8.elementsEqual($1.1.utf8) }?.offset ?? min(a.count, b.count)
  func reading(_ lines: [Substring]) -> String {
    line < lines.count ? String(lines[line].prefix(200)) : "(no such line)"
  }
  return "line \(line + 1):\n  found:  \(reading(a))\n  wanted: \(reading(b))"
}

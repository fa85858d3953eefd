/// The known name that a mistyped one most likely meant.
public enum NearestName {
  /// The nearest of the known names.
  ///
  /// - Parameters:
  ///   - name: What was written.
  ///   - candidates: The names that are known, compared without regard to case.
  /// - Returns: The candidate with the fewest edits, the first of equals; `nil` when none is
  ///   within a third of the length of the name (at least 1, at most 3 edits), or none shares a
  ///   letter with it.
  public static func suggestion<Names: Sequence>(for name: String, among candidates: Names)
    -> String? where Names.Element == String
  {
    let written = Array(name.lowercased().unicodeScalars)
    let limit = min(3, max(1, written.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let known = Array(candidate.lowercased().unicodeScalars)
      guard abs(known.count - written.count) <= limit else { continue }
      let distance = editDistance(written, known)
      guard distance <= limit, distance < max(written.count, known.count) else { continue }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The fewest insertions, deletions, replacements and swaps of neighbours between two texts
  /// (optimal string alignment; Damerau 1964, Levenshtein 1966).
  ///
  /// - Complexity: O(`a.count` · `b.count`) time.
  public static func editDistance<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
    guard !a.isEmpty else { return b.count }
    guard !b.isEmpty else { return a.count }
    var older = [Int](repeating: 0, count: b.count + 1)
    var old = Array(0...b.count)
    var row = old
    for i in 1...a.count {
      row[0] = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(old[j] + 1, row[j - 1] + 1, old[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], older[j - 2] + 1)
        }
      }
      (older, old, row) = (old, row, older)
    }
    return old[b.count]
  }
}

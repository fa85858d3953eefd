import Diagnostics

/// Which sheet of a workbook, or which file of an archive, is read.
struct SheetChoice {
  /// What could be read.
  struct Candidate {
    let name: String
    /// The words that mean it, in lower case.
    let keys: [String]
    /// Its number among all, from 1.
    let number: Int
    let isHidden: Bool
  }

  /// What the person named: names or numbers, for all files of a run.
  let wanted: [String]
  let candidates: [Candidate]

  /// The candidates that the person named, by name or else by number, each once.
  var named: [Candidate] {
    let known = Set(candidates.flatMap(\.keys))
    return candidates.filter { candidate in
      wanted.contains { word in
        let key = word.lowercased()
        return candidate.keys.contains(key)
          || (!known.contains(key) && Int(word) == candidate.number)
      }
    }
  }

  /// The one to read.
  ///
  /// - Parameter hasContent: Whether there is anything in a candidate, asked only where it matters.
  /// - Returns: The only one that can be meant.
  /// - Throws: `ContainerFailure` where none or several could be meant.
  func choice(hasContent: (Candidate) throws -> Bool) throws -> Candidate {
    if !wanted.isEmpty {
      let named = named
      if named.count == 1 { return named[0] }
      throw ContainerFailure(
        named.isEmpty
          ? .noSuchSheet(wanted, known: names(candidates))
          : .severalSheets(names(named)))
    }
    let visible = candidates.filter { !$0.isHidden }
    if visible.count == 1, candidates.count == 1 { return visible[0] }
    let filled = try visible.filter(hasContent)
    if filled.count == 1 { return filled[0] }
    if filled.count > 1 {
      throw ContainerFailure(.severalSheets(names(filled + candidates.filter(\.isHidden))))
    }
    throw ContainerFailure(.noFilledSheet(hidden: names(candidates.filter(\.isHidden))))
  }

  private func names(_ candidates: [Candidate]) -> [String] {
    candidates.map { $0.isHidden ? "\($0.name) (hidden)" : $0.name }
  }
}

import Analysis
import Instruments
import Responses

/// One column of the table of responses: what it holds, and a name that R and Python take as it is.
struct PersonsColumn {
  /// What a column holds, and where it is found.
  enum Content {
    case row
    case id
    /// A column of `--by` that is no item.
    case by(Grouping)
    case item(Item)
    /// A choice of an item of which any number can be chosen, by its place.
    case choice(Item, Int)
    case score(Int)
    case band(Int)
    case flags

    /// The word for it, which also stands in front of a name that two columns want.
    var kind: String {
      switch self {
      case .row: "row"
      case .id: "id"
      case .by: "by"
      case .item: "item"
      case .choice: "choice"
      case .score: "score"
      case .band: "band"
      case .flags: "flags"
      }
    }
  }

  let name: String
  let content: Content

  /// The columns of all responses, in their order: who, `--by`, scores, bands, items, flags.
  ///
  /// Free text, lists of words, names and what says who answered have no column.
  static func all(of persons: PersonFigures) -> [PersonsColumn] {
    var wanted: [(name: String, content: Content)] = [("row", .row), ("id", .id)]
    var taken: Set<String> = []
    for grouping in persons.groupings {
      if let item = persons.instrument.item(named: grouping.by) {
        taken.insert(item.id)
        wanted.append((item.id, .item(item)))
      } else {
        wanted.append((word(grouping.by), .by(grouping)))
      }
    }
    for (place, column) in persons.scores.enumerated() {
      wanted.append((column.score.id, .score(place)))
    }
    for (place, column) in persons.scores.enumerated() where column.hasBands {
      wanted.append((column.score.id + "_band", .band(place)))
    }
    for item in persons.instrument.items where !taken.contains(item.id) && item.role != .respondent
    {
      wanted += columns(of: item)
    }
    return named(wanted + [("flags", .flags)])
  }

  private static func columns(of item: Item) -> [(name: String, content: Content)] {
    switch item.format {
    case .scale, .single, .number, .date: [(item.id, .item(item))]
    case .multiple(let points):
      points.enumerated().map { ("\(item.id)_\(word($1.code))", .choice(item, $0)) }
    case .text, .list, .nominate: []
    }
  }

  /// Small letters, digits and underscores; everything else becomes an underscore.
  private static func word(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar -> Character in
      let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
      if isPlain { return Character(scalar) }
      guard ("A"..."Z").contains(scalar) else { return "_" }
      return Character(scalar.properties.lowercaseMapping)
    }
    return String(kept)
  }

  /// Gives every column a name of its own.
  ///
  /// A name that two columns want, that does not begin with a letter, or that is a word of R or
  /// Python gets the kind in front; where that is taken too, a number behind.
  private static func named(_ wanted: [(name: String, content: Content)]) -> [PersonsColumn] {
    let times = wanted.reduce(into: [:]) { $0[$1.name, default: 0] += 1 }
    // The three that are always there keep their names, and so do names that nobody else wants.
    let fixed: Set<String> = ["row", "id", "flags"]
    let isFree = { (name: String) in
      times[name] == 1 && !words.contains(name) && name.first.map { "a"..."z" ~= $0 } == true
    }
    var taken = fixed.union(wanted.map(\.name).filter(isFree))
    return wanted.map { name, content in
      switch content {
      case .row, .id, .flags: return PersonsColumn(name: name, content: content)
      default: break
      }
      if isFree(name), !fixed.contains(name) { return PersonsColumn(name: name, content: content) }
      let base = "\(content.kind)_\(name)"
      var candidate = base
      var number = 2
      while !taken.insert(candidate).inserted {
        candidate = "\(base)_\(number)"
        number += 1
      }
      return PersonsColumn(name: candidate, content: content)
    }
  }

  /// Words of R and Python that cannot be names, in small letters.
  private static let words: Set<String> = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "function", "global", "if", "import", "in", "is",
    "lambda", "next", "nonlocal", "not", "or", "pass", "raise", "repeat", "return", "try", "while",
    "with", "yield",
  ]
}

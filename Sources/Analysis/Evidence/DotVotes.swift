/// Notes on a wall and the dots that people put on them, by theme; counts, and no share of anybody.
public struct DotVotes: Sendable, Hashable {
  /// One theme.
  public struct Theme: Sendable, Hashable {
    /// The words for a reader.
    public let title: String
    /// How many notes are on it.
    public let notes: Int
    /// How many dots these have together.
    public let dots: Int
    /// Its dots by the colours, in their order.
    public let byColour: [Int]
  }

  /// The colour of a role, or of several that are told together.
  public struct Colour: Sendable, Hashable {
    /// The words for a reader.
    public let title: String
    /// The fewest people who can have put its dots; `nil` where nobody said how many each had.
    let people: Int?
  }

  /// The themes, those with most dots first.
  public let themes: [Theme]
  /// The colours; empty where they are held back.
  public let colours: [Colour]

  /// All notes.
  public var notes: Int { themes.reduce(0) { $0 + $1.notes } }
  /// All dots.
  public var dots: Int { themes.reduce(0) { $0 + $1.dots } }

  /// Takes the dots of each colour on each theme, and how many dots each person had.
  ///
  /// The dots of a colour are of ⌈dots / each⌉ people or more.
  init(
    _ themes: [(title: String, notes: Int, byColour: [Int])], colours: [String], each: Int?
  ) {
    self.themes = Self.ordered(
      themes.map {
        Theme(
          title: $0.title, notes: $0.notes, dots: $0.byColour.reduce(0, +), byColour: $0.byColour)
      })
    self.colours = colours.enumerated().map { place, title in
      let dots = themes.reduce(0) { $0 + $1.byColour[place] }
      return Colour(
        title: title, people: each.flatMap { $0 > 0 ? (dots + $0 - 1) / $0 : nil })
    }
  }

  private init(themes: [Theme], colours: [Colour]) {
    self.themes = themes
    self.colours = colours
  }

  private static func ordered(_ themes: [Theme]) -> [Theme] {
    themes.sorted { ($1.dots, $1.notes, $0.title) < ($0.dots, $0.notes, $1.title) }
  }

  /// The same with colours of fewer than `minimum` people told together, the smallest first, until they
  /// are as many; without colours where that leaves one, or nobody said how many dots each had.
  func heldBack(below minimum: Int) -> DotVotes {
    let used = colours.indices.filter { colours[$0].people != 0 }
    let people = used.compactMap { colours[$0].people }
    guard people.count == used.count else { return without }
    let pooled = PooledGroups.places(of: people.map(Double.init), below: Double(minimum)) {
      Double($0.reduce(0) { $0 + people[$1] })
    }
    guard let groups = pooled?.map({ $0.map { used[$0] } }), groups.count > 1 else {
      return without
    }
    return DotVotes(
      themes: themes.map { theme in
        Theme(
          title: theme.title, notes: theme.notes, dots: theme.dots,
          byColour: groups.map { $0.reduce(0) { $0 + theme.byColour[$1] } })
      },
      colours: groups.map { group in
        Colour(
          title: group.map { colours[$0].title }.joined(separator: " + "),
          people: group.reduce(0) { $0 + (colours[$1].people ?? 0) })
      })
  }

  /// The same without colours.
  private var without: DotVotes {
    DotVotes(
      themes: themes.map {
        Theme(title: $0.title, notes: $0.notes, dots: $0.dots, byColour: [])
      }, colours: [])
  }
}

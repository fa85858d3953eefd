/// Which stated words enough units name, and what they name that nobody states.
public struct Overlap: Sendable, Hashable {
  /// A stated word.
  public struct Stated: Sendable, Hashable {
    /// The word, as it is stated.
    public let word: String
    /// How many units name it; `nil` where that is held back.
    public let persons: Int?
    /// Whether enough do.
    public let isNamed: Bool
  }

  /// The stated words, those that most name first; empty where they are held back.
  public let stated: [Stated]
  /// How many words are stated, at least 1.
  public let statedCount: Int
  /// How many of them enough units name.
  public let named: Int
  /// What enough units name and nobody states, what most name first; with no order in a list.
  public let unstated: [EvidenceFigure.Listed]
  /// How many units name anything.
  public let persons: Int
  /// From which share of the units, 0 to 100, a word counts as named; 0 stands for any unit.
  public let atLeast: Double
  /// Whether the words are the roles of those who were heard, which tell of few people.
  let isOfRoles: Bool
  /// Whether people were asked; what agencies were heard is no answer of anybody.
  let asksPeople: Bool
  /// How many units at least a word needs, beside its share; `nil` where one will do.
  public let leastPersons: Int?

  /// The named ones as a share of the stated ones, 0 to 100.
  public var share: Double { 100 * Double(named) / Double(statedCount) }

  /// Counts how many lists name each stated word; `nil` where nothing is stated or nobody names anything.
  ///
  /// `lists` has the keys that each unit names, `stated` each word with the keys by which it is known, and
  /// `words` the words for the keys that may be named.
  init?(
    _ lists: [Set<String>], stated: [(word: String, keys: Set<String>)], words: [String: String],
    atLeast: Double, isOfRoles: Bool = false, asksPeople: Bool = true
  ) {
    let lists = lists.filter { !$0.isEmpty }
    guard !stated.isEmpty, !lists.isEmpty else { return nil }
    func isEnough(_ count: Int) -> Bool {
      count > 0 && 100 * Double(count) >= atLeast * Double(lists.count)
    }
    let own = stated.map { entry in
      (entry.word, lists.count { !$0.isDisjoint(with: entry.keys) })
    }
    self.stated = own.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map {
      Stated(word: $0.0, persons: $0.1, isNamed: isEnough($0.1))
    }
    statedCount = own.count
    named = own.count { isEnough($0.1) }
    let known = stated.reduce(into: Set<String>()) { $0.formUnion($1.keys) }
    let others = Set(lists.flatMap(\.self)).subtracting(known).map { key in
      EvidenceFigure.Listed(
        word: words[key] ?? key, persons: lists.count { $0.contains(key) }, smith: nil)
    }
    unstated = others.filter { isEnough($0.persons) }.sorted {
      ($1.persons, $0.word) < ($0.persons, $1.word)
    }
    persons = lists.count
    self.atLeast = atLeast
    self.isOfRoles = isOfRoles
    self.asksPeople = asksPeople
    leastPersons = nil
  }

  private init(
    _ whole: Overlap, stated: [Stated], named: Int, unstated: [EvidenceFigure.Listed],
    leastPersons: Int?
  ) {
    self.stated = stated
    self.named = named
    self.unstated = unstated
    self.leastPersons = leastPersons
    (statedCount, persons) = (whole.statedCount, whole.persons)
    (atLeast, isOfRoles, asksPeople) = (whole.atLeast, whole.isOfRoles, whole.asksPeople)
  }

  /// The same without counts and words of fewer than `minimum`.
  ///
  /// A word that a few name and one that nobody names look alike, and neither is named. Of roles only how
  /// many were heard is told.
  func heldBack(below minimum: Int) -> Overlap {
    guard !isOfRoles else {
      return Overlap(self, stated: [], named: named, unstated: [], leastPersons: nil)
    }
    let told = stated.map { word in
      let persons = word.persons.flatMap { $0 >= minimum ? $0 : nil }
      return Stated(
        word: word.word, persons: persons, isNamed: word.isNamed && (persons != nil || !asksPeople))
    }.sorted { ($1.persons ?? 0, $0.word) < ($0.persons ?? 0, $1.word) }
    return Overlap(
      self, stated: told, named: told.count(where: \.isNamed),
      unstated: unstated.filter { $0.persons >= minimum }, leastPersons: asksPeople ? minimum : nil)
  }
}

/// The pupils on roll: who could answer, and who could be named.
///
/// Pupils stand in the order of their ids, whatever the order of the file, and are columns rather
/// than objects, so that a roll of a million fits in little memory. Pupils who have left are not
/// on it, but their names are known, so that naming one is told from naming a stranger.
public struct Roll: Sendable {
  /// The id of each pupil.
  public let ids: TextColumn
  /// The full name of each pupil, as the roll writes it; empty where it has none.
  public let names: TextColumn?
  /// What each pupil is called, where the roll says so.
  public let knownAs: TextColumn?
  /// What else each pupil is called, parted by semicolons, where the roll says so.
  public let aliases: TextColumn?
  /// The class or tutor group of each pupil.
  public let classes: LabelColumn?
  public let years: LabelColumn?
  /// Whether a pupil, or the family, asked not to take part.
  public let optedOut: [Bool]
  /// Further columns by heading.
  public let others: [String: LabelColumn]
  /// The pupils of the file who have left.
  public let leavers: [Leaver]

  let index: IdentifierIndex

  /// A pupil who has left: known, so that naming one is told from naming a stranger.
  public struct Leaver: Sendable, Hashable {
    public let id: String
    /// The full name; empty where the roll has none.
    public let name: String
    /// What the pupil is called; empty where the roll does not say.
    public let knownAs: String
    /// What else the pupil is called, parted by semicolons; empty where the roll does not say.
    public let aliases: String

    /// What the pupil may be called in an answer.
    var keys: [String] {
      // A first name alone may as well be that of somebody who is still here.
      NameKey.names(full: name, called: knownAs, aliases: aliases).filter { $0.contains(" ") }
        + [NameKey.of(id)]
    }
  }

  init(
    ids: TextColumn, names: TextColumn?, knownAs: TextColumn?, aliases: TextColumn?,
    classes: LabelColumn?, years: LabelColumn?, optedOut: [Bool], others: [String: LabelColumn],
    leavers: [Leaver],
    index: IdentifierIndex
  ) {
    self.ids = ids
    self.names = names
    self.knownAs = knownAs
    self.aliases = aliases
    self.classes = classes
    self.years = years
    self.optedOut = optedOut
    self.others = others
    self.leavers = leavers
    self.index = index
  }

  public var count: Int { ids.count }

  /// How many pupils of the file have left.
  public var leaverCount: Int { leavers.count }

  /// The pupil with an id, or `nil`.
  func pupil(withID id: UnsafeBufferPointer<UInt8>) -> Int? { index.index(of: id) }

  /// Whether a pupil on roll has an id.
  func hasPupil(_ id: String) -> Bool { place(ofPupil: id) != nil }

  /// The place of the pupil with an id, or `nil`.
  public func place(ofPupil id: String) -> Int? {
    var id = id
    return id.withUTF8 { pupil(withID: $0) }
  }

  /// The keys of everything a pupil goes by, each once, the full name first; the id aside.
  func nameKeys(of pupil: Int) -> [String] {
    NameKey.names(
      full: names?[pupil] ?? "", called: knownAs?[pupil] ?? "", aliases: aliases?[pupil] ?? "")
  }

  /// Whether a name of a pupil has characters that nobody sees, or letters of two alphabets.
  func hasDoubtfulName(_ pupil: Int) -> Bool {
    [names, knownAs, aliases].contains { $0.map { NameScript.isDoubtful($0[pupil]) } ?? false }
  }

  /// The place of each pupil on another roll, by id; -1 for whoever is not on it.
  ///
  /// - Complexity: O(pupils).
  public func places(on other: Roll) -> [Int32] {
    (0..<count).map { pupil in
      var id = ids[pupil]
      return id.withUTF8 { Int32(truncatingIfNeeded: other.pupil(withID: $0) ?? -1) }
    }
  }

  /// A name for the safeguarding lead: what the pupil is called, or the full name, or the id.
  public func displayName(_ pupil: Int) -> String {
    if let name = names?[pupil], !name.isEmpty { return name }
    if let name = knownAs?[pupil], !name.isEmpty { return name }
    return ids[pupil]
  }

  /// The column that splits pupils at a scope.
  ///
  /// - Parameter heading: `class`, `year` or the heading of a further column, in any spelling.
  /// - Returns: The labels, or `nil` where the roll has no such column.
  public func labels(headed heading: String) -> LabelColumn? {
    let key = HeadingKey.of(heading)
    if RollHeading.class.keys.contains(key), let classes { return classes }
    if RollHeading.year.keys.contains(key), let years { return years }
    return others.filter { HeadingKey.of($0.key) == key }.min { $0.key < $1.key }?.value
  }
}

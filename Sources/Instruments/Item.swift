/// One question of an instrument.
public struct Item: Hashable, Sendable {
  /// What an item is for beside its answer.
  public enum Role: String, Hashable, Sendable, CaseIterable {
    /// It may split figures, such as a year group.
    case group
    /// It says who answered: an id or a name on the roll.
    case respondent
  }

  /// What people choose by how much it matters to them.
  public enum Importance: String, Hashable, Sendable, CaseIterable {
    /// The components of the framework, by their ids.
    case components

    /// The most that one person may choose.
    public static let mostChosen = 3
  }

  /// The word that stands for the item; unique in the instrument.
  public var id: String
  /// The wording; `nil` where the item has none and its id stands for it.
  public var text: LocalizedText?
  /// The words that stand above the items of the section, such as "How safe do you feel…".
  ///
  /// It is `nil` where the section has none.
  public var stem: LocalizedText?
  /// How the item is answered.
  public var format: AnswerFormat
  /// Whether a high code speaks against the practice, so that scores turn it round.
  public var isReversed: Bool
  /// The practice that the item is evidence of, as `component.practice`; `nil` for no practice.
  public var practice: String?
  /// What the item is for beside its answer; `nil` for nothing else.
  public var role: Role?
  /// What is chosen by how much it matters; `nil` for an item that asks no such thing.
  public var importance: Importance?
  /// The id of the section the item stands in.
  public var section: String

  public init(
    id: String, text: LocalizedText? = nil, stem: LocalizedText? = nil, format: AnswerFormat,
    isReversed: Bool = false, practice: String? = nil, role: Role? = nil,
    importance: Importance? = nil, section: String
  ) {
    self.id = id
    self.text = text
    self.stem = stem
    self.format = format
    self.isReversed = isReversed
    self.practice = practice
    self.role = role
    self.importance = importance
    self.section = section
  }

  /// The words for a reader: the wording, or the id where there is none.
  public var title: String { text?.preferred ?? id }

  /// Whether answers to another edition of the item may be put together with answers to it: the same
  /// wording in every language, the same stem, the same points, turned the same way.
  public func isComparable(with other: Item) -> Bool {
    text == other.text && stem == other.stem && isReversed == other.isReversed
      && role == other.role && importance == other.importance && format.name == other.format.name
      && format.points == other.format.points
  }
}

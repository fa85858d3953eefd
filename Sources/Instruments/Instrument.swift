/// A questionnaire with its answer scales, its scores, and the headings an export gives it.
public struct Instrument: Hashable, Sendable {
  /// Who answers an instrument, or where its figures come from.
  ///
  /// Pupils, staff, parents and leaders say what they think; observers note what they saw, and
  /// records are counts that the school keeps.
  public enum Audience: String, Hashable, Sendable, CaseIterable {
    case pupils, staff, parents, leaders, observers, records
  }

  /// What those who answer are promised.
  public enum Privacy: String, Hashable, Sendable, CaseIterable {
    /// No answer can be tied to a person.
    case anonymous
    /// Answers are tied to persons and shown to few.
    case confidential
    /// The names are the point of the instrument.
    case identified
  }

  /// A declared answer that is none, such as "prefer not to say".
  public struct MissingReason: Hashable, Sendable {
    /// A word such as `prefer_not`.
    public var reason: String
    /// The code that an export holds for it, and the words.
    public var point: Point

    public init(reason: String, point: Point) {
      self.reason = reason
      self.point = point
    }
  }

  /// Items that stand together under one stem.
  public struct Section: Hashable, Sendable {
    /// The word that stands for the section.
    public var id: String
    /// The words above the items; `nil` where there are none.
    public var stem: LocalizedText?

    public init(id: String, stem: LocalizedText? = nil) {
      self.id = id
      self.stem = stem
    }
  }

  /// The word that stands for the instrument, such as `pupil-safety`.
  public var id: String
  /// Any text that tells one edition from the next.
  public var version: String
  /// What those who answer see at the top.
  public var title: LocalizedText
  /// The id of the framework pack whose practices the items name; `nil` where they name none.
  public var framework: String?
  /// Who answers.
  public var audience: Audience
  /// What those who answer are promised.
  public var privacy: Privacy
  /// The framework's methods that the instrument carries out, such as `C4.M3`.
  public var methods: [String]
  /// The declared missing answers, in the author's order.
  public var missing: [MissingReason]
  /// The answer scales, in the author's order.
  public var scales: [Scale]
  /// The sections, in the author's order.
  public var sections: [Section]
  /// The items of all sections, in the author's order.
  public var items: [Item]
  /// The figures computed for each person, in the author's order.
  public var scores: [Score]
  /// How its rows become evidence; `nil` for a questionnaire.
  public var record: RecordRule?
  /// Further headings under which an export may carry an item, by item id.
  public var aliases: [String: [String]]
  /// Licence, confidence and test vectors; `nil` for an instrument that is no published key.
  public var terms: KeyTerms?
  /// The id of the key whose items and scores the instrument takes over; `nil` for none.
  public var key: String?
  /// SHA-256 of the definition in canonical form, 64 hexadecimal digits; empty before it is
  /// computed.
  ///
  /// Equal definitions have equal ones, whatever their comments and spacing.
  public var hash: String

  public init(
    id: String, version: String, title: LocalizedText, framework: String? = nil,
    audience: Audience, privacy: Privacy, methods: [String] = [], missing: [MissingReason] = [],
    scales: [Scale] = [], sections: [Section] = [], items: [Item], scores: [Score] = [],
    record: RecordRule? = nil, aliases: [String: [String]] = [:], terms: KeyTerms? = nil,
    key: String? = nil, hash: String = ""
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.framework = framework
    self.audience = audience
    self.privacy = privacy
    self.methods = methods
    self.missing = missing
    self.scales = scales
    self.sections = sections
    self.items = items
    self.scores = scores
    self.record = record
    self.aliases = aliases
    self.terms = terms
    self.key = key
    self.hash = hash
  }

  /// The item with an id; `nil` where the instrument has none.
  public func item(_ id: String) -> Item? { items.first { $0.id == id } }

  /// The first item that a person names by its id or its question, however the letters are written.
  public func item(named name: String) -> Item? {
    let key = name.matchingKey
    return items.first { $0.id.matchingKey == key || $0.text?.preferred.matchingKey == key }
  }

  /// The first item that asks for names, with its rule; `nil` where no item does.
  public var nomination: (item: Item, rule: NominationRule)? {
    for item in items {
      if case .nominate(let rule) = item.format { return (item, rule) }
    }
    return nil
  }

  /// The item that says who answered; `nil` where none does.
  public var respondent: Item? { items.first { $0.role == .respondent } }
}

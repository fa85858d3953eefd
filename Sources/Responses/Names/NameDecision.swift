/// What a person decided about a written name, or about who wrote a row.
public struct NameDecision: Sendable, Hashable {
  /// What was decided.
  public enum Meaning: String, Sendable, CaseIterable {
    /// It means one pupil.
    case pupil
    /// It does not mean some pupils; the others stay in question.
    case not
    case staff, family
    /// The pupil said that there is no one.
    case noOne = "no_one"
    case illegible
    /// Somebody who is not on the roll.
    case offRoll = "off_roll"
  }

  /// The key of the entry that it is about.
  public var key: String
  public var kind: NameEntry.Kind
  /// What was written.
  public var written: String
  /// The class of those who wrote it; empty where the roll has none, and for a row.
  public var classLabel: String
  public var meaning: Meaning
  /// The ids of the pupil who is meant, or of those who are not; else empty.
  public var pupils: [String]
  public var note: String
  /// When it was decided, as 2026-11-22 09:30; empty where nobody said.
  public var at: String
  public var who: String
  /// When it was taken back; `nil` while it stands.
  public var undoneAt: String?
  public var undoneBy: String?

  public init(
    key: String, kind: NameEntry.Kind, written: String, classLabel: String, meaning: Meaning,
    pupils: [String] = [], note: String = "", at: String = "", who: String = "",
    undoneAt: String? = nil, undoneBy: String? = nil
  ) {
    self.key = key
    self.kind = kind
    self.written = written
    self.classLabel = classLabel
    self.meaning = meaning
    self.pupils = pupils
    self.note = note
    self.at = at
    self.who = who
    self.undoneAt = undoneAt
    self.undoneBy = undoneBy
  }

  /// Whether another decision says the same, whoever took it.
  public func says(theSameAs other: NameDecision) -> Bool {
    key == other.key && meaning == other.meaning && Set(pupils) == Set(other.pupils)
  }
}

/// The decisions that stand, each found by what it is about.
public struct NameDecisions: Sendable {
  /// The decisions that stand: of each entry the last one.
  public let standing: [NameDecision]
  private let named: [NameEntry: Int]
  private let rows: [String: Int]

  /// Takes decisions in the order in which they were taken.
  public init(_ decisions: [NameDecision] = []) {
    var last: [String: Int] = [:]
    for (place, decision) in decisions.enumerated() where decision.undoneAt == nil {
      last[decision.key] = place
    }
    standing = last.values.sorted().map { decisions[$0] }
    var named: [NameEntry: Int] = [:]
    var rows: [String: Int] = [:]
    for (place, decision) in standing.enumerated() {
      switch decision.kind {
      case .named: named[NameEntry(naming: decision.written, in: decision.classLabel)] = place
      case .writer: rows[decision.key] = place
      }
    }
    self.named = named
    self.rows = rows
  }

  var isEmpty: Bool { standing.isEmpty }

  /// The decision about an entry; `nil` where none stands.
  func decision(about entry: NameEntry) -> NameDecision? {
    switch entry.kind {
    case .named: named[entry].map { standing[$0] }
    case .writer: rows.isEmpty ? nil : rows[entry.key].map { standing[$0] }
    }
  }
}

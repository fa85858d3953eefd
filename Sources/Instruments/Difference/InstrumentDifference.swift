/// What changed between two editions of an instrument, and which trends survive.
public struct InstrumentDifference: Sendable {
  /// One thing that is not as it was.
  public struct Change: Hashable, Sendable {
    /// What changed, such as `text` or `codes`.
    public let what: String
    /// How it was; `nil` where there was none.
    public let from: String?
    /// How it is now; `nil` where there is none any more.
    public let to: String?
  }

  /// What became of an item or a score.
  public enum State: String, Hashable, Sendable {
    case same, changed, added, removed
  }

  /// An item or a score of either edition.
  public struct Entry: Hashable, Sendable {
    /// The id.
    public let id: String
    /// What became of it.
    public let state: State
    /// Whether figures of the two editions may be compared.
    public let isComparable: Bool
    /// What changed; empty unless `state` is `changed`.
    public let changes: [Change]
    /// The id of an item with the same wording and points in the other edition; `nil` for none.
    ///
    /// Only of items that were added or removed: it looks like one and the same under a new id.
    public let twin: String?
  }

  /// What changed in the head: version, audience, privacy, methods, missing answers.
  public let head: [Change]
  /// The items, those of the new edition first.
  public let items: [Entry]
  /// The scores, those of the new edition first.
  public let scores: [Entry]

  /// Compares an earlier edition with a later one.
  public init(from old: Instrument, to new: Instrument) {
    head = Self.head(old, new)
    items = Self.items(old, new)
    let comparable = Set(items.filter(\.isComparable).map(\.id))
    scores = Self.scores(old, new, comparableItems: comparable)
  }

  /// Whether nothing at all changed.
  public var isEmpty: Bool { head.isEmpty && (items + scores).allSatisfy { $0.state == .same } }

  private static func head(_ old: Instrument, _ new: Instrument) -> [Change] {
    var changes = Changes()
    changes.add("id", old.id, new.id)
    changes.add("version", old.version, new.version)
    changes.add("title", old.title.preferred, new.title.preferred)
    changes.add("framework", old.framework, new.framework)
    changes.add("audience", old.audience.rawValue, new.audience.rawValue)
    changes.add("privacy", old.privacy.rawValue, new.privacy.rawValue)
    changes.add("key", old.key, new.key)
    let methods = { (one: Instrument) in one.methods.sorted().joined(separator: ", ") }
    changes.add("methods", methods(old), methods(new))
    let missing = { (one: Instrument) in
      one.missing.map { "\($0.reason) \($0.point.code)" }.sorted().joined(separator: ", ")
    }
    changes.add("missing answers", missing(old), missing(new))
    return changes.list
  }

  private static func items(_ old: Instrument, _ new: Instrument) -> [Entry] {
    let now = new.items.map { item -> Entry in
      guard let earlier = old.item(item.id) else {
        let twin = old.items.first { new.item($0.id) == nil && $0.isTwin(of: item) }?.id
        return Entry(id: item.id, state: .added, isComparable: false, changes: [], twin: twin)
      }
      let changes = changes(earlier, item)
      return Entry(
        id: item.id, state: changes.isEmpty ? .same : .changed,
        isComparable: item.isComparable(with: earlier), changes: changes, twin: nil)
    }
    return now
      + old.items.filter { new.item($0.id) == nil }.map { item in
        let twin = new.items.first { old.item($0.id) == nil && $0.isTwin(of: item) }?.id
        return Entry(id: item.id, state: .removed, isComparable: false, changes: [], twin: twin)
      }
  }

  private static func changes(_ old: Item, _ new: Item) -> [Change] {
    var changes = Changes()
    changes.add("text", old.text, new.text)
    changes.add("stem", old.stem, new.stem)
    changes.add("type", old.format.name, new.format.name)
    let codes = { (item: Item) in item.format.points.map(\.code).joined(separator: ", ") }
    changes.add("codes", codes(old), codes(new))
    if codes(old) == codes(new) {
      let labels = { (item: Item) in item.format.points.map(\.title).joined(separator: ", ") }
      if old.format.points.map(\.label) != new.format.points.map(\.label) {
        changes.note("labels", labels(old), labels(new))
      }
    }
    changes.add("favourable codes", old.format.favourable, new.format.favourable)
    changes.add("reversed", "\(old.isReversed)", "\(new.isReversed)")
    changes.add("practice", old.practice, new.practice)
    changes.add("role", old.role?.rawValue, new.role?.rawValue)
    changes.add("importance", old.importance?.rawValue, new.importance?.rawValue)
    changes.add("section", old.section, new.section)
    return changes.list
  }

  private static func scores(
    _ old: Instrument, _ new: Instrument, comparableItems: Set<String>
  ) -> [Entry] {
    var entries: [Entry] = []
    for score in new.scores {
      guard let earlier = old.scores.first(where: { $0.id == score.id }) else {
        entries.append(
          Entry(id: score.id, state: .added, isComparable: false, changes: [], twin: nil))
        continue
      }
      var (changes, keepsRule) = ruleChanges(earlier, score)
      let lost = new.items(under: score).filter { !comparableItems.contains($0) }
      if !lost.isEmpty {
        changes.append(Change(what: "items that changed", from: nil, to: lost.listed))
      }
      let sources = entries.filter { score.sources.contains($0.id) }
      entries.append(
        Entry(
          id: score.id, state: changes.isEmpty ? .same : .changed,
          isComparable: keepsRule && lost.isEmpty && sources.allSatisfy(\.isComparable),
          changes: changes, twin: nil))
    }
    let removed = old.scores.filter { score in !new.scores.contains { $0.id == score.id } }
    return entries
      + removed.map {
        Entry(id: $0.id, state: .removed, isComparable: false, changes: [], twin: nil)
      }
  }

  /// What changed in how a score is computed, and whether it still gives the same figures.
  private static func ruleChanges(
    _ old: Score, _ new: Score
  ) -> (changes: [Change], keepsRule: Bool) {
    var changes = Changes()
    let uses = { (score: Score) in
      score.uses.map { ($0.isReversed ? "(R) " : "") + $0.item }.sorted().listed
    }
    changes.add("items", uses(old), uses(new))
    changes.add("from", old.sources.listed, new.sources.listed)
    changes.add("method", old.method.rawValue, new.method.rawValue)
    changes.add("fewest answers", "\(old.minimumAnswered)", "\(new.minimumAnswered)")
    changes.add("range", old.range.map(\.words), new.range.map(\.words))
    changes.add("recode", old.recode.words, new.recode.words)
    changes.add("rounding", old.rounding?.rawValue, new.rounding?.rawValue)
    changes.add("table", old.table.words, new.table.words)
    if old.labels != new.labels {
      changes.note("labels", old.labels.map(\.label).listed, new.labels.map(\.label).listed)
    }
    changes.add("awaits", old.awaited?.rawValue, new.awaited?.rawValue)
    let keepsRule = changes.list.isEmpty
    if old.bands != new.bands {
      changes.note("bands", old.bands?.scheme, new.bands?.scheme)
    }
    changes.add("outcome", "\(old.isOutcome)", "\(new.isOutcome)")
    changes.add("better", old.better.rawValue, new.better.rawValue)
    return (changes.list, keepsRule)
  }
}

/// Changes as they are found.
private struct Changes {
  private(set) var list: [InstrumentDifference.Change] = []

  mutating func add(_ what: String, _ from: String?, _ to: String?) {
    let (from, to) = (from.flatMap { $0.isEmpty ? nil : $0 }, to.flatMap { $0.isEmpty ? nil : $0 })
    if from != to { note(what, from, to) }
  }

  mutating func add(_ what: String, _ from: LocalizedText?, _ to: LocalizedText?) {
    let languages = Set((from?.wordings ?? [:]).keys).union((to?.wordings ?? [:]).keys)
    for language in languages.sorted() {
      add("\(what) (\(language))", from?.wordings[language], to?.wordings[language])
    }
  }

  mutating func note(_ what: String, _ from: String?, _ to: String?) {
    list.append(InstrumentDifference.Change(what: what, from: from, to: to))
  }
}

extension Item {
  /// Whether another item asks the same on the same points, whatever its id.
  fileprivate func isTwin(of other: Item) -> Bool {
    text != nil && isComparable(with: other)
  }
}

extension AnswerFormat {
  fileprivate var favourable: String? {
    guard case .scale(let scale) = self else { return nil }
    return scale.favourable?.sorted().map { "\($0)" }.listed
  }
}

extension [String] {
  fileprivate var listed: String { joined(separator: ", ") }
}

extension ClosedRange<Double> {
  fileprivate var words: String { "\(lowerBound.plain) to \(upperBound.plain)" }
}

extension [Int: Int] {
  fileprivate var words: String { sorted { $0.key < $1.key }.map { "\($0): \($1)" }.listed }
}

extension [Double: Double] {
  fileprivate var words: String {
    sorted { $0.key < $1.key }.map { "\($0.plain): \($1.plain)" }.listed
  }
}

/// The written names of a round that nobody matched for certain, each once for a class, with what a
/// person decided about them.
///
/// It never says who wrote a name.
public struct NameQueue: Sendable {
  /// A class in which fewer pupils answered is not named beside what one of them wrote.
  public static let smallestClass = 3

  /// A written name, or a row whose writer is not certain.
  public struct Entry: Sendable {
    /// Where an entry stands.
    public enum State: Sendable, Hashable {
      /// It waits for a person.
      case open
      /// Its words say what it is, and a person may say otherwise.
      case taken(Nominations.Discard.Reason)
      case decided
    }

    /// Why a decision that stands is not applied.
    public enum Obstacle: String, Sendable {
      /// The pupil whom it names is not on the roll.
      case notOnRoll = "not_on_roll"
      /// The pupil gave another row, and no time tells which is the later.
      case otherRow = "other_row"
    }

    public let entry: NameEntry
    /// The name of the entry for a person; the first letters of it will do.
    public let key: String
    /// What was written; of several spellings the first.
    public let written: String
    /// How often it was written.
    public let times: Int
    /// The numbers of the rows in their files, where the question is who wrote them; else empty.
    public let rows: [Int]
    /// The class of those who wrote it; `nil` where too few answered in it, or there is none.
    public let shownClass: String?
    /// Whether the class is held back because too few answered in it.
    public let isSmallClass: Bool
    /// Whom it could mean: places on the roll, ascending.
    public let candidates: [Int]
    /// Why it is a question; `nil` where its words say what it is.
    public let reason: NameReason?
    /// The candidate who is most likely meant; never taken by itself.
    public let suggested: Int?
    public let state: State
    /// The decision that stands, applied or not.
    public let decision: NameDecision?
    /// Why the decision is not applied; `nil` where it is.
    public let obstacle: Obstacle?

    /// Whether it waits for a person: to be decided, or to be confirmed as off the roll.
    public var waits: Bool { state == .open || state == .taken(.offRoll) }

    /// The class as it is kept with a decision.
    public var classLabel: String { entry.classLabel }
  }

  /// The entries: those that are open, then those that words settled, then those decided.
  public let entries: [Entry]
  /// The decisions that stand about names that nobody wrote any more.
  public let idle: [NameDecision]

  /// The entries that wait for a person.
  public var waiting: [Entry] { entries.filter(\.waits) }

  /// The fewest letters by which an entry is called.
  public static let shortestKey = 4

  /// The open entries about written names by what was written, as `plain` has it.
  public var openByText: [String: [Entry]] {
    Dictionary(
      grouping: entries.filter { $0.state == .open && $0.entry.kind == .named }, by: \.entry.text)
  }

  /// A text as names are compared.
  public static func plain(_ text: String) -> String { NameKey.of(text) }

  /// What a person may mean by the beginning of a key.
  public enum Lookup: Sendable {
    case found(Entry)
    case unknown
    /// These keys all begin so.
    case several([String])
  }

  /// The entry whose key begins so.
  public func entry(_ prefix: String) -> Lookup {
    let wanted = prefix.lowercased()
    guard wanted.utf8.count >= Self.shortestKey else {
      let near = entries.map(\.key).filter { $0.hasPrefix(wanted) }
      return near.isEmpty || wanted.isEmpty ? .unknown : .several(near)
    }
    let found = entries.filter { $0.key.hasPrefix(wanted) }
    if found.count > 1 { return .several(found.map(\.key)) }
    return found.first.map(Lookup.found) ?? .unknown
  }

  /// The shortest beginning of each key that no other key has, of at least four letters.
  ///
  /// - Complexity: O(n log n) for n entries.
  public func shortKeys() -> [String: String] {
    let sorted = entries.map(\.key).sorted()
    var short: [String: String] = [:]
    for (place, key) in sorted.enumerated() {
      let neighbours = [place - 1, place + 1].filter(sorted.indices.contains).map { sorted[$0] }
      let shared = neighbours.map { zip($0, key).prefix { $0 == $1 }.count }.max() ?? 0
      short[key] = String(key.prefix(max(Self.shortestKey, shared + 1)))
    }
    return short
  }
}

import Diagnostics

/// The rows of a table of decisions as they arrive.
struct DecisionRows {
  /// A fault of a row; the message takes the line of another row, where there is one.
  struct Fault {
    let record: Int
    var other: Int?
    let message: (Int) -> Diagnostic.Message
  }

  let queue: NameQueue
  let roll: Roll
  let replaces: Bool
  let columns: DecisionFile.Columns
  private(set) var plan = DecisionFile.Plan()
  private(set) var faults: [Fault] = []
  /// What rows before decided, with their record, by key.
  private var decided: [String: (decision: NameDecision, record: Int)] = [:]
  private let byText: [String: [NameQueue.Entry]]

  init(queue: NameQueue, roll: Roll, replaces: Bool, columns: DecisionFile.Columns) {
    self.queue = queue
    self.roll = roll
    self.replaces = replaces
    self.columns = columns
    byText = Dictionary(
      grouping: queue.entries.filter { $0.entry.kind == .named }, by: \.entry.text)
  }

  mutating func take(_ row: CSVRow, record: Int, width: Int) {
    let place = "row \(record)"
    guard row.count == width else {
      let found = row.count
      return fault(record) { _ in .decisionWidth(place, found: found, expected: width) }
    }
    let word = Self.text(row, columns.decision)
    let pupils = Self.text(row, columns.pupil)
    guard !word.isEmpty else {
      if pupils.isEmpty { return plan.blank += 1 }
      return fault(record) { _ in .pupilWithoutDecision(place) }
    }
    guard let meaning = NameDecision.Meaning(word: word) else {
      return fault(record) { _ in .badDecision(place, word) }
    }
    guard let ids = ids(pupils, for: meaning, word, record) else { return }
    let note = Self.text(row, columns.note)
    guard note.count <= NameDecision.longestNote else {
      return fault(record) { _ in .longNote(place, limit: NameDecision.longestNote) }
    }
    for entry in entries(of: row, record) {
      guard entry.entry.kind == .named || meaning.isOfWriters else {
        fault(record) { _ in .noWriterDecision(place, word) }
        continue
      }
      add(entry.decided(meaning, pupils: ids, note: note), about: entry, record)
    }
  }

  private mutating func add(
    _ decision: NameDecision, about entry: NameQueue.Entry, _ record: Int
  ) {
    if let other = decided[entry.key] {
      if other.decision.says(theSameAs: decision) { return }
      return fault(record, other: other.record) { .decidedTwice("row \(record)", line: $0) }
    }
    decided[entry.key] = (decision, record)
    if let standing = entry.decision {
      if standing.says(theSameAs: decision) { return plan.unchanged += 1 }
      guard replaces else {
        return fault(record) { _ in .decidedOtherwise("row \(record)", by: standing.who) }
      }
    }
    plan.decisions.append(decision)
  }

  /// What a row is about, by its key or by what was written; faults are noted where there is none.
  private mutating func entries(of row: CSVRow, _ record: Int) -> [NameQueue.Entry] {
    let place = "row \(record)"
    let key = Self.text(row, columns.key)
    let written = NameKey.of(Self.text(row, columns.written))
    guard key.isEmpty else {
      switch queue.entry(key) {
      case .found(let entry):
        if written.isEmpty || NameKey.of(entry.written) == written { return [entry] }
        fault(record) { _ in .keyOfAnother(place) }
      case .unknown: fault(record) { _ in .unknownKey(place, key) }
      case .several: fault(record) { _ in .keyOfSeveral(place, key) }
      }
      return []
    }
    let label = Self.text(row, columns.classLabel)
    let found = (byText[written] ?? []).filter { label.isEmpty || $0.classLabel == label }
    if found.isEmpty { fault(record) { _ in .nobodyWrote(place, hasClass: !label.isEmpty) } }
    return found
  }

  /// The ids in a cell; `nil` where they do not go with the decision.
  private mutating func ids(
    _ cell: String, for meaning: NameDecision.Meaning, _ word: String, _ record: Int
  ) -> [String]? {
    let place = "row \(record)"
    let given = cell.split(separator: ";").map { String($0).trimmingBlanks }
      .filter { !$0.isEmpty }
    guard meaning == .pupil || meaning == .not else {
      if given.isEmpty { return [] }
      fault(record) { _ in .decisionWithPupil(place, word) }
      return nil
    }
    guard !given.isEmpty, meaning == .not || given.count == 1 else {
      fault(record) { _ in .decisionWithoutPupil(place, meaning.rawValue) }
      return nil
    }
    var ids: [String] = []
    for id in given {
      // A spreadsheet guard may stand before an id that begins like a formula.
      let bare = id.hasPrefix("'") ? String(id.dropFirst()) : id
      guard let pupil = roll.place(ofPupil: id) ?? roll.place(ofPupil: bare) else {
        fault(record) { _ in .notOnRoll(place, id) }
        return nil
      }
      ids.append(roll.ids[pupil])
    }
    return ids
  }

  private mutating func fault(
    _ record: Int, other: Int? = nil, _ message: @escaping (Int) -> Diagnostic.Message
  ) {
    faults.append(Fault(record: record, other: other, message: message))
  }

  private static func text(_ row: CSVRow, _ column: Int?) -> String {
    column.map { row.text($0).trimmingBlanks } ?? ""
  }
}

extension NameDecision {
  /// The most characters of a note.
  public static let longestNote = 500
}

extension NameDecision.Meaning {
  /// The meaning by its word, in any case, with a hyphen, an underscore or a space.
  public init?(word: String) {
    let key = String(word.lowercased().map { "- ".contains($0) ? "_" : $0 })
    self.init(rawValue: WrittenName.meansNobody(word) ? Self.noOne.rawValue : key)
  }

  /// The word for it, as people write it.
  public var word: String { String(rawValue.map { $0 == "_" ? "-" : $0 }) }

  /// Whether it can be said of who wrote a row.
  public var isOfWriters: Bool { [.pupil, .not, .offRoll].contains(self) }
}

extension NameQueue.Entry {
  /// A decision about the entry.
  public func decided(
    _ meaning: NameDecision.Meaning, pupils: [String] = [], note: String = ""
  ) -> NameDecision {
    NameDecision(
      key: key, kind: entry.kind, written: written, classLabel: classLabel, meaning: meaning,
      pupils: pupils, note: note)
  }
}

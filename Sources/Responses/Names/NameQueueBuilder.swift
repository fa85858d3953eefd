/// Gathers the written names of a round into a queue.
struct NameQueueBuilder {
  private struct Gathered {
    var written: String
    var times = 0
    var rows: [Int] = []
    var candidates: Set<Int32> = []
    var state: NameQueue.Entry.State
    var decision: NameDecision?
    var obstacle: NameQueue.Entry.Obstacle?
  }

  private var gathered: [NameEntry: Gathered] = [:]

  /// Notes one occurrence of an entry.
  mutating func add(
    _ entry: NameEntry, written: String, row: Int? = nil, candidates: [Int32] = [],
    state: NameQueue.Entry.State, decision: NameDecision? = nil,
    obstacle: NameQueue.Entry.Obstacle? = nil
  ) {
    var own =
      gathered[entry]
      ?? Gathered(written: written, state: state, decision: decision, obstacle: obstacle)
    own.written = min(own.written, written)
    own.times += 1
    if let row { own.rows.append(row) }
    own.candidates.formUnion(candidates)
    // What is a question for one writer of the class is one for the class.
    if state == .open { own.state = .open }
    own.obstacle = own.obstacle ?? obstacle
    gathered[entry] = own
  }

  /// The queue.
  ///
  /// - Parameters:
  ///   - answered: How many pupils of each class answered.
  ///   - decisions: What was decided.
  ///   - matcher: Says why names are questions; `nil` where there was no text to match.
  /// - Returns: The entries in an order that does not depend on that of rows.
  func queue(
    answered: [String: Int], decisions: NameDecisions, _ matcher: inout NameMatcher?
  ) -> NameQueue {
    var entries: [NameQueue.Entry] = []
    entries.reserveCapacity(gathered.count)
    for (entry, own) in gathered {
      let candidates = own.candidates.sorted()
      let isQuestion = own.state != .decided && (!candidates.isEmpty || entry.kind == .writer)
      let isSmall =
        !entry.classLabel.isEmpty
        && answered[entry.classLabel, default: 0] < NameQueue.smallestClass
      entries.append(
        NameQueue.Entry(
          entry: entry, key: entry.key, written: own.written, times: own.times,
          rows: own.rows.sorted(),
          shownClass: isSmall || entry.classLabel.isEmpty ? nil : entry.classLabel,
          isSmallClass: isSmall, candidates: candidates.map(Int.init),
          reason: isQuestion ? matcher?.reason(own.written, candidates) : nil,
          suggested: isQuestion ? matcher?.suggestion(own.written, candidates).map(Int.init) : nil,
          state: own.state, decision: own.decision, obstacle: own.obstacle))
    }
    let known = Set(entries.map(\.key))
    return NameQueue(
      entries: entries.sorted { Self.order($0) < Self.order($1) },
      idle: decisions.standing.filter { !known.contains($0.key) })
  }

  private static func order(_ entry: NameQueue.Entry) -> (Int, String, String, String) {
    let rank =
      switch entry.state {
      case .open: entry.entry.kind == .named ? 0 : 1
      case .taken(.offRoll): 2
      case .taken: 3
      case .decided: 4
      }
    return (rank, entry.isSmallClass ? "" : entry.classLabel, entry.written, entry.key)
  }
}

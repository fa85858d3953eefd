extension NominationRows {
  /// The class of a pupil; empty where the roll has none.
  private func classLabel(of pupil: Int32) -> String {
    guard let column = roll.classes, column.cells[Int(pupil)] >= 0 else { return "" }
    return column.labels[Int(column.cells[Int(pupil)])]
  }

  /// Takes what somebody wrote for a tie, an open question, or what a person decided.
  mutating func addWritten(
    _ text: String, by nominator: Int32, to builder: inout NominationBuilder
  ) {
    let match = matcher?.match(text, by: nominator) ?? .stranger
    if case .pupil(let pupil) = match, decisions.isEmpty {
      return builder.add(pupil, by: nominator)
    }
    let entry = NameEntry(naming: text, in: classLabel(of: nominator))
    guard let decision = decisions.decision(about: entry) else {
      note(entry, text, match)
      return builder.add(match, text: text, by: nominator)
    }
    switch decision.meaning {
    case .pupil:
      guard let pupil = decision.pupils.first.flatMap(roll.place(ofPupil:)) else {
        note(entry, text, match, decision, obstacle: .notOnRoll)
        return builder.add(match, text: text, by: nominator)
      }
      add(Int32(truncatingIfNeeded: pupil), decidedFor: match, text, by: nominator, to: &builder)
    case .not:
      let left = match.without(Set(decision.pupils.compactMap(roll.place(ofPupil:))))
      note(entry, text, left, decision)
      return builder.add(left, text: text, by: nominator)
    case .noOne: builder.addNobody(by: nominator)
    case .staff: builder.add(.other(.staff), text: text, by: nominator)
    case .family: builder.add(.other(.family), text: text, by: nominator)
    case .illegible: builder.add(.other(.illegible), text: text, by: nominator)
    case .offRoll: builder.add(.other(.offRoll), text: text, by: nominator)
    }
    queue.add(entry, written: text, state: .decided, decision: decision)
  }

  /// Takes what a person decided a name to mean for a tie, but not of the pupil with himself or herself
  /// while the name could be another's too, who is then in doubt.
  ///
  /// The name is no open question again, since that would tell who wrote it.
  private func add(
    _ pupil: Int32, decidedFor match: NameMatcher.Match, _ text: String, by nominator: Int32,
    to builder: inout NominationBuilder
  ) {
    guard pupil == nominator, case .candidates(let candidates) = match,
      candidates.contains(where: { $0 != nominator })
    else { return builder.add(pupil, by: nominator) }
    builder.addDoubtful(candidates.filter { $0 != nominator })
    builder.add(.other(.unresolved), text: text, by: nominator)
  }

  private mutating func note(
    _ entry: NameEntry, _ text: String, _ match: NameMatcher.Match,
    _ decision: NameDecision? = nil, obstacle: NameQueue.Entry.Obstacle? = nil
  ) {
    switch match {
    case .pupil:
      // Certain by now; a decision that cannot be applied is told all the same.
      if let decision {
        queue.add(
          entry, written: text, state: .decided, decision: decision, obstacle: obstacle)
      }
    case .candidates(let candidates):
      queue.add(
        entry, written: text, candidates: candidates, state: .open, decision: decision,
        obstacle: obstacle)
    case .stranger:
      queue.add(
        entry, written: text, state: .taken(.offRoll), decision: decision, obstacle: obstacle)
    case .other(let reason):
      let isRejected = decision?.meaning == .not
      queue.add(
        entry, written: text, state: isRejected ? .decided : .taken(reason), decision: decision,
        obstacle: obstacle)
    }
  }

  /// The entry of a row whose writer is not certain.
  func writerEntry(of index: Int) -> NameEntry {
    let start = index == 0 ? 0 : Int(entries[index - 1].end)
    let names = references[start..<Int(entries[index].end)].map { reference in
      if reference >= 0 { return roll.ids[Int(reference)] }
      if reference == Reference.nobody { return "no one" }
      let number = Reference.firstText - reference
      return erased[number] == nil ? NameKey.of(texts.text(Int(number))) : "\u{0}"
    }
    return NameEntry(row: respondent(of: index), names: names)
  }

  private func respondent(of index: Int) -> String {
    texts.text(Int(Reference.firstText - entries[index].respondentText))
  }

  /// The pupil who wrote a row, where a person said so.
  mutating func decidedWriter(of index: Int) -> Int32? {
    guard !decisions.isEmpty,
      let decision = decisions.decision(about: writerEntry(of: index)), decision.meaning == .pupil,
      let pupil = decision.pupils.first.flatMap(roll.place(ofPupil:))
    else { return nil }
    entries[index].isDecided = true
    return Int32(truncatingIfNeeded: pupil)
  }

  /// Of sheets of one pupil, some given to the pupil by a person, keeps the latest; where no time
  /// tells, the decisions wait.
  ///
  /// Rows of one name each stand together, as a list with a row for each name has them.
  mutating func settleDecidedWriters(_ moments: [Int?]) {
    let decided = Set(entries.filter(\.isDecided).map(\.pupil))
    if decided.isEmpty { return }
    var rows: [Int32: [Int]] = [:]
    for (index, entry) in entries.enumerated()
    where !entry.isDropped && decided.contains(entry.pupil) {
      rows[entry.pupil, default: []].append(index)
    }
    for own in rows.values where own.count > 1 {
      let isOneNameEach = own.allSatisfy { index in
        entries[index].end - (index == 0 ? 0 : entries[index - 1].end) <= 1
      }
      if isOneNameEach { continue }
      let times = own.compactMap { moments[$0] }
      if times.count == own.count, Set(times).count == own.count, let last = times.max() {
        for index in own where moments[index] != last {
          entries[index].isDropped = true
          counts.excluded[.duplicate, default: 0] += 1
        }
      } else {
        for index in own where entries[index].isDecided {
          entries[index].pupil = -1
          entries[index].isDecided = false
          entries[index].isUndecided = true
        }
      }
    }
  }

  /// Takes a row whose writer is not certain, with what a person decided.
  ///
  /// - Parameters:
  ///   - index: The row.
  ///   - named: The pupils whom it names for certain.
  ///   - builder: Takes the row.
  mutating func addUnmatched(
    _ index: Int, named: [Int32], to builder: inout NominationBuilder
  ) {
    let text = respondent(of: index)
    let record = Int(entries[index].record)
    let entry = writerEntry(of: index)
    let decision = decisions.decision(about: entry)
    if decision?.meaning == .offRoll {
      queue.add(entry, written: text, row: record, state: .decided, decision: decision)
      counts.excluded[.respondent, default: 0] += 1
      return
    }
    var match = matcher?.match(text, by: nil) ?? .stranger
    var obstacle: NameQueue.Entry.Obstacle?
    if let decision {
      if decision.meaning == .not {
        match = match.without(Set(decision.pupils.compactMap(roll.place(ofPupil:))))
      } else {
        obstacle = entries[index].isUndecided ? .otherRow : .notOnRoll
      }
    }
    var candidates: [Int32] = []
    if case .candidates(let found) = match { candidates = found }
    queue.add(
      entry, written: text, row: record, candidates: candidates, state: .open, decision: decision,
      obstacle: obstacle)
    builder.addUnmatched(text, record: record, named: named, match: match)
  }

  /// Notes a row that a person gave to a pupil.
  mutating func noteDecidedWriter(_ index: Int) {
    guard entries[index].isDecided else { return }
    let entry = writerEntry(of: index)
    queue.add(
      entry, written: respondent(of: index), row: Int(entries[index].record), state: .decided,
      decision: decisions.decision(about: entry))
  }

  /// What waits for a person, and what was decided.
  mutating func nameQueue(_ answered: [Bool]) -> NameQueue {
    var counts: [String: Int] = [:]
    for (pupil, hasAnswered) in answered.enumerated() where hasAnswered {
      counts[classLabel(of: Int32(truncatingIfNeeded: pupil)), default: 0] += 1
    }
    return queue.queue(answered: counts, decisions: decisions, &matcher)
  }
}

extension NameMatcher.Match {
  /// The match without some pupils; off the roll for good where nobody is left.
  fileprivate func without(_ pupils: Set<Int>) -> Self {
    switch self {
    case .pupil(let pupil): return pupils.contains(Int(pupil)) ? .other(.offRoll) : self
    case .candidates(let candidates):
      let left = candidates.filter { !pupils.contains(Int($0)) }
      return left.isEmpty ? .other(.offRoll) : .candidates(left)
    case .stranger, .other: return self
    }
  }
}

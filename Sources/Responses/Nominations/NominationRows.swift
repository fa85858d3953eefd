import Diagnostics
import Instruments

/// The rows of a nominations file as they arrive, every name once interned and matched.
struct NominationRows {
  let layout: NominationLayout
  let width: Int
  let roll: Roll
  private let round: NominationImport.RoundChoice
  /// The keys of what stands for no answer, such as "prefer not to say".
  private let missing: Set<String>
  private let reach: NominationRule.Scope
  /// What each cell of a name refers to: a pupil, nobody, or a text to be matched.
  enum Reference { static let nobody: Int32 = -1, firstText: Int32 = -2 }

  var matcher: NameMatcher?
  /// What a person decided about written names.
  var decisions = NameDecisions()
  var queue = NameQueueBuilder()
  var texts = ByteTable()
  private var rounds: Set<String> = []
  var entries: [Entry] = []
  var references: [Int32] = []
  /// The pupils that names which were erased could have meant, by the number of their text.
  var erased: [Int32: [Int32]] = [:]
  /// The first entry of each pupil in a wide file, -1 for none.
  private var entryOfPupil: [Int32]
  private var repeats = RepeatedRows()
  private(set) var times = TextColumn()
  private var handInDays: HandInDays?
  /// The rows that count although their tool marks them as not finished.
  private var unfinished: Set<Int> = []
  private(set) var faults = FaultList()
  /// What stands in rows that were set aside.
  var doubts: [Int32] = []
  var counts = ImportLedger()
  /// How many rows became nominations, once they are made.
  private var takenRows = 0

  /// One row: whose it is, and which references are its own.
  struct Entry {
    var pupil: Int32
    var respondentText: Int32
    var record: Int32
    var end: Int32
    var isDropped = false
    var isFaulty = false
    /// Whether a person said who wrote it.
    var isDecided = false
    /// Whether a person said so and another row of the pupil stands against it.
    var isUndecided = false
  }

  init(
    layout: NominationLayout, width: Int, roll: Roll, round: NominationImport.RoundChoice,
    missing: [Instrument.MissingReason], reach: NominationRule.Scope, openDays: OpenDays? = nil
  ) {
    self.reach = reach
    handInDays = HandInDays(
      openDays, column: layout.timeStamp, blankDay: layout.dialect.traits.blankDay)
    self.missing = Set(missing.flatMap(AnswerReader.words))
    self.layout = layout
    self.width = width
    self.roll = roll
    self.round = round
    entryOfPupil = [Int32](repeating: -1, count: roll.count)
    counts.dialect = layout.dialect
  }

  mutating func take(_ row: CSVRow, record: Int) {
    counts.read += 1
    counts.cells.read += row.count
    if row.isBlank { return counts.leaveOut(cells: row.count, .empty) }
    if let exclusion = layout.screen.exclusion(of: row) {
      return counts.leaveOut(cells: row.count, exclusion)
    }
    guard row.count == width else {
      refuse(record, .width(found: row.count, expected: width), cells: row.count)
      for column in 0..<row.count where !row.trimmed(column).isEmpty {
        doubts.append(reference(row.trimmed(column)))
      }
      return
    }
    if let column = layout.round {
      let name = row.text(column).trimmingBlanks
      rounds.insert(name)
      if let wanted = round.wanted, name != wanted {
        counts.read -= 1
        counts.cells.read -= row.count
        return
      }
    }
    handInDays?.append(row, record: record)
    let pupil = reference(row[layout.respondent])
    let entry = entries.count
    if layout.screen.isUnfinished(row) { unfinished.insert(entry) }
    switch layout.shape {
    case .long(let nominee):
      addNames(row, [nominee], several: false)
    case .wide(let names, let several):
      addNames(row, names, several: several)
      if pupil >= 0 {
        if entryOfPupil[Int(pupil)] < 0 {
          entryOfPupil[Int(pupil)] = Int32(truncatingIfNeeded: entry)
        } else {
          repeats.add(entry, of: Int(pupil), first: Int(entryOfPupil[Int(pupil)]))
        }
      }
      if let timeStamp = layout.timeStamp { times.append(row[timeStamp]) }
    }
    entries.append(
      Entry(
        pupil: max(pupil, -1), respondentText: pupil <= Reference.firstText ? pupil : 0,
        record: Int32(truncatingIfNeeded: record), end: Int32(truncatingIfNeeded: references.count))
    )
  }

  private mutating func refuse(
    _ record: Int, column: Int? = nil, _ kind: RowFault.Kind, cells: Int
  ) {
    faults.note(record, column: column, kind)
    counts.leaveOut(cells: cells, .fault)
  }

  private mutating func addNames(_ row: CSVRow, _ columns: [Int], several: Bool) {
    for column in columns {
      let cell = row[column]
      if cell.isEmpty { continue }
      if !several || roll.pupil(withID: cell) != nil {
        addName(cell)
      } else {
        for var name in WrittenName.names(in: row.text(column)) { name.withUTF8 { addName($0) } }
      }
    }
  }

  private mutating func addName(_ cell: UnsafeBufferPointer<UInt8>) {
    if let pupil = roll.pupil(withID: cell) {
      references.append(Int32(truncatingIfNeeded: pupil))
      return
    }
    let text = String(decoding: cell, as: UTF8.self).trimmingBlanks
    if WrittenName.isNoAnswer(text) || missing.contains(text.matchingKey) { return }
    references.append(WrittenName.meansNobody(text) ? Reference.nobody : reference(cell))
  }

  /// The pupil with an id, or the number of a text as a negative reference.
  mutating func reference(_ cell: UnsafeBufferPointer<UInt8>) -> Int32 {
    if let pupil = roll.pupil(withID: cell) { return Int32(truncatingIfNeeded: pupil) }
    var text = String(decoding: cell, as: UTF8.self).trimmingBlanks
    let index = text.withUTF8 { texts.intern($0).index }
    return Reference.firstText - Int32(truncatingIfNeeded: index)
  }

  /// Leaves the rows out that were handed in while the round was not open, matches the texts, then
  /// keeps the latest of a pupil's rows, or refuses what nothing dates.
  ///
  /// - Returns: Whether that could be told; `sink` says why not.
  mutating func settle(
    _ dateOrder: DateOrder?, in file: CSVFile, reporting sink: inout DiagnosticSink
  ) -> Bool {
    var removed: Set<Int> = []
    if let handInDays {
      guard let excluded = handInDays.excluded(dateOrder, in: file, reporting: &sink) else {
        return false
      }
      for (reason, rows) in excluded {
        drop(rows, reason)
        removed.formUnion(rows)
      }
    }
    settleDuplicates(dateOrder: dateOrder, without: removed)
    countCells()
    return true
  }

  private mutating func drop(_ rows: [Int], _ reason: ImportLedger.Exclusion) {
    for entry in rows { entries[entry].isDropped = true }
    counts.leaveOut(rows.count, cells: rows.count * width, reason)
  }

  /// Matches the texts, then keeps the latest of a pupil's rows, or refuses what nothing dates.
  mutating func settleDuplicates(dateOrder: DateOrder?, without removed: Set<Int> = []) {
    if texts.count > 0 { matchRespondents() }
    let settled = repeats.settled(
      by: layout.timeStamp == nil ? nil : ResponseTimes(times, dateOrder), without: removed,
      unfinished: unfinished)
    drop(settled.superseded, .duplicate)
    for (entry, other) in settled.undecided {
      entries[entry].isDropped = true
      entries[entry].isFaulty = true
      refuse(
        Int(entries[entry].record), column: layout.respondent,
        .sameRespondent(other: Int(entries[other].record)), cells: width)
    }
  }

  private mutating func matchRespondents() {
    let matcher = NameMatcher(roll: roll, reach: reach)
    self.matcher = matcher
    for index in entries.indices where entries[index].respondentText < 0 {
      let text = texts.text(Int(Reference.firstText - entries[index].respondentText))
      guard let pupil = matcher.certain(text) ?? decidedWriter(of: index) else { continue }
      entries[index].pupil = pupil
      guard case .wide = layout.shape else { continue }
      if entryOfPupil[Int(pupil)] < 0 {
        entryOfPupil[Int(pupil)] = Int32(truncatingIfNeeded: index)
      } else {
        repeats.add(index, of: Int(pupil), first: Int(entryOfPupil[Int(pupil)]))
      }
    }
  }

  /// Reports a round that the file does not hold, or that has to be chosen.
  func reportRounds(at place: Location, to sink: inout DiagnosticSink) {
    let known = rounds.sorted()
    if case .ifThere = round, rounds.isEmpty { return }
    if let wanted = round.wanted, !rounds.contains(wanted) {
      sink.error(.noSuchRound(wanted, known: known), at: place)
    } else if round.wanted == nil, rounds.count > 1 {
      sink.error(.severalRounds(known), at: place)
    }
  }

  /// The ties, and all that is none; the rows are given back.
  mutating func nominations(limit: Int) -> Nominations {
    var builder = NominationBuilder(roll: roll, limit: limit)
    builder.addDoubtful(doubts.compactMap(pupil))
    var start = 0
    var taken = 0
    for index in entries.indices {
      let entry = entries[index]
      let end = Int(entry.end)
      defer { start = end }
      if entry.isFaulty {
        builder.addDoubtful([entry.pupil] + references[start..<end].compactMap(pupil))
      }
      if entry.isDropped { continue }
      if entry.pupil >= 0 {
        if roll.optedOut[Int(entry.pupil)] {
          counts.excluded[.optedOut, default: 0] += 1
          setCellsAside(named: end - start)
          continue
        }
        taken += 1
        if entry.isDecided { noteDecidedWriter(index) }
        for place in start..<end { add(references[place], by: entry.pupil, to: &builder) }
      } else {
        setCellsAside(named: end - start)
        addUnmatched(
          index, named: references[start..<end].compactMap(pupil), to: &builder)
      }
    }
    // Given back first where no question needs them: a nation has tens of millions.
    if texts.count == 0 { (entries, references) = ([], []) }
    takenRows = taken
    var nominations = builder.finished()
    if texts.count > 0 { nominations.queue = nameQueue(nominations.answered) }
    return nominations
  }

  /// The pupil whom a reference means for certain.
  private func pupil(_ reference: Int32) -> Int32? {
    if reference >= 0 { return reference }
    guard reference <= Reference.firstText else { return nil }
    return matcher?.certain(texts.text(Int(Reference.firstText - reference)))
  }

  private mutating func add(
    _ reference: Int32, by nominator: Int32, to builder: inout NominationBuilder
  ) {
    if reference >= 0 {
      builder.add(reference, by: nominator)
    } else if reference == Reference.nobody {
      builder.addNobody(by: nominator)
    } else {
      let number = Reference.firstText - reference
      if let candidates = erased[number] {
        let match: NameMatcher.Match =
          candidates.isEmpty ? .other(.offRoll) : .candidates(candidates)
        return builder.add(match, text: NominationSheet.erasedText, by: nominator)
      }
      addWritten(texts.text(Int(number)), by: nominator, to: &builder)
    }
  }

  /// Where the records went.
  func ledger(with nominations: Nominations) -> ImportLedger {
    var ledger = counts
    let unmatched = nominations.unmatchedRespondents.count
    if unmatched > 0 { ledger.excluded[.respondent, default: 0] += unmatched }
    // The sums of sheets that were kept are those of several files.
    return width == 0 ? ledger : ledger.balanced(with: takenRows)
  }
}

import Diagnostics
import Instruments

/// The rows of a roll as they arrive.
struct RollRows {
  /// The words that deny what a column asks: that a pupil has left, or takes no part.
  private static let denials: Set<String> = ["", "no", "n", "0", "false"]

  private let columns: RollColumns
  private let names: RollNames
  private let today: CalendarDay?
  private let dateOrder: DateOrder
  /// The columns of labels, with what they hold, in the order of the file.
  private var labels: [(column: Int, labels: LabelBuilder)]
  private var ids = TextColumn()
  private var fullNames = TextColumn()
  private var knownAs = TextColumn()
  private var aliases = TextColumn()
  private var optedOut: [Bool] = []
  private var records: [Int32] = []
  private var index: IdentifierIndex
  /// The further ids of pupils, by column, with the records that have them.
  private var otherIDs: [(column: Int, index: IdentifierIndex, records: [Int32])]
  /// The ids that begin with a zero, which a spreadsheet would drop.
  private var zeroLed: [(record: Int, id: String)] = []
  /// Words of an enrolment status that are not known, by how many pupils have them.
  private var unknownStatus: [String: Int] = [:]
  private var leavers: [Roll.Leaver] = []
  private(set) var counts = RollReading.Counts()
  private(set) var faults = FaultList()
  /// What may be mistyped, which stops nothing.
  private(set) var warnings = FaultList()

  init(file: CSVFile, _ columns: RollColumns, _ options: ImportOptions) {
    self.columns = columns
    names = RollNames(columns: columns.places)
    today = options.today
    dateOrder = options.dateOrder ?? .dayFirst
    index = IdentifierIndex(minimumCapacity: (file.source.size ?? 0) / 18)
    labels = columns.groups.map { ($0, LabelBuilder()) }
    otherIDs = columns.otherIDs.map { ($0, IdentifierIndex(), []) }
    if file.headerRecord > 1 { counts.headingLine = file.headerLocation.line ?? 1 }
  }

  var count: Int { ids.count }

  /// Whether a cell says that a pupil is gone: anything but "no" or a day still to come.
  private func hasLeft(_ cell: String) -> Bool {
    if Self.denials.contains(cell.matchingKey) { return false }
    guard let today, let day = DateReader.read(cell.trimmingBlanks)?.day(dateOrder) else {
      return true
    }
    return day <= today
  }

  /// Whether a pupil is on roll, by the day of leaving, the status, and a year that is blank.
  private mutating func status(of row: CSVRow) -> EnrolmentStatus {
    if let left = columns.places[.left], hasLeft(row.text(left)) { return .left }
    if let column = columns.places[.status] {
      let cell = row.text(column).trimmingBlanks
      guard let status = EnrolmentStatus(cell) else {
        unknownStatus[cell, default: 0] += 1
        return .present
      }
      if status != .present { return status }
    }
    if columns.isYearDated, let year = columns.places[.year], row.trimmed(year).isEmpty {
      let hasClass = columns.places[.class].map { !row.trimmed($0).isEmpty } ?? false
      if !hasClass { return .left }
    }
    return .present
  }

  mutating func take(_ row: CSVRow, record: Int) {
    if row.isBlank { return }
    guard row.count == columns.header.count else {
      return faults.note(record, .width(found: row.count, expected: columns.header.count))
    }
    let id = row.trimmed(columns.identifier)
    if isHeadings(row) { return counts.repeatedHeadings += 1 }
    guard !id.isEmpty else { return faults.note(record, .noPupilID) }
    switch status(of: row) {
    case .present: break
    case .notYet: return counts.notYet += 1
    case .left:
      let names = names.read(row)
      counts.left += 1
      return leavers.append(
        Roll.Leaver(
          id: String(decoding: id, as: UTF8.self), name: names.full, knownAs: names.called,
          aliases: names.aliases))
    }
    guard isSound(row, id, record) else { return }
    let entry = index.intern(id)
    guard entry.isNew else {
      let text = row.excerpt(columns.identifier).trimmingBlanks
      let earlier = Int(records[entry.index])
      return faults.note(record, .samePupilID(id: text, other: earlier))
    }
    checkNumber(row, id, record)
    checkOtherIDs(row, record)
    append(row, id, record)
  }

  /// Whether a row repeats the headings, as printed reports do on every page.
  private func isHeadings(_ row: CSVRow) -> Bool {
    let heading = columns.header[columns.identifier]
    guard row[columns.identifier].elementsEqual(heading.utf8) else { return false }
    return columns.header.indices.allSatisfy { row[$0].elementsEqual(columns.header[$0].utf8) }
  }

  /// Whether an id can be one: no number as spreadsheets spoil it, and no line of a report.
  private mutating func isSound(
    _ row: CSVRow, _ id: UnsafeBufferPointer<UInt8>, _ record: Int
  ) -> Bool {
    let text = row.excerpt(columns.identifier).trimmingBlanks
    if let first = id.first, (0x30...0x39).contains(first), text.uppercased().contains("E+") {
      faults.note(record, .spoiltPupilID(id: text))
      return false
    }
    let isAlone = (0..<row.count).allSatisfy {
      $0 == columns.identifier || row.trimmed($0).isEmpty
    }
    if isAlone, row.count > 1, id.contains(0x20) {
      faults.note(record, .lineOfReport)
      return false
    }
    return true
  }

  private mutating func checkNumber(
    _ row: CSVRow, _ id: UnsafeBufferPointer<UInt8>, _ record: Int
  ) {
    if id.first == 0x30 { zeroLed.append((record, String(decoding: id, as: UTF8.self))) }
    guard columns.hasCheckLetters else { return }
    if !UniquePupilNumber.isValid(id) {
      warnings.note(record, .checkLetter(id: row.excerpt(columns.identifier).trimmingBlanks))
    } else if UniquePupilNumber.isTemporary(id) {
      counts.temporaryNumbers += 1
    }
  }

  /// One pupil under two ids would be counted twice.
  private mutating func checkOtherIDs(_ row: CSVRow, _ record: Int) {
    for place in otherIDs.indices {
      let column = otherIDs[place].column
      let id = row.trimmed(column)
      if id.isEmpty { continue }
      let entry = otherIDs[place].index.intern(id)
      if entry.isNew {
        otherIDs[place].records.append(Int32(truncatingIfNeeded: record))
      } else {
        let other = Int(otherIDs[place].records[entry.index])
        faults.note(record, column: column, .twoPupilIDs(other: other))
      }
    }
  }

  /// Notes ids that are the same but for zeros in front, once all are known.
  mutating func compareIDs() {
    for (record, id) in zeroLed {
      var bare = String(id.drop { $0 == "0" })
      if let other = bare.withUTF8({ index.index(of: $0) }) {
        warnings.note(record, .zerosApart(id: id, other: Int(records[other])))
      }
    }
  }

  private mutating func append(_ row: CSVRow, _ id: UnsafeBufferPointer<UInt8>, _ record: Int) {
    ids.append(id)
    let own = names.read(row)
    if names.haveFull { fullNames.append(own.full) }
    if names.haveCalled { knownAs.append(own.called) }
    if names.haveAliases { aliases.append(own.aliases) }
    for name in [own.full, own.called, own.aliases] where NameScript.isDoubtful(name) {
      warnings.note(record, .doubtfulName(shown: NameScript.revealed(name)))
    }
    records.append(Int32(truncatingIfNeeded: record))
    optedOut.append(
      columns.places[.optedOut].map { !Self.denials.contains(row.text($0).matchingKey) } ?? false)
    for index in labels.indices {
      labels[index].labels.append(row.trimmed(labels[index].column))
    }
  }

  /// The roll in the order of the ids; `sink` hears of classes and years that cannot be told.
  func roll(_ file: CSVFile, reporting sink: inout DiagnosticSink) -> Roll {
    let order = ids.sortedOrder()
    for (word, count) in unknownStatus.sorted(by: { $0.key < $1.key }) {
      sink.warning(.unknownStatus(word, count), at: file.headerLocation)
    }
    func groups(_ heading: RollHeading, _ read: (LabelColumn) -> SettledLabels) -> LabelColumn? {
      guard let entry = labels.first(where: { $0.column == columns.places[heading] }) else {
        return nil
      }
      let settled = read(entry.labels.column)
      if let row = settled.firstUnclear {
        let record = Int(records[row])
        sink.warning(
          .unclearGroup(columns.header[entry.column], settled.unclear),
          at: Location(file: file.source.name, line: file.lines(of: [record])[record]))
      }
      return settled.column.reordered(order).trimmed()
    }
    let years = groups(.year) { SettledLabels(years: $0) }
    let classes = groups(.class) { [columns] in
      SettledLabels(classes: $0, inLists: columns.hasCourseLists)
    }
    var others: [String: LabelColumn] = [:]
    for entry in labels
    where entry.column != columns.places[.class] && entry.column != columns.places[.year] {
      let heading = columns.header[entry.column]
      let title = RollHeading.groupTitles[HeadingKey.of(heading)] ?? heading
      others[others[title] == nil ? title : heading] = entry.labels.column.reordered(order)
        .trimmed()
    }
    func sorted(_ texts: TextColumn) -> TextColumn { order.map { texts.reordered($0) } ?? texts }
    let sortedIDs = sorted(ids)
    return Roll(
      ids: sortedIDs, names: names.haveFull ? sorted(fullNames) : nil,
      knownAs: names.haveCalled ? sorted(knownAs) : nil,
      aliases: names.haveAliases ? sorted(aliases) : nil, classes: classes, years: years,
      optedOut: order.map { $0.map { optedOut[$0] } } ?? optedOut,
      others: others, leavers: leavers, index: order == nil ? index : sortedIDs.identifierIndex())
  }
}

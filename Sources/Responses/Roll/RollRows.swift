import Diagnostics
import Instruments

/// The rows of a roll as they arrive.
struct RollRows {
  /// The words that deny what a column asks: that a pupil has left, or takes no part.
  private static let denials: Set<String> = ["", "no", "n", "0", "false"]

  private let header: [String]
  private let columns: [RollHeading: Int]
  private let identifier: Int
  private let left: Int?
  private let today: CalendarDay?
  private let dateOrder: DateOrder
  private let optOut: Int?
  private let hasNames: Bool
  private let hasPreferredNames: Bool
  private let hasAliases: Bool
  private let checksLetters: Bool
  /// The columns of labels, with what they hold, in the order of the file.
  private var labels: [(column: Int, labels: LabelBuilder)]
  private var ids = TextColumn()
  private var names = TextColumn()
  private var knownAs = TextColumn()
  private var aliases = TextColumn()
  private var optedOut: [Bool] = []
  private var records: [Int32] = []
  private var index: IdentifierIndex
  private var leavers: [Roll.Leaver] = []
  private(set) var faults = FaultList()
  /// Ids that may be mistyped, which stop nothing.
  private(set) var letterFaults = FaultList()

  /// Finds the columns; `nil` when there is no id, and `sink` says so.
  init?(file: CSVFile, _ options: ImportOptions, reporting sink: inout DiagnosticSink) {
    today = options.today
    dateOrder = options.dateOrder ?? .dayFirst
    header = file.header
    index = IdentifierIndex(minimumCapacity: (file.source.size ?? 0) / 18)
    let keys = file.header.map(HeadingKey.of)
    var columns: [RollHeading: Int] = [:]
    for heading in RollHeading.allCases { columns[heading] = heading.column(in: keys) }
    self.columns = columns
    guard let identifier = columns[.identifier] else {
      sink.error(.rollWithoutIDs, at: file.headerLocation)
      return nil
    }
    self.identifier = identifier
    left = columns[.left]
    optOut = columns[.optedOut]
    hasNames = [.name, .forename, .surname].contains { columns[$0] != nil }
    hasPreferredNames = [.knownAs, .preferredForename].contains { columns[$0] != nil }
    hasAliases = columns[.aliases] != nil
    let same = keys.indices.filter { keys[$0] == keys[identifier] }
    guard same.count == 1 else {
      sink.error(.headingTwice(header[identifier], columns: same), at: file.headerLocation)
      return nil
    }
    checksLetters = RollHeading.isUPN(keys[identifier])
    let known = Set(columns.filter { $0.key != .class && $0.key != .year }.values)
    labels = keys.indices.filter { !known.contains($0) && !keys[$0].isEmpty }
      .map { ($0, LabelBuilder()) }
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

  mutating func take(_ row: CSVRow, record: Int) {
    if row.isBlank { return }
    guard row.count == header.count else {
      return faults.note(record, .width(found: row.count, expected: header.count))
    }
    let id = row.trimmed(identifier)
    guard !id.isEmpty else { return faults.note(record, .noPupilID) }
    if let left, hasLeft(row.text(left)) {
      leavers.append(
        Roll.Leaver(
          id: String(decoding: id, as: UTF8.self), name: fullName(row), knownAs: preferredName(row),
          aliases: text(row, .aliases)))
      return
    }
    let entry = index.intern(id)
    guard entry.isNew else {
      let text = row.excerpt(identifier).trimmingBlanks
      let earlier = Int(records[entry.index])
      return faults.note(record, .samePupilID(id: text, other: earlier))
    }
    if checksLetters, !UniquePupilNumber.isValid(id) {
      letterFaults.note(record, .checkLetter(id: row.excerpt(identifier).trimmingBlanks))
    }
    append(row, id, record)
  }

  private mutating func append(_ row: CSVRow, _ id: UnsafeBufferPointer<UInt8>, _ record: Int) {
    ids.append(id)
    if hasNames { names.append(fullName(row)) }
    if hasPreferredNames { knownAs.append(preferredName(row)) }
    if hasAliases { aliases.append(text(row, .aliases)) }
    records.append(Int32(truncatingIfNeeded: record))
    optedOut.append(optOut.map { !Self.denials.contains(row.text($0).matchingKey) } ?? false)
    for index in labels.indices {
      labels[index].labels.append(row.trimmed(labels[index].column))
    }
  }

  private func text(_ row: CSVRow, _ heading: RollHeading) -> String {
    columns[heading].map { row.text($0).trimmingBlanks } ?? ""
  }

  private func fullName(_ row: CSVRow) -> String {
    let name = text(row, .name)
    if name.isEmpty {
      return "\(text(row, .forename)) \(text(row, .surname))".trimmingBlanks
    }
    let parts = name.split(separator: ",", maxSplits: 1).map { String($0).trimmingBlanks }
    return parts.count == 2 ? "\(parts[1]) \(parts[0])" : name
  }

  private func preferredName(_ row: CSVRow) -> String {
    let whole = text(row, .knownAs)
    if !whole.isEmpty { return whole }
    let forename = text(row, .preferredForename)
    guard !forename.isEmpty else { return "" }
    let surname = text(row, .preferredSurname)
    return surname.isEmpty ? forename : "\(forename) \(surname)"
  }

  /// The roll in the order of the ids.
  func roll() -> Roll {
    let order = ids.sortedOrder()
    func column(_ heading: RollHeading) -> LabelColumn? {
      labels.first { $0.column == columns[heading] }.map {
        $0.labels.column.reordered(order).trimmed()
      }
    }
    var others: [String: LabelColumn] = [:]
    for entry in labels
    where entry.column != columns[.class] && entry.column != columns[.year] {
      others[header[entry.column]] = entry.labels.column.reordered(order).trimmed()
    }
    let sortedIDs = order.map { ids.reordered($0) } ?? ids
    return Roll(
      ids: sortedIDs,
      names: hasNames ? order.map { names.reordered($0) } ?? names : nil,
      knownAs: hasPreferredNames ? order.map { knownAs.reordered($0) } ?? knownAs : nil,
      aliases: hasAliases ? order.map { aliases.reordered($0) } ?? aliases : nil,
      classes: column(.class), years: column(.year),
      optedOut: order.map { $0.map { optedOut[$0] } } ?? optedOut,
      others: others, leavers: leavers, index: order == nil ? index : sortedIDs.identifierIndex())
  }
}

extension Diagnostic.Message {
  static let rollWithoutIDs = Self(
    id: "roll-without-ids",
    "no column holds the pupils' ids; the first line must hold the headings, and one of them be "
      + "'pupil', 'UPN' or 'Admission No'")

  static func blankPupilID(_ record: Int) -> Self {
    Self(id: "roll-blank-id", "row \(record) has no id; give the pupil one or remove the row")
  }

  static func samePupilID(_ id: String, line: Int) -> Self {
    Self(
      id: "roll-same-id",
      "the id '\(id.clipped)' stands on line \(line) as well; each pupil needs one of their own")
  }

  static func wrongCheckLetter(_ id: String) -> Self {
    Self(
      id: "roll-check-letter",
      "the check letter of '\(id.clipped)' does not fit its digits; look for a typing error")
  }
}

public import Diagnostics
public import Instruments

extension NominationImport {
  /// The rows of a file as sheets to be kept, and where its records went.
  public struct Sheets: Sendable {
    public let sheets: [NominationSheet]
    public let ledger: ImportLedger

    public init(sheets: [NominationSheet], ledger: ImportLedger) {
      self.sheets = sheets
      self.ledger = ledger
    }
  }

  /// Opens a nominations file and reads it against a roll into sheets to be kept.
  public static func sheets(
    _ source: FileSource, for instrument: Instrument, on roll: Roll, options: ImportOptions,
    round: String, rejecting rejected: inout RejectedRows?, reporting sink: inout DiagnosticSink
  ) -> Sheets? {
    ExportFile.open(source, options, reporting: &sink).flatMap {
      sheets(
        $0, for: instrument, on: roll, options: options, round: round, rejecting: &rejected,
        reporting: &sink)
    }
  }

  /// Reads a nominations file against a roll into sheets to be kept.
  ///
  /// - Parameters:
  ///   - export: The file, open.
  ///   - instrument: What was asked.
  ///   - roll: The pupils who could answer and be named.
  ///   - options: What the person says about the file.
  ///   - round: The round whose rows are taken where the file names rounds.
  ///   - rejected: Takes the rows that are refused; left alone where it is `nil`.
  ///   - progress: Is told now and then about the share of the file that was read, 0 to 1.
  ///   - sink: Where faults go.
  /// - Returns: `nil` when there is a fault that stops the import; `sink` then says where and why.
  public static func sheets(
    _ export: ExportFile, for instrument: Instrument, on roll: Roll, options: ImportOptions,
    round: String, rejecting rejected: inout RejectedRows?, progress: ((Double) -> Void)? = nil,
    reporting sink: inout DiagnosticSink
  ) -> Sheets? {
    rows(
      export, for: instrument, on: roll, options: options, round: .ifThere(round), scope: nil,
      rejecting: &rejected, progress: progress, reporting: &sink
    )?.sheets(dateOrder: options.dateOrder)
  }

  /// Matches the names of sheets that were kept against a roll, as those of a file are.
  ///
  /// - Parameters:
  ///   - sheets: The sheets that count, each pupil's once.
  ///   - ledger: Where the records of their files went.
  ///   - instrument: What was asked.
  ///   - roll: The pupils who could answer and be named.
  ///   - scope: Those among whom pupils could name; `nil` for the instrument's own.
  ///   - decisions: What a person decided about written names.
  /// - Returns: `nil` where the instrument asks for no names.
  public static func nominations(
    in sheets: [NominationSheet], _ ledger: ImportLedger, for instrument: Instrument,
    on roll: Roll, scope: NominationRule.Scope? = nil,
    decisions: NameDecisions = NameDecisions()
  ) -> Outcome? {
    guard let rule = instrument.nomination?.rule else { return nil }
    var rows = NominationRows(
      layout: NominationLayout(keptFrom: ledger.dialect), width: 0, roll: roll, round: .any,
      missing: instrument.missing, reach: scope ?? rule.scope)
    rows.counts = ledger.withoutCells
    rows.decisions = decisions
    for sheet in sheets { rows.take(sheet) }
    rows.settleDuplicates(dateOrder: nil)
    rows.settleDecidedWriters(sheets.filter { !$0.isSetAside }.map(\.moment))
    let nominations = rows.nominations(limit: rule.limit)
    return Outcome(nominations: nominations, ledger: rows.ledger(with: nominations))
  }
}

extension NominationRows {
  /// The rows that count as sheets, and those that only cast doubt.
  func sheets(dateOrder: DateOrder?) -> NominationImport.Sheets {
    let clock = layout.timeStamp == nil ? nil : ResponseTimes(times, dateOrder)
    var sheets: [NominationSheet] = []
    var start = 0
    for (row, entry) in entries.enumerated() {
      let end = Int(entry.end)
      defer { start = end }
      if entry.isDropped, !entry.isFaulty { continue }
      sheets.append(
        NominationSheet(
          respondent: entry.pupil >= 0
            ? roll.ids[Int(entry.pupil)] : text(entry.respondentText),
          record: Int(entry.record), moment: clock?.moment(ofRow: row),
          isSetAside: entry.isFaulty, names: references[start..<end].map(name)))
    }
    if !doubts.isEmpty {
      sheets.append(
        NominationSheet(
          respondent: "", record: 0, moment: nil, isSetAside: true, names: doubts.map(name)))
    }
    let ledger = counts.balanced(with: entries.count { !$0.isDropped })
    return NominationImport.Sheets(sheets: sheets, ledger: ledger)
  }

  private func text(_ reference: Int32) -> String {
    texts.text(Int(Reference.firstText - reference))
  }

  private func name(_ reference: Int32) -> NominationSheet.Name {
    if reference >= 0 { return .written(roll.ids[Int(reference)]) }
    return .written(reference == Reference.nobody ? "no one" : text(reference))
  }

  /// Takes a sheet in that was kept.
  mutating func take(_ sheet: NominationSheet) {
    if sheet.isSetAside {
      if !sheet.respondent.isEmpty { doubts.append(reference(sheet.respondent)) }
      for name in sheet.names { doubts.append(reference(name)) }
      return
    }
    let pupil = reference(sheet.respondent)
    for name in sheet.names { references.append(reference(name)) }
    entries.append(
      Entry(
        pupil: max(pupil, -1), respondentText: pupil <= Reference.firstText ? pupil : 0,
        record: Int32(truncatingIfNeeded: sheet.record),
        end: Int32(truncatingIfNeeded: references.count)))
  }

  private mutating func reference(_ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { reference($0) }
  }

  private mutating func reference(_ name: NominationSheet.Name) -> Int32 {
    switch name {
    case .written(let text):
      return WrittenName.meansNobody(text) ? Reference.nobody : reference(text)
    case .erased(let ids):
      // No file holds such a text, so that nothing else is taken for it.
      let reference = reference("\u{0}\(erased.count)")
      erased[Reference.firstText - reference] = ids.compactMap { id in
        var id = id
        return id.withUTF8 { roll.pupil(withID: $0) }.map { Int32(truncatingIfNeeded: $0) }
      }
      return reference
    }
  }
}

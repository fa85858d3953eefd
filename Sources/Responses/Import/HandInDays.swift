import Diagnostics
import Instruments

/// Tells which rows were handed in on a day on which their round was not open.
///
/// The day counts as it is written, whatever the time zone. A row without a day is nobody's fault and
/// stays.
struct HandInDays {
  /// What a day is under both orders of day and month.
  private struct Verdict: Hashable {
    var dayFirst: ImportLedger.Exclusion?
    var monthFirst: ImportLedger.Exclusion?
  }

  private let days: OpenDays
  private let column: Int
  /// What the tool writes where it keeps no time.
  private let blankDay: CalendarDay?
  private var verdicts: [Verdict] = []
  /// Which verdict each row has.
  private var rows: [Int32] = []
  /// The rows of late with one day share its text.
  private var recent = RecentAnswers<Int32>(bits: 9)
  private var evidence = DateEvidence()

  /// `nil` where the round is always open, or the file has no times.
  init?(_ days: OpenDays?, column: Int?, blankDay: CalendarDay?) {
    guard let days, let column else { return nil }
    self.days = days
    self.column = column
    self.blankDay = blankDay
  }

  /// Takes in the day of the next row.
  mutating func append(_ row: CSVRow, record: Int) {
    let cell = row.trimmed(column)
    let end = cell.firstIndex { $0 == 0x20 || $0 == 0x54 } ?? cell.count
    let day = UnsafeBufferPointer(rebasing: cell[..<end])
    if let known = recent.code(of: day) { return rows.append(known) }
    let verdict = verdict(String(decoding: day, as: UTF8.self), record: record)
    let place = verdicts.firstIndex(of: verdict) ?? verdicts.count
    if place == verdicts.count { verdicts.append(verdict) }
    rows.append(Int32(truncatingIfNeeded: place))
    recent.remember(day, Int32(truncatingIfNeeded: place))
  }

  private mutating func verdict(_ text: String, record: Int) -> Verdict {
    guard let written = DateReader.read(text) else { return Verdict() }
    func exclusion(_ day: CalendarDay?) -> ImportLedger.Exclusion? {
      day.flatMap { $0 == blankDay ? nil : days.exclusion(of: $0) }
    }
    evidence.note(written, record: record, column: column)
    let (dayFirst, monthFirst) = (written.day(.dayFirst), written.day(.monthFirst))
    return Verdict(
      dayFirst: exclusion(dayFirst ?? monthFirst), monthFirst: exclusion(monthFirst ?? dayFirst))
  }

  /// The rows that do not count, by reason.
  ///
  /// - Returns: `nil` where that hangs on which of day and month comes first, and nothing says so;
  ///   `sink` then says what to do.
  func excluded(
    _ declared: DateOrder?, in file: CSVFile, reporting sink: inout DiagnosticSink
  ) -> [ImportLedger.Exclusion: [Int]]? {
    var order = DateOrder.dayFirst
    if verdicts.contains(where: { $0.dayFirst != $0.monthFirst }) {
      guard let settled = evidence.order(declared, in: file, reporting: &sink) else { return nil }
      order = settled
    }
    var excluded: [ImportLedger.Exclusion: [Int]] = [:]
    for (row, place) in rows.enumerated() {
      let verdict = verdicts[Int(place)]
      guard let reason = order == .dayFirst ? verdict.dayFirst : verdict.monthFirst else {
        continue
      }
      excluded[reason, default: []].append(row)
    }
    return excluded
  }
}

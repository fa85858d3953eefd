import Diagnostics

/// Turns the faults of records into diagnostics with their physical lines.
struct FaultReport {
  let file: CSVFile

  /// Reports the faults in the order of the file, and counts those that were not kept.
  func report(_ list: FaultList, asWarnings: Bool = false, to sink: inout DiagnosticSink) {
    guard !list.isEmpty else { return }
    let faults = list.faults
    let lines = file.lines(of: Set(faults.map(\.record) + faults.compactMap(\.other)))
    let severity: Diagnostic.Severity = asWarnings ? .warning : .error
    for fault in faults.sorted(by: { ($0.record, $0.column ?? 0) < ($1.record, $1.column ?? 0) }) {
      sink.report(
        Diagnostic(
          severity, message(for: fault, lines).repeated(fault.repeats),
          at: Location(file: file.source.name, line: lines[fault.record])))
    }
    let told = faults.reduce(faults.count) { $0 + $1.repeats }
    for _ in told..<max(told, list.count) {
      sink.report(Diagnostic(severity, .furtherFault, at: Location(file: file.source.name)))
    }
  }

  /// The rows with a fault as they stand in the file, each with what is wrong.
  func rejectedRows(_ list: FaultList) -> RejectedRows {
    let lines = file.lines(
      of: Set(list.faults.flatMap { [$0.record] + ($0.other.map { [$0] } ?? []) }))
    var reasons: [Int: [String]] = [:]
    for fault in list.faults {
      reasons[fault.record, default: []].append(message(for: fault, lines).text)
    }
    var rejected = RejectedRows(header: file.header)
    var unheard = DiagnosticSink()
    _ = file.forEachRecord(reporting: &unheard) { row, record in
      guard list.records.contains(record) else { return true }
      let reason = reasons[record]?.joined(separator: "; ") ?? "a fault that an earlier row has too"
      rejected.rows.append(
        RejectedRows.Row(record: record, reason: reason, cells: (0..<row.count).map(row.text)))
      return true
    }
    return rejected
  }

  private func message(for fault: RowFault, _ lines: [Int: Int]) -> Diagnostic.Message {
    let heading = fault.column.map { file.header[$0] } ?? ""
    // The rows of a sheet are known by the numbers beside them, and its cells by their names.
    let isSheet = file.source.isSheet
    let row = isSheet ? lines[fault.record] ?? fault.record : fault.record
    let cell = isSheet ? "cell \(CellReference(row: row, column: fault.column ?? 0))" : "row \(row)"
    let place = "\(cell), column '\(heading.clipped)'"
    switch fault.kind {
    case .width(let found, let expected):
      return .raggedRow(row, found: found, expected: expected)
    case .answer(let value, let known): return .unknownAnswer(value, known: known, place)
    case .number(let value): return .notANumber(value, place)
    case .date(let value): return .notADate(value, place)
    case .unnamedColumn: return .unnamedColumn(row, (fault.column ?? 0) + 1)
    case .noIdentifier: return .noIdentifier(place)
    case .sameIdentifier(let other): return .sameIdentifier(place, line: lines[other] ?? 0)
    case .sameRespondent(let other): return .sameRespondent(place, line: lines[other] ?? 0)
    case .noPupilID: return .blankPupilID(row)
    case .samePupilID(let id, let other): return .samePupilID(id, line: lines[other] ?? 0)
    case .checkLetter(let id): return .wrongCheckLetter(id)
    case .spoiltPupilID(let id): return .spoiltPupilID(id)
    case .lineOfReport: return .lineOfReport(row)
    case .twoPupilIDs(let other): return .twoPupilIDs(place, line: lines[other] ?? 0)
    case .zerosApart(let id, let other): return .zerosApart(id, line: lines[other] ?? 0)
    case .doubtfulName(let shown): return .doubtfulName(shown)
    case .count(let value): return .notACount(value, row)
    }
  }
}

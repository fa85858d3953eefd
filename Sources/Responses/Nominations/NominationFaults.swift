import Diagnostics

/// Turns the faults of nomination records into diagnostics with their physical lines.
struct NominationFaults {
  let file: CSVFile

  func report(
    _ faults: [RowFault], respondentHeading: String, asWarnings: Bool,
    to sink: inout DiagnosticSink
  ) {
    guard !faults.isEmpty else { return }
    var records = Set(faults.map(\.record))
    for fault in faults {
      if case .sameRespondent(let earlier) = fault.kind { records.insert(earlier) }
    }
    let lines = file.lines(of: records)
    for fault in faults.sorted(by: { $0.record < $1.record }) {
      let message: Diagnostic.Message
      switch fault.kind {
      case .width(let found, let expected):
        message = .raggedRow(fault.record, found: found, expected: expected)
      case .sameRespondent(let earlier):
        message = .sameRespondent(
          "row \(fault.record), column '\(respondentHeading.clipped)'", line: lines[earlier] ?? 0)
      default: continue
      }
      sink.report(
        Diagnostic(
          asWarnings ? .warning : .error, message,
          at: Location(file: file.source.name, line: lines[fault.record])))
    }
  }
}

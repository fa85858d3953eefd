public import Diagnostics
public import Instruments

/// Takes in a survey export: finds its dialect and columns, turns answers into codes, and accounts
/// for every record.
public enum ResponseImport {
  /// The responses of a file and where each of its records went.
  public struct Outcome: Sendable {
    public let table: ResponseTable
    public let ledger: ImportLedger
  }

  /// Reads a file of responses to an instrument.
  ///
  /// All faults are reported in one run, each with its line, column and remedy.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - instrument: What was asked.
  ///   - options: What the person says about the file.
  ///   - sink: Where faults go.
  /// - Returns: `nil` when there is a fault that stops the import; nothing is then taken in.
  /// - Complexity: O(bytes), one pass; memory is the answers at one byte a cell.
  public static func read(
    _ source: FileSource, for instrument: Instrument, options: ImportOptions,
    reporting sink: inout DiagnosticSink
  ) -> Outcome? {
    ExportFile.open(source, options, reporting: &sink).flatMap {
      read($0, for: instrument, options: options, reporting: &sink)
    }
  }

  /// Reads a file that is open, and calls `progress` as below.
  public static func read(
    _ export: ExportFile, for instrument: Instrument, options: ImportOptions,
    progress: ((Double) -> Void)? = nil, reporting sink: inout DiagnosticSink
  ) -> Outcome? {
    var rejected: RejectedRows?
    return read(
      export, for: instrument, options: options, rejecting: &rejected, progress: progress,
      reporting: &sink)
  }

  /// Reads a file that is open, keeps the rows that are refused where `rejected` is not `nil`, and calls
  /// `progress` now and then with about the share of the file that was read, 0 to 1.
  public static func read(
    _ export: ExportFile, for instrument: Instrument, options: ImportOptions,
    rejecting rejected: inout RejectedRows?, progress: ((Double) -> Void)? = nil,
    reporting sink: inout DiagnosticSink
  ) -> Outcome? {
    guard let layout = FileLayout(of: export, for: instrument, options, reporting: &sink) else {
      return nil
    }
    let file = export.file
    let expected = file.expectedRecords
    var rows = ResponseRows(
      layout: layout, width: file.header.count, options, expecting: expected)
    let isWhole = file.forEachRecord(reporting: &sink, of: expected, progress: progress) {
      row, record in
      rows.take(row, record: record)
      return true
    }
    guard rows.settle(options, in: file, reporting: &sink) else { return nil }
    let report = FaultReport(file: file)
    report.report(rows.faults, asWarnings: options.acceptsRejects, to: &sink)
    if rejected != nil { rejected = report.rejectedRows(rows.faults) }
    guard isWhole, options.acceptsRejects || rows.faults.isEmpty else { return nil }
    return rows.outcome(in: file, dateOrder: options.dateOrder, reporting: &sink)
  }
}

public import Diagnostics

/// Takes in a roll as school systems write it, its columns found by their headings.
public enum RollImport {
  /// Reads a roll.
  ///
  /// Two pupils with one id, a blank id, and a class or year column that is asked for and missing
  /// are faults; a check letter that does not fit its number is a warning.
  ///
  /// - Returns: `nil` when there is a fault; `sink` then says where and why.
  public static func read(
    _ source: FileSource, options: ImportOptions = ImportOptions(),
    reporting sink: inout DiagnosticSink
  ) -> Roll? {
    guard let file = CSVFile.open(source, options, reporting: &sink) else { return nil }
    guard var rows = RollRows(file: file, options, reporting: &sink) else { return nil }
    let isWhole = file.forEachRecord(reporting: &sink) { row, record in
      rows.take(row, record: record)
      return true
    }
    let errors = sink.errorCount
    FaultReport(file: file).report(rows.faults, to: &sink)
    FaultReport(file: file).report(rows.letterFaults, asWarnings: true, to: &sink)
    guard isWhole, sink.errorCount == errors else { return nil }
    guard rows.count > 0 else {
      sink.error(.emptyRoll, at: file.headerLocation)
      return nil
    }
    return rows.roll()
  }
}

extension Diagnostic.Message {
  static let emptyRoll = Self(
    id: "roll-empty", "the roll has headings and no pupils; export it again")
}

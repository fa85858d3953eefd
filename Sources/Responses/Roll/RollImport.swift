public import Diagnostics

/// Takes in a roll as school systems write it, its columns found by their headings.
public enum RollImport {
  /// Reads a roll.
  ///
  /// Two pupils with one id, one pupil with two, a blank id, and headings that are not clear are
  /// faults; a check letter that does not fit its number, a name with characters that nobody sees
  /// and a class that cannot be told are warnings.
  ///
  /// - Returns: `nil` when there is a fault; `sink` then says where and why.
  public static func read(
    _ source: FileSource, options: ImportOptions = ImportOptions(),
    reporting sink: inout DiagnosticSink
  ) -> Roll? {
    reading(source, options: options, reporting: &sink)?.roll
  }

  /// Reads a roll, with what a person should know of the reading.
  public static func reading(
    _ source: FileSource, options: ImportOptions = ImportOptions(),
    reporting sink: inout DiagnosticSink
  ) -> RollReading? {
    guard let file = open(source, options, reporting: &sink) else { return nil }
    guard let columns = RollColumns(file.header, at: file.headerLocation, reporting: &sink)
    else { return nil }
    var rows = RollRows(file: file, columns, options)
    let isWhole = file.forEachRecord(reporting: &sink) { row, record in
      rows.take(row, record: record)
      return true
    }
    rows.compareIDs()
    let errors = sink.errorCount
    FaultReport(file: file).report(rows.faults, to: &sink)
    FaultReport(file: file).report(rows.warnings, asWarnings: true, to: &sink)
    guard isWhole, sink.errorCount == errors else { return nil }
    guard rows.count > 0 else {
      let gone = rows.counts.left + rows.counts.notYet
      sink.error(gone > 0 ? .nobodyOnRoll(gone: gone) : .emptyRoll, at: file.headerLocation)
      return nil
    }
    let roll = rows.roll(file, reporting: &sink)
    return RollReading(roll: roll, rows.counts, columns)
  }

  /// Opens a roll at its heading line; `nil` where it cannot be read or the line is not clear.
  private static func open(
    _ source: FileSource, _ options: ImportOptions, reporting sink: inout DiagnosticSink
  ) -> CSVFile? {
    var line: RollHeadingLine?
    let file = CSVFile.open(
      source, options,
      headings: { sample, delimiter in
        line = RollHeadingLine(sample, delimiter: delimiter)
        return line.map { ($0.delimiter, $0.record) }
      }, reporting: &sink)
    guard let file, let line, let rival = line.rival else { return file }
    let place = file.lines(of: [rival - line.record])[rival - line.record]
    sink.error(
      .unclearHeadings(line: file.headerLocation.line ?? 1, other: place ?? 1),
      at: Location(file: source.name, line: place))
    return nil
  }
}

extension Diagnostic.Message {
  static let emptyRoll = Self(
    id: "roll-empty", "the roll has headings and no pupils; export it again")

  static func nobodyOnRoll(gone: Int) -> Self {
    Self(
      id: "roll-only-leavers",
      "none of the \(gone) pupils is on roll: their years are blank or they count as left or yet "
        + "to come; export the roll on a school day, with the pupils on roll")
  }

  static func unclearHeadings(line: Int, other: Int) -> Self {
    Self(
      id: "roll-headings-unclear",
      "line \(line) looks like the headings, but line \(other) could be a line of headings or of a "
        + "pupil as well; delete what is no pupil, so that the headings come first")
  }
}

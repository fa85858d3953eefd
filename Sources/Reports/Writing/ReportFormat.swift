/// The forms in which figures are written: for a terminal, for programs, for a spreadsheet.
///
/// The raw values are the words that `--format` takes.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, json, csv
}

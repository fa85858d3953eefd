/// The forms in which figures are written.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, json, csv
}

import Diagnostics

/// The values that audit plans have and other files do not.
extension YAMLNode {
  /// A text that is not empty and stands on one line.
  func line(_ subject: String, into sink: inout DiagnosticSink) -> Located<String>? {
    guard let text = text(subject, into: &sink) else { return nil }
    guard !text.value.contains(where: \.isNewline) else {
      sink.error(.severalLines(subject), at: span)
      return nil
    }
    return text
  }

  /// A day such as `2026-09-01`.
  func day(_ subject: String, into sink: inout DiagnosticSink) -> Located<CalendarDay>? {
    guard let text = text(subject, into: &sink) else { return nil }
    guard let day = CalendarDay(iso: text.value) else {
      sink.error(.notDay(text.value, subject), at: span)
      return nil
    }
    return Located(day, span)
  }

  /// A time such as `12 months`.
  func retention(_ subject: String, into sink: inout DiagnosticSink)
    -> Located<AuditPlan.Retention>?
  {
    guard let text = text(subject, into: &sink) else { return nil }
    guard let retention = AuditPlan.Retention(text.value) else {
      sink.error(.notRetention(text.value, subject), at: span)
      return nil
    }
    return Located(retention, span)
  }
}

extension Diagnostic.Message {
  fileprivate static func severalLines(_ subject: String) -> Self {
    Self(id: "several-lines", "\(subject) runs over several lines; write it on one")
  }

  fileprivate static func notDay(_ text: String, _ subject: String) -> Self {
    Self(
      id: "not-a-day",
      "\(subject) is '\(text.clipped)'; write a day as year, month and day, such as 2026-09-01")
  }

  fileprivate static func notRetention(_ text: String, _ subject: String) -> Self {
    Self(
      id: "bad-retention",
      "\(subject) is '\(text.clipped)'; write a whole number of days, weeks, months or years, such "
        + "as '12 months', at most 100 years")
  }
}

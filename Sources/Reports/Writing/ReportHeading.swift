import Diagnostics

/// What a report is of beside its subject: which school, and which round of its audit.
public struct ReportHeading: Sendable, Hashable {
  /// The name of the school; `nil` in file mode, where nobody says.
  public let school: String?
  /// The words for the round, such as "autumn 2026"; `nil` in file mode.
  public let round: String?

  /// Makes a heading; without school and round, reports say neither.
  public init(school: String? = nil, round: String? = nil) {
    self.school = school
    self.round = round
  }

  /// Whether there is anything to say.
  var isEmpty: Bool { school == nil && round == nil }

  /// The words of a title with the school and the round after them.
  func title(_ words: String) -> String {
    ([words] + [school, round].compactMap { $0 }.map(DiagnosticRenderer.printable))
      .joined(separator: " · ")
  }
}

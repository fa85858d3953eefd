import Diagnostics

/// What a report is of beside its subject: which school, and which round of its audit.
public struct ReportHeading: Sendable, Hashable {
  /// The name of the school; `nil` in file mode, where nobody says.
  public let school: String?
  /// The words for the round, such as "autumn 2026"; `nil` in file mode.
  public let round: String?
  /// The id of the data that a report is of, the same for the same data; `nil` in file mode.
  public let cut: String?

  /// Makes a heading; without school and round, reports say neither.
  public init(school: String? = nil, round: String? = nil, cut: String? = nil) {
    self.school = school
    self.round = round
    self.cut = cut
  }

  /// Whether there is anything to say.
  var isEmpty: Bool { school == nil && round == nil }

  /// The words of a title with the school and the round after them.
  func title(_ words: String) -> String {
    ([words] + [school, round].compactMap { $0 }.map(DiagnosticRenderer.printable))
      .joined(separator: " · ")
  }
}

public import Analysis
import Instruments

/// The actions of an audit for a spreadsheet, one row for each.
public enum ActionCSV {
  /// Writes the actions with a heading row, one record to a line.
  ///
  /// - Parameters:
  ///   - release: The actions, with what may be shown of their evidence.
  ///   - choice: Which of them are listed.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(
    _ release: Release<ActionFigures>, choice: ActionChoice = ActionChoice(), to sink: ByteSink
  ) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header([
      "id", "practice", "code", "component", "tier", "tier_state", "first_step", "owner", "begin",
      "cost", "measure", "smallest_change", "smallest_change_reason", "review", "status", "due",
      "round", "evidence", "outcome",
    ])
    for entry in release.figures.entries where choice.takes(entry.action) {
      let action = entry.action
      let reason: String? =
        if case .unknown(let reason) = entry.smallestChange { reason.rawValue } else { nil }
      csv.row([
        .text(action.id), .text(action.practice), .text(entry.practice?.code),
        .text(entry.component?.id), .text(action.tier.rawValue),
        .text(entry.standing?.state.rawValue), .text(action.firstStep), .text(action.owner),
        .text(action.begin.iso), .text(action.cost.rawValue), .text(action.measure.text),
        .number(entry.smallestChange.points), .text(reason), .text(action.review.iso),
        .text(action.status.rawValue),
        .text(entry.isOverdue ? "overdue" : entry.isLate ? "late" : nil), .text(action.round),
        .text(action.evidence.joined(separator: " ")), .text(action.outcome),
      ])
    }
    return csv.finish()
  }
}

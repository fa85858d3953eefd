public import Analysis
import Instruments

/// The actions of an audit as `mhars.actions/1`.
///
/// `docs/json.md` lists the members.
public enum ActionJSON {
  /// Writes one object and a line end.
  ///
  /// - Parameters:
  ///   - release: The actions, with what may be shown of their evidence.
  ///   - choice: Which of them are listed; all are counted.
  ///   - heading: Which school and round it is of.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(
    _ release: Release<ActionFigures>, choice: ActionChoice = ActionChoice(),
    heading: ReportHeading = ReportHeading(), to sink: ByteSink
  ) -> ByteSink {
    var json = JSONWriter(sink)
    let figures = release.figures
    json.object { json in
      json.member("schema", "mhars.actions/1")
      json.write(release.policy, for: nil, heading)
      json.member("today", figures.today.iso)
      json.objects("counts", of: Tier.allCases) { tier, json in
        json.member("tier", tier.rawValue)
        for status in Action.Status.allCases {
          json.member(status.rawValue, figures.count(status, tier))
        }
      }
      json.array("actions", of: figures.entries.filter { choice.takes($0.action) }, write)
      if figures.hasTable {
        json.objects("without_action", of: figures.unanswered) { finding, json in
          json.member("practice", finding.practice)
          json.member("label", finding.practiceLabel)
          json.member("finding", finding.sentence)
        }
      } else {
        json.missing("without_action", because: "not taken in")
      }
    }
    return json.finish()
  }

  private static func write(_ entry: ActionFigures.Entry, to json: inout JSONWriter) {
    let action = entry.action
    json.object { json in
      json.member("id", action.id)
      json.member("practice", action.practice)
      json.member("practice_code", entry.practice?.code)
      json.member("practice_label", entry.practice?.label)
      json.member("component", entry.component?.id)
      json.member("tier", action.tier.rawValue)
      json.member("tier_state", entry.standing?.state.rawValue)
      json.member("first_step", action.firstStep)
      json.member("owner", action.owner)
      json.member("begin", action.begin.iso)
      json.member("cost", action.cost.rawValue)
      json.member("measure", action.measure.text)
      json.member("smallest_change", entry.smallestChange.points, orBecause: reason(entry))
      json.member("smallest_change_n", n(entry))
      json.member("review", action.review.iso)
      json.member("status", action.status.rawValue)
      json.member("overdue", entry.isOverdue)
      json.member("late", entry.isLate)
      json.member("round", action.round)
      json.member("evidence", action.evidence)
      json.member("outcome", action.outcome)
    }
  }

  private static func reason(_ entry: ActionFigures.Entry) -> String {
    if case .unknown(let reason) = entry.smallestChange { reason.rawValue } else { "" }
  }

  private static func n(_ entry: ActionFigures.Entry) -> Int? {
    if case .points(_, let n) = entry.smallestChange { n } else { nil }
  }
}

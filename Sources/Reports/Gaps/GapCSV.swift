public import Analysis
import Instruments
import Statistics

/// The component gap table for a spreadsheet: one row for each component, then each practice.
public enum GapCSV {
  /// Writes the table with its heading row, one record to a line.
  ///
  /// - Parameters:
  ///   - release: The table, as far as it may be shown.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ release: Release<GapTable>, to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    let audiences: [Instrument.Audience] = [.pupils, .staff, .parents]
    csv.header(
      ["kind", "id", "code", "title", "state", "band", "index", "low", "high", "target", "gap"]
        + audiences.flatMap { [$0.rawValue, $0.rawValue + "_n"] }
        + [
          "evidence_grade", "evidence", "convergence", "priority", "rank", "rank_low", "rank_high",
          "importance", "reach",
        ] + Tier.allCases.map { "tier_" + $0.rawValue })
    let (priorities, tiers) = (release.figures.priorities, release.figures.tiers)
    for gap in release.figures.components {
      csv.row(
        [
          .text("component"), .text(gap.component.id), .text(gap.component.code),
          .text(gap.component.title), .text(gap.state.word), .text(gap.band?.rawValue),
          .number(gap.index?.value), .number(gap.index?.interval?.low),
          .number(gap.index?.interval?.high), .number(gap.target),
          .number(gap.performanceGap),
        ] + cells(gap.groups, audiences) + [
          .count(gap.strength.grade), .text(gap.strength.tally()),
          .text(gap.strength.convergence?.rawValue),
        ] + cells(of: gap, priorities, release.figures.importance)
          + [.count(tiers.reachGap(gap.component.id))]
          + tiers.cells(of: gap.component.id).map { .text($0.state.rawValue) })
      for practice in gap.practices {
        csv.row(
          [
            .text("practice"), .text(practice.practice.id), .text(practice.practice.code),
            .text(practice.practice.label),
            .text(practice.evidence.isEmpty ? "not_looked_at" : ""), .text(nil),
            .number(practice.figure?.value), .number(practice.figure?.interval?.low),
            .number(practice.figure?.interval?.high), .number(nil), .number(nil),
          ] + cells(practice.groups, audiences) + [.count(nil), .text(nil), .text(nil)]
            + [.number(nil), .count(nil), .count(nil), .count(nil), .number(nil), .count(nil)]
            + Tier.allCases.map { _ in .text(nil) })
      }
    }
    return csv.finish()
  }

  private static func cells(
    of gap: ComponentGap, _ priorities: ComponentPriorities, _ importance: StatedImportance?
  ) -> [CSVWriter.Cell] {
    let own = priorities.ranked.first { $0.component.id == gap.component.id }
    return [
      .number(own?.value), .count(own?.rank), .count(own?.ranks.lowerBound),
      .count(own?.ranks.upperBound), .number(importance?.share(of: gap.component.id)),
    ]
  }

  private static func cells(_ groups: [AudienceIndex], _ audiences: [Instrument.Audience])
    -> [CSVWriter.Cell]
  {
    audiences.flatMap { audience -> [CSVWriter.Cell] in
      let group = groups.first { $0.audience == audience }
      let isHeld = group != nil && group?.n == nil
      return [
        .number(group?.figure?.value), isHeld ? .text("held back") : .count(group?.n),
      ]
    }
  }
}

extension EvidenceStrength {
  /// The grade with what it rests on, such as `fair (agree): staff survey 34 of 42, pupils survey 212`.
  func tally(marked marks: (Source) -> String = { _ in "" }) -> String {
    guard !sources.isEmpty else { return word }
    return word + (convergence.map { " (\($0.rawValue))" } ?? "") + ": "
      + sources.map { source in
        let of = source.population.map { " of \($0)" } ?? ""
        let what = source.family == .survey ? "survey" : source.family.rawValue
        let n = source.n.map { "\($0)\(of)" } ?? "held back"
        // Who looked, or keeps the record, is in the word for the source.
        let isOfOthers = [.observers, .records].contains(source.audience)
        return (isOfOthers ? "" : source.audience.rawValue + " ") + "\(what) \(n)" + marks(source)
      }.joined(separator: ", ")
  }
}

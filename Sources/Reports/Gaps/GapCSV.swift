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
        + ["evidence_grade", "evidence", "reach"] + Tier.allCases.map { "tier_" + $0.rawValue })
    let tiers = release.figures.tiers
    for gap in release.figures.components {
      csv.row(
        [
          .text("component"), .text(gap.component.id), .text(gap.component.code),
          .text(gap.component.title), .text(gap.state.word), .text(gap.band?.rawValue),
          .number(gap.index?.value), .number(gap.index?.interval?.low),
          .number(gap.index?.interval?.high), .number(gap.target),
          .number(gap.performanceGap),
        ] + cells(gap.groups, audiences) + [
          .count(gap.strength.grade), .text(gap.strength.tally),
          .count(tiers.reachGap(gap.component.id)),
        ] + tiers.cells(of: gap.component.id).map { .text($0.state.rawValue) })
      for practice in gap.practices {
        csv.row(
          [
            .text("practice"), .text(practice.practice.id), .text(practice.practice.code),
            .text(practice.practice.label),
            .text(practice.evidence.isEmpty ? "not_looked_at" : ""), .text(nil),
            .number(practice.figure?.value), .number(practice.figure?.interval?.low),
            .number(practice.figure?.interval?.high), .number(nil), .number(nil),
          ] + cells(practice.groups, audiences) + [.count(nil), .text(nil), .count(nil)]
            + Tier.allCases.map { _ in .text(nil) })
      }
    }
    return csv.finish()
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
  /// The grade with what it rests on, such as `fair: staff survey 34 of 42, pupils survey 212`.
  var tally: String {
    guard !sources.isEmpty else { return word }
    return word + ": "
      + sources.map { source in
        let of = source.population.map { " of \($0)" } ?? ""
        let what = source.family == .survey ? "survey" : source.family.rawValue
        let n = source.n.map { "\($0)\(of)" } ?? "held back"
        // Who looked, or keeps the record, is in the word for the source.
        let isOfOthers = [.observers, .records].contains(source.audience)
        return (isOfOthers ? "" : source.audience.rawValue + " ") + "\(what) \(n)"
      }.joined(separator: ", ")
  }
}

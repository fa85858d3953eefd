public import Analysis
import Instruments
import Responses
import Sociometry

/// Nominations as a table for a spreadsheet: one row for each pupil, or for each group.
public enum NominationCSV {
  /// Writes the list of pupils, or the groups where it was not asked for.
  ///
  /// - Parameters:
  ///   - release: The figures of the groups, as far as they may be shown.
  ///   - pupils: The list, for the safeguarding lead alone; without it nobody is named.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(
    _ release: Release<NominationFigures>, pupils: PupilList?, to sink: ByteSink
  ) -> ByteSink {
    guard let pupils else { return write(release.figures.places, to: sink) }
    return PupilCSV.write(pupils, to: sink)
  }

  private static func write(_ places: [NominationPlace], to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header([
      "scope", "group", "state", "pupils", "answered", "coverage", "nominations", "density",
      "mutual_pairs", "named_by_nobody", "low", "high", "by_chance", "sd", "p_at_least",
      "names_nobody", "slots_filled",
    ])
    for place in places {
      let head: [CSVWriter.Cell] = [.text(place.scope.rawValue), .text(place.label)]
      guard let group = place.figures else {
        csv.row(head + [.text("held back")] + Array(repeating: .text(nil), count: 14))
        continue
      }
      csv.row(
        head + [
          .text("shown"), .count(group.pupils), .count(group.answered), .number(group.coverage),
          .count(group.indices.edges), .number(group.indices.density),
          .count(group.indices.mutualPairs), .count(group.unchosen), .count(group.bounds.low),
          .count(group.bounds.high), .number(group.chance.mean),
          .number(group.chance.standardDeviation), .number(group.chanceOfAtLeast),
          .count(group.namesNobody), .number(group.slotsFilledShare),
        ])
    }
    return csv.finish()
  }
}

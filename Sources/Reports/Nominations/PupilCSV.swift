public import Analysis
import Instruments
import Responses
import Sociometry

/// The list of pupils as a table for a spreadsheet, one row for each who did not opt out.
public enum PupilCSV {
  /// Writes the list with its heading row, one pupil to a line, in the order of the roll.
  ///
  /// - Parameters:
  ///   - pupils: The list, for the safeguarding lead alone.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ pupils: PupilList, to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header([
      "pupil", "name", "group", "answered", "received", "given", "mutual", "level", "meaning",
      "flags", "grade", "coverage", "p_true_zero", "pending",
    ])
    for pupil in 0..<pupils.count where !pupils.roll.optedOut[pupil] {
      let standings = pupils.standings
      csv.row([
        .text(pupils.roll.ids[pupil]), .text(pupils.roll.displayName(pupil)),
        .text(pupils.group(of: pupil)), .text(pupils.answered[pupil] ? "yes" : "no"),
        .count(Int(standings.received[pupil])), .count(Int(pupils.given[pupil])),
        .count(Int(standings.mutual[pupil])), .text(standings.levels[pupil]?.letter),
        .text(standings.levels[pupil]?.title),
        .text(standings.flags[pupil].codes.joined(separator: " ")),
        .text(pupils.gradeWord(pupil)), .number(pupils.evidence.coverage(pupil)),
        .number(pupils.evidence.trueZero(pupil)), .count(pupils.pending[pupil]),
      ])
    }
    return csv.finish()
  }
}

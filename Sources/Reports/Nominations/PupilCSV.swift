public import Analysis
import Instruments
import Responses
import Sociometry

/// The list of pupils as a table for a spreadsheet, one row for each who did not opt out: by level,
/// those to look at first, then by evidence.
public enum PupilCSV {
  /// Writes the list with its heading row, one pupil to a line.
  ///
  /// The last three columns are empty, for what the lead decides.
  ///
  /// - Parameters:
  ///   - pupils: The list, for the safeguarding lead alone.
  ///   - policy: For whom it is.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(
    _ pupils: PupilList, under policy: ReleasePolicy, to sink: ByteSink
  ) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header([
      "pupil", "name", "group", "answered", "received", "given", "mutual", "level", "meaning",
      "flags", "grade", "coverage", "p_true_zero", "absent", "pending", "decision", "decided_by",
      "decided_on",
    ])
    for (pupil, shown) in sorted(pupils, under: policy) {
      // Of a pupil who was not there a zero says nothing, however many others answered.
      let isGraded = shown.levelReason != .tooFewAnswered && shown.level != .notSeen
      let evidence = pupils.evidence
      csv.row([
        .text(pupils.roll.ids[pupil]), .text(pupils.roll.displayName(pupil)),
        .text(pupils.group(of: pupil)), .text(pupils.answered[pupil] ? "yes" : "no"),
        cell(shown.received), cell(shown.given), cell(shown.mutual), .text(shown.level?.letter),
        .text(shown.level?.title ?? shown.levelReason?.meaning),
        .text(shown.flags.codes.joined(separator: " ")),
        .text(isGraded ? pupils.gradeWord(pupil) : nil), .number(evidence.coverage(pupil)),
        .number(isGraded ? evidence.trueZero(pupil) : nil),
        .count(evidence.eligible(pupil) - evidence.answering(pupil)),
        cell(shown.pending), .text(nil), .text(nil), .text(nil),
      ])
    }
    return csv.finish()
  }

  private static func cell(_ count: Int?) -> CSVWriter.Cell {
    count.map { .count($0) } ?? .text(nil)
  }

  /// By level, then by evidence, never by a count: the zero that is likeliest to stay first.
  ///
  /// Those whose level is not shown stand in the order of their ids, since another would tell.
  private static func sorted(_ pupils: PupilList, under policy: ReleasePolicy)
    -> [(pupil: Int, shown: ShownPupil)]
  {
    let rows = (0..<pupils.count).lazy.filter { !pupils.roll.optedOut[$0] }.map { pupil in
      let shown = pupils.shown(pupil, under: policy)
      let place = shown.level.flatMap { Level.pastoralOrder.firstIndex(of: $0) }
      return (
        pupil: pupil, shown: shown, place: place ?? Level.pastoralOrder.count,
        evidence: shown.level.flatMap { _ in pupils.evidence.trueZero(pupil) } ?? -1
      )
    }
    return rows.sorted {
      ($0.place, -$0.evidence, $0.pupil) < ($1.place, -$1.evidence, $1.pupil)
    }.map { ($0.pupil, $0.shown) }
  }
}

import Diagnostics

/// A roll as it was read from a file, with what a person should know of the reading.
public struct RollReading: Sendable {
  public let roll: Roll
  /// Whole sentences: where the headings stand, who is not on roll, which columns are not kept.
  public let remarks: [String]

  /// What is counted while the rows arrive.
  struct Counts {
    var headingLine = 1
    var notYet = 0
    var left = 0
    var temporaryNumbers = 0
    var repeatedHeadings = 0
  }

  init(roll: Roll, _ counts: Counts, _ columns: RollColumns) {
    self.roll = roll
    var remarks: [String] = []
    if counts.headingLine > 1 {
      remarks.append("The headings stand on line \(counts.headingLine); what is above is no pupil.")
    }
    if counts.repeatedHeadings > 0 {
      remarks.append("\(Self.rows(counts.repeatedHeadings)) with the headings again, passed over.")
    }
    if counts.left > 0 {
      remarks.append("\(Self.rows(counts.left)) of pupils who have left, not on roll.")
    }
    if counts.notYet > 0 {
      remarks.append("\(Self.rows(counts.notYet)) of pupils who are yet to come, not on roll.")
    }
    if counts.temporaryNumbers > 0 {
      let count = counts.temporaryNumbers
      remarks.append(
        "\(count) temporary \(count == 1 ? "UPN" : "UPNs"): a pupil who is given another one "
          + "counts as joining; a column 'pupil' with lasting ids prevents it.")
    }
    if !columns.leftOut.isEmpty {
      let names = columns.leftOut.map { column in
        let heading = columns.header[column]
        return heading.trimmingBlanks.isEmpty ? "column \(column + 1)" : "'\(heading.clipped)'"
      }
      remarks.append("Not kept: \(names.joined(separator: ", ")).")
    }
    self.remarks = remarks
  }

  private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
}

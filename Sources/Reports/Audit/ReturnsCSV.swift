public import Analysis
import Instruments

/// What came back in a round as a table: one row for each instrument and each of its groups.
public enum ReturnsCSV {
  /// Writes the table with its heading row.
  ///
  /// - Parameters:
  ///   - returns: The figures of each instrument of the round, in its order.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ returns: [ReturnFigures], to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header(["instrument", "by", "value", "title", "returned", "expected", "share"])
    for figures in returns {
      let id = figures.instrument.id
      csv.row([
        .text(id), .text(nil), .text(nil), .text(figures.instrument.title.preferred),
        count(figures.returned), .count(figures.expected), .number(figures.share),
      ])
      for group in figures.groups {
        csv.row([
          .text(id), .text(group.by), .text(group.value), .text(group.title),
          count(group.returned), .count(group.expected), .number(group.share),
        ])
      }
    }
    return csv.finish()
  }

  private static func count(_ number: Int?) -> CSVWriter.Cell {
    number == nil ? .text("held back") : .count(number)
  }
}

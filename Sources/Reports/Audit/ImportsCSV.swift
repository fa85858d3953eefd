import Instruments
import Responses

/// The files that were taken into an audit as a table, one row for each.
public enum ImportsCSV {
  /// Writes the table with its heading row.
  ///
  /// - Parameters:
  ///   - list: The files.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ list: ImportList, to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header([
      "import", "day", "round", "instrument", "rows", "taken_in", "undone", "together",
    ])
    for entry in list.entries {
      csv.row([
        .text(entry.label), .text(entry.day?.iso), .text(entry.round), .text(entry.instrument),
        count(list.read(entry)), count(list.takenIn(entry)), .text(entry.undone?.iso),
        .text(list.others(entry).joined(separator: " ")),
      ])
    }
    return csv.finish()
  }

  private static func count(_ number: Int?) -> CSVWriter.Cell {
    number == nil ? .text("few") : .count(number)
  }
}

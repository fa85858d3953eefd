public import Analysis
import Instruments

/// What the columns of the table of responses hold: one row for each column, in their order.
public enum DictionaryCSV {
  /// What stands between the entries of a cell that has several.
  static let separator = "|"

  /// Writes the table with its heading row.
  ///
  /// - Parameters:
  ///   - release: The responses that the table is of.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ release: Release<PersonFigures>, to sink: ByteSink) -> ByteSink {
    let persons = release.figures
    var csv = CSVWriter(sink)
    csv.header([
      "column", "kind", "id", "title", "stem", "type", "codes", "labels", "reversed", "scale",
      "low", "high", "method", "items", "reversed_items", "missing_rule", "bands", "better",
      "refused",
    ])
    for column in PersonsColumn.all(of: persons) {
      let entry = DictionaryEntry(column, of: persons)
      csv.row(
        [.text(column.name), .text(column.content.kind), .text(entry.id), .text(entry.title)]
          + [.text(entry.stem), .text(entry.type), list(entry.codes), list(entry.labels)]
          + [.text(entry.reversed.map { $0 ? "yes" : "no" }), .text(entry.scale)]
          + [.number(entry.ends?.lowerBound), .number(entry.ends?.upperBound)]
          + [.text(entry.method), list(entry.items), list(entry.reversedItems)]
          + [.text(entry.missingRule), .text(entry.scheme), .text(entry.better)]
          + [.text(entry.refusal)])
    }
    return csv.finish()
  }

  /// The entries with the separator between; one within an entry becomes a slash.
  private static func list(_ entries: [String]) -> CSVWriter.Cell {
    .text(entries.map { $0.replacing(separator, with: "/") }.joined(separator: separator))
  }
}

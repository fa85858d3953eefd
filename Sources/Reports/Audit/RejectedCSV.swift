public import Responses

/// The rows that were refused as a table, to be corrected and taken in again.
public enum RejectedCSV {
  /// Writes the headings of the file and the refused rows, each with the reason at its end.
  ///
  /// - Returns: The sink, with everything flushed.
  @discardableResult
  public static func write(_ rejected: RejectedRows, to sink: ByteSink) -> ByteSink {
    var writer = CSVWriter(sink)
    writer.row((rejected.header + ["Refused row", "Refused because"]).map { .text($0) })
    for row in rejected.rows {
      // Cells beyond the headings stay before the reason, so that a person sees what shifted.
      let missing = max(0, rejected.header.count - row.cells.count)
      let cells = row.cells + Array(repeating: "", count: missing)
      writer.row(cells.map { .text($0) } + [.count(row.record), .text(row.reason)])
    }
    return writer.finish()
  }
}

import Responses

/// What became of a file that was to be taken into an audit as a table: a row for each sum of rows and
/// of cells.
public enum ImportCSV {
  /// Writes the table with its heading row.
  ///
  /// - Parameters:
  ///   - account: What became of the file.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ account: ImportAccount, to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header(["of", "what", "count"])
    func line(_ of: String, _ what: String, _ count: Int) {
      csv.row([.text(of), .text(what), .count(count)])
    }
    line("rows", "read", account.ledger.read)
    line("rows", "added", account.added)
    line("rows", "updated", account.updated)
    line("rows", "there_already", account.repeated)
    for exclusion in account.excluded { line("rows", exclusion.reason.rawValue, exclusion.rows) }
    line("cells", "read", account.ledger.cells.read)
    for fate in CellLedger.Fate.allCases {
      line("cells", fate.rawValue, account.ledger.cells[fate])
    }
    return csv.finish()
  }
}

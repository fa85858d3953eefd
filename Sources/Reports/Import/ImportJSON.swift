import Instruments
import Responses

/// What became of a file that was to be taken into an audit as `mhars.import/1`.
///
/// `docs/json.md` lists the members.
public enum ImportJSON {
  /// Writes one object and a line end.
  ///
  /// - Parameters:
  ///   - account: What became of the file.
  ///   - school: The name of the school.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(
    _ account: ImportAccount, school: String, to sink: ByteSink
  ) -> ByteSink {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.import/1")
      json.member("release", "none")
      json.member("school", school)
      json.member("round", account.round.id)
      json.write(account.instrument)
      json.member("file", account.file)
      json.member("dialect", account.ledger.dialect.rawValue)
      json.member("result", account.result.rawValue)
      json.member("kept", !account.isRehearsal)
      json.member(
        "import", account.isRehearsal && account.result == .taken ? nil : account.entry?.label)
      json.member("together", account.others)
      rows(account, &json)
      cells(account.ledger.cells, &json)
      json.member("unreadable_answers", account.ledger.unreadableCells)
      json.member("not_told_apart", account.ledger.dialect.indistinctBlanks.map(\.rawValue))
      json.member("names_waiting", account.namesWaiting, orBecause: "no names are asked for")
    }
    return json.finish()
  }

  private static func rows(_ account: ImportAccount, _ json: inout JSONWriter) {
    json.object("rows") { json in
      json.member("read", account.ledger.read)
      json.member("added", account.added)
      json.member("updated", account.updated)
      json.member("there_already", account.repeated)
      json.objects("excluded", of: account.excluded) { exclusion, json in
        json.member("reason", exclusion.reason.rawValue)
        json.member("count", exclusion.rows)
      }
    }
  }

  private static func cells(_ cells: CellLedger, _ json: inout JSONWriter) {
    json.object("cells", inline: true) { json in
      json.member("read", cells.read)
      for fate in CellLedger.Fate.allCases { json.member(fate.rawValue, cells[fate]) }
    }
  }
}

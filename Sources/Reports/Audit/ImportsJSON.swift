import Instruments
import Responses

/// The files that were taken into an audit as `mhars.imports/1`.
///
/// `docs/json.md` lists the members.
public enum ImportsJSON {
  /// Writes one object and a line end.
  ///
  /// - Parameters:
  ///   - list: The files.
  ///   - school: The name of the school.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ list: ImportList, school: String, to sink: ByteSink) -> ByteSink {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.imports/1")
      json.member("release", "audit")
      json.member("school", school)
      json.objects("imports", of: list.entries) { entry, json in
        json.member("import", entry.label)
        json.member("day", entry.day?.iso)
        json.member("round", entry.round)
        json.member("instrument", entry.instrument)
        json.member("rows", list.read(entry), orBecause: "suppressed")
        json.member("taken_in", list.takenIn(entry), orBecause: "suppressed")
        json.member("undone", entry.undone?.iso)
        json.member("together", list.others(entry))
      }
    }
    return json.finish()
  }
}

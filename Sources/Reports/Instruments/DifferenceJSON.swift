public import Instruments

/// What changed between two editions of an instrument, as `mhars.difference/1`.
///
/// `docs/json.md` lists the members.
public enum DifferenceJSON {
  /// Writes one object and a line end.
  ///
  /// - Parameters:
  ///   - old: The earlier edition.
  ///   - new: The later edition.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(from old: Instrument, to new: Instrument, to sink: ByteSink) -> ByteSink
  {
    let difference = InstrumentDifference(from: old, to: new)
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.difference/1")
      for (name, instrument) in [("from", old), ("to", new)] {
        json.object(name, inline: true) {
          $0.member("id", instrument.id)
          $0.member("version", instrument.version)
          $0.member("hash", instrument.hash)
        }
      }
      json.objects("head", of: difference.head, write)
      json.array("items", of: difference.items, write)
      json.array("scores", of: difference.scores, write)
    }
    return json.finish()
  }

  private static func write(_ entry: InstrumentDifference.Entry, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", entry.id)
      json.member("state", entry.state.rawValue)
      json.member("comparable", entry.isComparable)
      json.member("twin", entry.twin)
      json.objects("changes", of: entry.changes, write)
    }
  }

  private static func write(_ change: InstrumentDifference.Change, to json: inout JSONWriter) {
    json.member("what", change.what)
    json.member("from", change.from)
    json.member("to", change.to)
  }
}

public import Analysis
import Instruments

/// What came back in a round as `mhars.status/1`.
///
/// `docs/json.md` lists the members.
public enum ReturnsJSON {
  /// Writes one object and a line end.
  ///
  /// - Parameters:
  ///   - returns: The figures of each instrument of the round, in its order.
  ///   - heading: The school and the round.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(
    _ returns: [ReturnFigures], heading: ReportHeading, to sink: ByteSink
  ) -> ByteSink {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.status/1")
      json.member("release", "audit")
      json.member("school", heading.school)
      json.member("round", heading.round)
      json.array("returns", of: returns) { figures, json in
        json.object { json in
          json.write(figures.instrument)
          json.member("audience", figures.instrument.audience.rawValue)
          json.member("minimum", figures.minimum)
          json.member("returned", figures.returned, orBecause: "suppressed")
          json.member("expected", figures.expected, orBecause: "not given")
          json.member("share", figures.share)
          json.objects("groups", of: figures.groups) { group, json in
            json.member("by", group.by)
            json.member("value", group.value)
            json.member("returned", group.returned, orBecause: "suppressed")
            json.member("expected", group.expected)
            json.member("share", group.share)
          }
        }
      }
    }
    return json.finish()
  }
}

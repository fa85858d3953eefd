public import Analysis
import Instruments

/// What came back in a round as `mhars.status/1`.
///
/// `docs/json.md` lists the members.
public enum ReturnsJSON {
  /// Writes one object and a line end.
  ///
  /// - Parameters:
  ///   - returns: What came in, and what the components lack.
  ///   - heading: The school and the round.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(
    _ returns: RoundReturns, heading: ReportHeading, to sink: ByteSink
  ) -> ByteSink {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.status/1")
      json.member("release", "audit")
      json.member("school", heading.school)
      json.member("round", heading.round)
      json.array("returns", of: returns.surveys) { figures, json in
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
            json.member("expected", group.expected, orBecause: "suppressed")
            json.member("share", group.share)
          }
        }
      }
      json.objects("records", of: returns.records, write)
      json.array("components", of: returns.components, write)
    }
    return json.finish()
  }

  private static func write(_ record: RecordReturn, to json: inout JSONWriter) {
    json.member("instrument", record.instrument.id)
    json.member("audience", record.instrument.audience.rawValue)
    json.member("methods", record.instrument.methods)
    json.member("state", record.state.rawValue)
    json.member("units", record.units, orBecause: "suppressed")
    json.member("expected", record.expected)
    json.member("unit", record.unit)
  }

  private static func write(_ component: ComponentReturns, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", component.component.id)
      json.member("code", component.component.code)
      json.member("state", component.state.rawValue)
      json.member("not_applicable", component.notApplicable)
      json.member("planned", component.planned)
      json.objects("lacking", of: component.lacking) { lack, json in
        json.member("instrument", lack.instrument)
        json.member("state", lack.state.rawValue)
      }
      json.member("practices_without", component.practicesWithout.map(\.id))
    }
  }
}

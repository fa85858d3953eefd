public import Analysis
import Instruments

/// What a round will give and ask of people as `mhars.plan/1`.
///
/// `docs/json.md` lists the members.
public enum PlanJSON {
  /// Writes one object and a line end.
  ///
  /// - Parameters:
  ///   - plan: What is planned.
  ///   - heading: The school and the round.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ plan: RoundPlan, heading: ReportHeading, to sink: ByteSink)
    -> ByteSink
  {
    var json = JSONWriter(sink)
    json.object { json in
      json.member("schema", "mhars.plan/1")
      json.write(.audit(plan.minimums), for: nil, heading)
      json.member("framework", plan.framework.id)
      json.array("components", of: plan.components, write)
      json.objects("warnings", of: plan.warnings) { warning, json in
        json.member("code", warning.code)
        json.member("components", warning.components.map(\.id))
        json.member("sentence", warning.sentence)
      }
      json.array("burden", of: plan.burdens, write)
      json.key("differences")
      writeDifferences(plan.differences, to: &json)
    }
    return json.finish()
  }

  private static func write(_ plan: ComponentPlan, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", plan.component.id)
      json.member("code", plan.component.code)
      json.member("title", plan.component.title)
      json.member("not_applicable", plan.notApplicable)
      json.objects("grid", of: plan.rows) { row, json in
        json.member("method", row.method?.id)
        json.member("instrument", row.instrument)
        json.member("audience", row.audience.rawValue)
        json.member("families", row.families.map(\.rawValue))
        json.member("tiers", row.tiers.map(\.rawValue))
        json.member("practices", row.practices)
      }
      let isLookedAt = plan.notApplicable == nil
      json.member("methods_not_planned", isLookedAt ? plan.methodsNotPlanned.map(\.id) : [])
      json.member("tiers_not_planned", plan.tiersNotPlanned.map(\.rawValue))
      json.object("at_best", inline: true) {
        $0.member("grade", plan.strength.grade)
        $0.member("word", plan.strength.word)
      }
      json.objects("practices", of: plan.practices) { practice, json in
        json.member("id", practice.practice.id)
        json.member("code", practice.practice.code)
        json.member("instruments", practice.instruments)
        json.member("methods", practice.methods)
        json.member("thin_by_design", practice.isThinByDesign)
      }
    }
  }

  private static func write(_ burden: Burden, to json: inout JSONWriter) {
    json.object { json in
      json.member("audience", burden.audience.rawValue)
      json.member("minutes_each", burden.minutesEach)
      json.member("people", burden.people.count, orBecause: burden.people.reason)
      json.member("hours", burden.hours)
      json.objects("instruments", of: burden.parts) { part, json in
        json.member("instrument", part.instrument)
        json.member("minutes_each", part.minutesEach, orBecause: "not said")
        json.member("units", part.units?.count)
        json.member("unit", part.units?.name)
        json.member("hours", part.hours)
      }
    }
  }

  private static func writeDifferences(
    _ differences: [GroupDifference], to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("sd", GroupDifference.standardDeviation)
      json.member("power", GroupDifference.power)
      json.member("level", GroupDifference.level)
      json.objects("answers_each", of: [10.0, 15, 20]) { points, json in
        json.member("points", points)
        json.member("answers", GroupDifference.answersEach(points: points))
      }
      json.objects("pairs", of: differences) { difference, json in
        json.member("a", difference.a)
        json.member("b", difference.b)
        json.member("by", difference.by)
        json.member("state", difference.state.rawValue)
        json.member("people_a", difference.sizes?.a)
        json.member("people_b", difference.sizes?.b)
        json.member("if_all", difference.ifAll)
        json.member("if_enough", difference.ifEnough)
      }
    }
  }
}

extension Burden.People {
  /// Why there is no number.
  fileprivate var reason: String { self == .heldBack ? "suppressed" : "not given" }
}

import Analysis
import Instruments

extension GapJSON {
  static func write(_ priorities: ComponentPriorities, to json: inout JSONWriter) {
    json.object { json in
      json.member("draws", ComponentPriorities.draws)
      json.member("seed", Int(ComponentPriorities.seed))
      json.member("weighs_importance", priorities.weighsImportance)
      json.objects("ranked", of: priorities.ranked) { entry, json in
        json.member("component", entry.component.id)
        json.member("priority", entry.value)
        json.member("rank", entry.rank)
        json.member("rank_low", entry.ranks.lowerBound)
        json.member("rank_high", entry.ranks.upperBound)
        json.member("below_target", entry.belowTarget)
        json.member("groups_below", entry.groupsBelow)
        json.member("groups", entry.groups)
        json.member("importance", entry.importance, orBecause: "not asked, or too few chose")
      }
      json.objects("look_next", of: priorities.lookNext) { gap, json in
        json.member("component", gap.component.id)
        json.member("reason", gap.state == .measured ? "no range" : gap.state.reason)
      }
    }
  }

  static func write(
    _ importance: StatedImportance, of components: [Framework.Component],
    to json: inout JSONWriter
  ) {
    json.object { json in
      json.objects("groups", of: importance.groups) { group, json in
        json.member("audience", group.audience.rawValue)
        json.member("instruments", group.instruments)
        json.member("counted", group.isCounted)
        json.member("n", group.n, orBecause: "suppressed")
        json.member("chose_too_many", group.choseTooMany, orBecause: "suppressed")
      }
      json.objects("shares", of: components) { component, json in
        json.member("component", component.id)
        json.member(
          "share", importance.share(of: component.id), orBecause: "not offered, or too few chose")
      }
    }
  }

  static func write(_ change: LedgerChange, to json: inout JSONWriter) {
    json.object { json in
      json.member("since", change.title)
      json.member("lowest_then", change.lowest?.id)
      json.objects("entries", of: change.changes) { change, json in
        json.member("entry", change.entry?.id)
        json.member("verdict", change.verdict.rawValue)
        if let reason = change.reason { json.member("verdict_reason", reason) }
        json.member("kind", change.figures.map { $0.isRatio ? "ratio" : "points" })
        json.member("change", change.figures?.change)
        json.member("interval", change.figures?.interval)
        json.member("p", change.figures?.p)
        json.member("p_adjusted", change.adjustedP)
        json.member("smallest_detectable", change.figures?.smallestDetectable)
      }
    }
  }
}

public import Analysis
import Instruments
import Statistics

/// The component gap table as `mhars.gaps/1`.
///
/// `docs/json.md` lists the members.
public enum GapJSON {
  /// Writes one object and a line end.
  ///
  /// - Parameters:
  ///   - release: The table, as far as it may be shown.
  ///   - heading: Which school and round it is of.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(
    _ release: Release<GapTable>, heading: ReportHeading = ReportHeading(), to sink: ByteSink
  ) -> ByteSink {
    var json = JSONWriter(sink)
    let table = release.figures
    let tiers = table.tiers
    json.object { json in
      json.member("schema", "mhars.gaps/1")
      json.write(release.policy, for: nil, heading)
      json.member("framework", table.framework.id)
      if let cut = heading.cut { json.member("data_cut", cut) }
      json.member("target", table.target)
      json.array("components", of: table.components) { component, json in
        write(component, table, tiers, to: &json)
      }
      json.member("looked_at", table.lookedAt.count)
      json.objects("must_look", of: table.mustLook, write)
      TierJSON.write(tiers, to: &json)
      json.key("priorities")
      write(table.priorities, to: &json)
      if let importance = table.importance {
        json.key("importance")
        write(importance, of: table.framework.components, to: &json)
      }
      if !table.outcomes.isEmpty { json.array("outcomes", of: table.outcomes, write) }
      json.objects("evidence", of: table.numbered) { source, json in
        json.member("id", source.mark)
        json.member("source", source.id)
      }
      if let change = table.ledgerChange {
        json.key("ledger_change")
        write(change, to: &json)
      }
      if !table.entries.isEmpty { json.objects("ledger", of: table.entries, EvidenceJSON.write) }
    }
    return json.finish()
  }

  private static func write(
    _ gap: ComponentGap, _ table: GapTable, _ tiers: TierGrid, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("id", gap.component.id)
      json.member("code", gap.component.code)
      json.member("title", gap.component.title)
      if gap.target != table.target { json.member("target", gap.target) }
      json.member("index", gap.index?.value, orBecause: gap.state.reason)
      json.member("interval", gap.index?.interval)
      json.member("state", gap.state.word)
      if case .notApplicable(let reason) = gap.state { json.member("state_reason", reason) }
      json.member("band", gap.band?.rawValue)
      json.member("said", gap.said?.value)
      json.member("seen", gap.seen?.value)
      json.objects("groups", of: gap.groups, write)
      json.key("gaps")
      writeGaps(gap, tiers, to: &json)
      TierJSON.write(tiers.cells(of: gap.component.id), to: &json)
      json.key("strength")
      write(gap.strength, to: &json)
      json.array("practices", of: gap.practices, write)
    }
  }

  private static func writeGaps(
    _ gap: ComponentGap, _ tiers: TierGrid, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("performance", gap.performanceGap)
      json.member("performance_interval", gap.performanceInterval)
      json.array("perception", of: gap.perception, write)
      let reach = tiers.reachGap(gap.component.id)
      json.member("reach", reach, orBecause: gap.state.reason)
      json.object("evidence", inline: true) {
        $0.member("practices_with_evidence", gap.practicesWithEvidence)
        $0.member("practices", gap.practices.count)
        $0.member("methods_used", gap.methodsUsed.count)
        $0.member("methods", gap.component.methods.count)
      }
    }
  }

  private static func write(_ gap: PerceptionGap, to json: inout JSONWriter) {
    json.object { json in
      json.member("a", gap.a)
      json.member("b", gap.b)
      json.member("n_a", gap.nA)
      json.member("n_b", gap.nB)
      json.member("index_a", gap.figureA.value)
      json.member("index_b", gap.figureB.value)
      json.member("difference", gap.difference)
      json.member("interval", gap.interval)
      json.member("p", gap.p)
      json.member("p_adjusted", gap.adjustedP)
      json.member("flagged", gap.isFlagged)
      json.objects("items", of: gap.items) { item, json in
        json.member("id", item.id)
        json.member("difference", item.difference)
      }
    }
  }

  private static func write(_ strength: EvidenceStrength, to json: inout JSONWriter) {
    json.object { json in
      json.member("grade", strength.grade)
      json.member("word", strength.word)
      json.member("convergence", strength.convergence?.rawValue)
      if strength.convergence == nil {
        json.member("convergence_reason", "fewer than two kinds of source speak, or too few people")
      }
      json.objects("sources", of: strength.sources) { source, json in
        json.member("instrument", source.instrument)
        json.member("family", source.family.rawValue)
        json.member("audience", source.audience.rawValue)
        json.member("n", source.n, orBecause: "suppressed")
        json.member("population", source.population)
      }
    }
  }

  private static func write(_ practice: PracticeIndex, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", practice.practice.id)
      json.member("code", practice.practice.code)
      json.member("label", practice.practice.label)
      json.member("index", practice.figure?.value, orBecause: reason(practice))
      json.member("interval", practice.figure?.interval)
      json.objects("groups", of: practice.groups, write)
      json.objects("evidence", of: practice.evidence) { evidence, json in
        json.member("instrument", evidence.instrument)
        json.member("method", evidence.method)
        json.member("audience", evidence.audience.rawValue)
        json.member("family", evidence.family.rawValue)
        json.member("n", evidence.n, orBecause: "suppressed")
        json.member("items", evidence.items)
        if let entry = evidence.entry { json.member("entry", entry) }
      }
    }
  }

  private static func write(_ group: AudienceIndex, to json: inout JSONWriter) {
    json.member("audience", group.audience.rawValue)
    let reason = group.n == nil ? "suppressed" : "too few answered"
    json.member("index", group.figure?.value, orBecause: reason)
    json.member("interval", group.figure?.interval)
    json.member("n", group.n, orBecause: "suppressed")
  }

  /// Why a practice has no index.
  private static func reason(_ practice: PracticeIndex) -> String {
    if practice.evidence.isEmpty { return "not looked at" }
    return practice.evidence.allSatisfy { $0.n == nil }
      ? "suppressed" : "too few answered, or no scale evidence"
  }

  private static func write(_ finding: MustLook, to json: inout JSONWriter) {
    json.member("practice", finding.practice)
    if case .groupRatio(_, _, _, _, nil) = finding.kind {
      json.member("n", Int?.none, orBecause: "suppressed")
    } else {
      json.member("n", finding.n)
    }
    switch finding.kind {
    case .lowPractice(let index):
      json.member("kind", "low_practice")
      json.member("index", index)
    case .worstAnswers(let item, _, let answer, let count):
      json.member("kind", "worst_answers")
      json.member("item", item)
      json.member("answer", answer)
      json.member("count", count, orBecause: "suppressed")
      json.member(
        "share", count.map { Double($0) / Double(finding.n) }, orBecause: "suppressed")
    case .groupRatio(let entry, _, let value, let ratio, let count):
      json.member("kind", "group_ratio")
      json.member("entry", entry)
      json.member("value", value)
      json.member("ratio", ratio, orBecause: count == nil ? "suppressed" : "no_events")
      json.member("count", count, orBecause: "suppressed")
    case .tierNotLookedAt(let tier, let components):
      json.member("kind", "tier_not_looked_at")
      json.member("tier", tier.rawValue)
      json.member("components", components.map(\.id))
    case .carelessAnswers(let instrument, let count):
      json.member("kind", "careless_answers")
      json.member("instrument", instrument)
      json.member("count", count)
      json.member("share", Double(count) / Double(finding.n))
    }
  }
}

extension ComponentGap.State {
  /// The word that JSON and CSV carry.
  var word: String {
    switch self {
    case .measured: "measured"
    case .notEnoughEvidence: "not_enough_evidence"
    case .disagree: "disagree"
    case .notLookedAt: "not_looked_at"
    case .suppressed: "suppressed"
    case .notApplicable: "not_applicable"
    }
  }

  /// Why there is no index, for a reader.
  var reason: String {
    switch self {
    case .measured: "measured"
    case .notEnoughEvidence: "not enough evidence"
    case .disagree: "said and seen disagree"
    case .notLookedAt: "not looked at"
    case .suppressed: "too few answered to show"
    case .notApplicable(let reason): "not applicable: \(reason)"
    }
  }
}

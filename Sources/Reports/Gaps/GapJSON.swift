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
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ release: Release<GapTable>, to sink: ByteSink) -> ByteSink {
    var json = JSONWriter(sink)
    let table = release.figures
    json.object { json in
      json.member("schema", "mhars.gaps/1")
      json.member("release", release.policy.word)
      json.member("framework", table.framework.id)
      json.member("target", table.target)
      json.key("components")
      json.array { json in for component in table.components { write(component, to: &json) } }
      json.member("looked_at", table.lookedAt.count)
      json.key("must_look")
      json.array { json in for finding in table.mustLook { write(finding, to: &json) } }
    }
    return json.finish()
  }

  private static func write(_ gap: ComponentGap, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", gap.component.id)
      json.member("code", gap.component.code)
      json.member("title", gap.component.title)
      json.member("index", gap.index?.value)
      if gap.index == nil { json.member("index_reason", gap.state.reason) }
      json.member("interval", gap.index?.interval)
      json.member("state", gap.state.word)
      if case .notApplicable(let reason) = gap.state { json.member("state_reason", reason) }
      json.member("band", gap.band?.rawValue)
      json.member("said", gap.said?.value)
      json.member("seen", gap.seen?.value)
      json.key("groups")
      json.array { json in for group in gap.groups { json.write(group) } }
      json.key("gaps")
      writeGaps(gap, to: &json)
      json.key("strength")
      write(gap.strength, to: &json)
      json.key("practices")
      json.array { json in for practice in gap.practices { write(practice, to: &json) } }
    }
  }

  private static func writeGaps(_ gap: ComponentGap, to json: inout JSONWriter) {
    json.object { json in
      json.member("performance", gap.performanceGap)
      json.member("performance_interval", gap.performanceInterval)
      json.key("perception")
      json.array { json in for perception in gap.perception { write(perception, to: &json) } }
      json.missing("reach", because: "no evidence is recorded by tier in files")
      json.key("evidence")
      json.object(inline: true) {
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
      json.key("items")
      json.array { json in
        for item in gap.items {
          json.object(inline: true) {
            $0.member("id", item.id)
            $0.member("difference", item.difference)
          }
        }
      }
    }
  }

  private static func write(_ strength: EvidenceStrength, to json: inout JSONWriter) {
    json.object { json in
      json.member("grade", strength.grade)
      json.member("word", strength.word)
      json.key("sources")
      json.array { json in
        for source in strength.sources {
          json.object(inline: true) {
            $0.member("instrument", source.instrument)
            $0.member("family", source.family.rawValue)
            $0.member("audience", source.audience.rawValue)
            $0.member("n", source.n)
            $0.member("population", source.population)
          }
        }
      }
    }
  }

  private static func write(_ practice: PracticeIndex, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", practice.practice.id)
      json.member("code", practice.practice.code)
      json.member("label", practice.practice.label)
      json.member("index", practice.figure?.value)
      if practice.figure == nil {
        json.member(
          "index_reason",
          practice.evidence.isEmpty ? "not looked at" : "too few answered, or no scale evidence")
      }
      json.member("interval", practice.figure?.interval)
      json.key("groups")
      json.array { json in for group in practice.groups { json.write(group) } }
      json.key("evidence")
      json.array { json in
        for evidence in practice.evidence {
          json.object(inline: true) { json in
            json.member("instrument", evidence.instrument)
            json.member("method", evidence.method)
            json.member("audience", evidence.audience.rawValue)
            json.member("family", evidence.family.rawValue)
            json.member("n", evidence.n)
            json.key("items")
            json.array(inline: true) { json in for item in evidence.items { json.value(item) } }
          }
        }
      }
    }
  }

  private static func write(_ finding: MustLook, to json: inout JSONWriter) {
    json.object(inline: true) { json in
      json.member("practice", finding.practice)
      json.member("n", finding.n)
      switch finding.kind {
      case .lowPractice(let index):
        json.member("kind", "low_practice")
        json.member("index", index)
      case .worstAnswers(let item, _, let answer, let count):
        json.member("kind", "worst_answers")
        json.member("item", item)
        json.member("answer", answer)
        json.member("count", count)
        json.member("share", Double(count) / Double(finding.n))
      case .carelessAnswers(let instrument, let count):
        json.member("kind", "careless_answers")
        json.member("instrument", instrument)
        json.member("count", count)
        json.member("share", Double(count) / Double(finding.n))
      }
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ group: AudienceIndex) {
    object(inline: true) {
      $0.member("audience", group.audience.rawValue)
      $0.member("index", group.figure?.value)
      if group.figure == nil { $0.member("index_reason", "too few answered") }
      $0.member("interval", group.figure?.interval)
      $0.member("n", group.n)
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

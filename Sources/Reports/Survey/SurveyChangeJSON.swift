import Analysis
import Instruments
import Statistics

/// The member `change` of `mhars.scores/1`.
enum SurveyChangeJSON {
  static func write(_ change: SurveyChange?, to json: inout JSONWriter) {
    guard let change else {
      json.missing("change", because: "no earlier round")
      return
    }
    json.object("change") { json in
      json.member("from", change.title)
      json.objects("groups", of: change.groups) { group, json in
        json.member("by", group.by)
        json.member("value", group.value)
        json.member("n_before", group.before)
        json.member("n_after", group.after)
        json.member("adjusted_over", group.changesMade)
        json.array("scores", of: group.scores, write)
      }
      json.objects("not_compared", of: change.incomparable) { score, json in
        json.member("score", score.score)
        json.member("reason", score.reason)
      }
      json.objects("mix", of: change.mixes) { mix, json in
        json.member("score", mix.score)
        json.member("by", mix.by)
        json.member("mix", mix.parts.mix)
        json.member("rate", mix.parts.rate)
        json.member("fixed_base", mix.parts.fixedBase)
      }
      json.member("lowest_before", change.lowest)
    }
  }

  /// What became of one score.
  static func write(_ change: ScoreChange, to json: inout JSONWriter) {
    json.object { json in
      json.member("score", change.score)
      json.member("n_before", change.before.n)
      json.member("n_after", change.after.n)
      json.member("mean_before", change.before.mean)
      json.member("mean_after", change.after.mean)
      json.member("change", change.change)
      json.member("change_interval", change.interval)
      json.member("se", change.standardError)
      json.member("p", change.p)
      json.member("p_adjusted", change.adjustedP)
      json.member("cliffs_delta", change.cliffsDelta?.delta)
      json.member("cliffs_delta_interval", change.cliffsDelta?.interval)
      json.member("smallest_detectable", change.smallestDetectable)
      json.member("verdict", change.verdict.rawValue)
      if let linked = change.linked {
        write(linked, to: &json)
      } else {
        json.missing("linked", because: "nobody is linked, or too few to be shown")
      }
    }
  }

  private static func write(_ linked: LinkedChange, to json: inout JSONWriter) {
    json.object("linked") { json in
      json.member("n", linked.pairs.n)
      json.member("change", linked.pairs.changes.mean)
      json.member("change_interval", linked.test?.interval)
      json.object("paired_t", inline: true) {
        $0.member("t", linked.test?.t)
        $0.member("df", linked.test?.df)
        $0.member("p", linked.test?.p)
      }
      json.object("signed_rank", inline: true) {
        $0.member("v", linked.signedRank?.v)
        $0.member("p", linked.signedRank?.p)
      }
      json.member("dz", linked.effect?.dz)
      json.member("dav", linked.effect?.dav)
      if let reliable = linked.reliable {
        json.object("reliable_change", inline: true) {
          $0.member("up", reliable.up)
          $0.member("unclear", reliable.unclear)
          $0.member("down", reliable.down)
          $0.member("smallest", reliable.smallest)
        }
      } else {
        json.missing("reliable_change", because: "reliability unknown, or a count too small")
      }
    }
  }
}

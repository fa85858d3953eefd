import Analysis
import Instruments
import Statistics

extension GapJSON {
  /// The outcome scores of one survey, with the members that they have in `mhars.scores/1`.
  static func write(_ outcome: OutcomeFigures, to json: inout JSONWriter) {
    json.object { json in
      json.member("instrument", outcome.instrument.id)
      json.member("title", outcome.instrument.title.preferred)
      json.member("audience", outcome.instrument.audience.rawValue)
      json.member("n", outcome.n, orBecause: "suppressed")
      json.member("population", outcome.population, orBecause: "not given")
      SurveyJSON.writeKey(of: outcome.instrument, to: &json)
      json.array("scores", of: outcome.scores, write)
      json.member("held_back", outcome.held.map(\.id))
      guard let round = outcome.earlierRound else { return }
      json.object("change") { json in
        json.member("from", round)
        json.array("scores", of: outcome.changes, SurveyChangeJSON.write)
        json.objects("not_compared", of: outcome.incomparable) { score, json in
          json.member("score", score.score)
          json.member("reason", score.reason)
        }
      }
    }
  }

  private static func write(_ score: ScoreFigures, to json: inout JSONWriter) {
    let label = score.bands.isLabels ? "the score is a label" : nil
    json.object { json in
      json.member("id", score.id)
      json.member("title", SurveyText.title(score))
      json.member("better", score.better.rawValue)
      json.member("lowest", score.ends.lowerBound)
      json.member("highest", score.ends.upperBound)
      json.member("n", score.n)
      json.member("unscored", score.unscored)
      json.member("mean", score.scores.mean)
      if let label { json.member("mean_reason", label) }
      json.member("interval", score.interval, orBecause: label ?? "fewer than two scores")
      SurveyJSON.write(score.bands, to: &json)
    }
  }
}

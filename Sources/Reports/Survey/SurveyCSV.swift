public import Analysis
import Instruments
import Statistics

/// The figures of a survey as a tidy table: one row for each score or item of each group.
public enum SurveyCSV {
  /// Writes the table with its heading row, one record to a line.
  ///
  /// - Parameters:
  ///   - release: The figures, as far as they may be shown.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ release: Release<SurveyFigures>, to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header([
      "by", "value", "kind", "id", "title", "n", "missing", "population", "response_rate", "mean",
      "sd", "low", "high", "interval_method", "favourable", "alpha", "bounds_low", "bounds_high",
      "tipping_point", "weighted_mean", "weighted_low", "weighted_high", "earlier_n",
      "earlier_mean", "change", "change_low", "change_high", "change_verdict",
    ])
    for group in release.figures.groups {
      guard group.n != nil else {
        csv.row(
          head(group) + [.text("group"), .text(nil), .text(nil), .text("held back"), .text(nil)]
            + [.count(group.population)] + blanks(8 + further))
        continue
      }
      for score in group.scores {
        csv.row(
          head(group) + [
            .text("score"), .text(score.id), .text(score.title), .count(score.n),
            .count(score.unscored), .count(group.population), .number(group.responseRate),
            .number(score.scores.mean), .number(score.scores.sd), .number(score.interval?.low),
            .number(score.interval?.high), .text(score.interval?.method),
            .number(score.favourable), .number(score.reliability.moments.alpha),
          ] + silence(score) + change(score, of: group, in: release.figures.change))
      }
      for score in group.scores {
        for band in score.bands.counts ?? [] {
          csv.row(
            head(group) + [.text("band"), .text(score.id), .text(band.label), .count(band.count)]
              + blanks(10 + further))
        }
      }
      for item in group.items {
        csv.row(
          head(group) + [
            .text("item"), .text(item.id), .text(item.title), .count(item.n),
            .count(item.missing.reduce(0) { $0 + $1.count }), .count(group.population),
            .number(group.responseRate), .number(item.answers?.mean), .number(item.answers?.sd),
            .number(item.meanInterval?.low), .number(item.meanInterval?.high),
            .text(item.meanInterval?.method), .number(item.favourableShare), .number(nil),
          ] + blanks(further))
      }
      for figure in group.held {
        csv.row(
          head(group) + [.text(figure.kind.rawValue), .text(figure.id), .text(figure.title)]
            + [.text("held back"), .text(nil), .count(group.population)]
            + [.number(group.responseRate)] + blanks(7 + further))
      }
    }
    return csv.finish()
  }

  /// How many columns only scores fill.
  private static let further = 12

  private static func silence(_ score: ScoreFigures) -> [CSVWriter.Cell] {
    let weighted = score.weighted?.mean
    return [
      .number(score.bounds?.low), .number(score.bounds?.high), .number(score.tippingPoint),
      .number(weighted?.mean), .number(weighted?.interval?.low),
      .number(weighted?.interval?.high),
    ]
  }

  private static func change(
    _ score: ScoreFigures, of group: GroupFigures, in change: SurveyChange?
  ) -> [CSVWriter.Cell] {
    let own = change?.groups.first { $0.by == group.by && $0.value == group.value }?
      .scores.first { $0.score == score.id }
    guard let own else { return blanks(6) }
    return [
      .count(own.before.n), .number(own.before.mean), .number(own.change),
      .number(own.interval?.low), .number(own.interval?.high), .text(own.verdict.rawValue),
    ]
  }

  private static func blanks(_ count: Int) -> [CSVWriter.Cell] {
    Array(repeating: .text(nil), count: count)
  }

  private static func head(_ group: GroupFigures) -> [CSVWriter.Cell] {
    [.text(group.by), .text(group.value)]
  }
}

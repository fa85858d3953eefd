public import Analysis
import Instruments
import Responses
import Statistics

/// The figures of a survey as `mhars.scores/1`.
///
/// `docs/json.md` lists the members.
public enum SurveyJSON {
  /// Writes one object and a line end.
  ///
  /// - Parameters:
  ///   - release: The figures, as far as they may be shown.
  ///   - heading: Which school and round they are of.
  ///   - persons: Every response, for whoever holds the file; `nil` leaves the member out.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(
    _ release: Release<SurveyFigures>, heading: ReportHeading = ReportHeading(),
    persons: Release<PersonFigures>? = nil, to sink: ByteSink
  ) -> ByteSink {
    precondition(persons == nil || release.policy == .holder, "an audit lists no responses")
    var json = JSONWriter(sink)
    let figures = release.figures
    json.object { json in
      json.member("schema", "mhars.scores/1")
      json.write(release.policy, for: figures.instrument.audience, heading)
      json.write(figures.instrument)
      writeKey(of: figures.instrument, to: &json)
      json.write(figures.ledger)
      json.member("ungrouped", figures.ungrouped, orBecause: "suppressed")
      json.array("groups", of: figures.groups) { group, json in
        write(group, release.policy, to: &json)
      }
      json.array("comparisons", of: figures.comparisons, write)
      if let quality = figures.quality {
        json.key("quality")
        write(quality, to: &json)
      } else {
        json.missing("quality", because: "suppressed")
      }
      SurveyChangeJSON.write(figures.change, to: &json)
      if let persons { PersonsJSON.write(persons, to: &json) }
    }
    return json.finish()
  }

  /// What a published key says of its scores; left out where the instrument is no key.
  static func writeKey(of instrument: Instrument, to json: inout JSONWriter) {
    guard let terms = instrument.terms else { return }
    json.object("key") { json in
      json.member("id", instrument.key ?? instrument.id)
      json.member("licence", terms.licence.status)
      let refused = instrument.scores.filter { instrument.refusal(of: $0) != nil }
      json.objects("refused", of: refused) { score, json in
        json.member("score", score.id)
        json.member("reason", instrument.refusal(of: score))
      }
      let unverified = instrument.scores.filter { !instrument.unverifiedRules(of: $0).isEmpty }
      json.objects("unverified", of: unverified) { score, json in
        json.member("score", score.id)
        json.member("rules", instrument.unverifiedRules(of: score).map(\.rawValue))
      }
    }
  }

  private static func write(
    _ group: GroupFigures, _ policy: ReleasePolicy, to json: inout JSONWriter
  ) {
    json.object { json in
      json.member("by", group.by)
      json.member("value", group.value)
      json.member("n", group.n, orBecause: "suppressed")
      json.member(
        "population", group.population, orBecause: group.isSizeHeld ? "suppressed" : "not given")
      json.member("response_rate", group.responseRate)
      json.array("scores", of: group.scores, write)
      json.array("items", of: group.items, write)
      guard policy.minimums != nil else { return }
      json.objects("held_back", of: group.held) { figure, json in
        json.member("kind", figure.kind.rawValue)
        json.member("id", figure.id)
      }
    }
  }

  private static func write(_ score: ScoreFigures, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", score.id)
      json.member("n", score.n)
      json.member("unscored", score.unscored)
      json.member("mean", score.scores.mean)
      let label = score.bands.isLabels ? "the score is a label" : nil
      if let label { json.member("mean_reason", label) }
      json.member("sd", score.scores.sd)
      json.member("se", score.standardError)
      json.member("interval", score.interval, orBecause: label ?? "fewer than two scores")
      json.member("median", score.scores.median)
      json.key("quartiles")
      json.array(inline: true) { json in
        json.value(score.scores.quartiles?.lower)
        json.value(score.scores.quartiles?.upper)
      }
      json.member("floor", score.floor)
      json.member("ceiling", score.ceiling)
      json.member("favourable", score.favourable)
      writeWeighted(score.weighted, label, to: &json)
      if let bounds = score.bounds {
        json.object("bounds", inline: true) {
          $0.member("low", bounds.low)
          $0.member("high", bounds.high)
        }
      } else {
        json.missing("bounds", because: label ?? "population not given")
      }
      json.member("tipping_point", score.tippingPoint)
      json.member("tipping_point_at", score.bands.isLabels ? nil : score.middle)
      json.key("reliability")
      write(score.reliability, to: &json)
      write(score.bands, to: &json)
    }
  }

  /// How many are in each band, or have each label.
  static func write(_ bands: BandFigures, to json: inout JSONWriter) {
    switch bands {
    case .none: json.missing("bands", because: "the instrument declares none")
    case .suppressed: json.missing("bands", because: "suppressed")
    case .bands(let scheme, let counts):
      write(counts, to: &json)
      json.member("bands_scheme", scheme)
    case .labels(let counts): write(counts, to: &json)
    }
  }

  private static func write(
    _ counts: [(label: String, count: Int)], to json: inout JSONWriter
  ) {
    json.object("bands", inline: true) { json in
      for band in counts { json.member(band.label, band.count) }
    }
  }

  private static func writeWeighted(
    _ figure: WeightedMean?, _ label: String?, to json: inout JSONWriter
  ) {
    guard let figure else {
      json.missing(
        "poststratified",
        because: label ?? "the sizes of the cells are not given, or fewer than five have a score")
      return
    }
    json.object("poststratified") { json in
      json.member("mean", figure.mean.mean)
      json.member("se", figure.mean.standardError)
      json.member("interval", figure.mean.interval)
      json.member("cells", figure.cells)
      json.objects("merged", of: figure.merged) { names, json in
        json.member("cells", names)
      }
      json.member("design_effect", figure.kish?.designEffect)
      json.member("effective_n", figure.kish?.effectiveSize)
      json.member("r_indicator", figure.representativeness)
    }
  }

  private static func write(_ reliability: Reliability, to json: inout JSONWriter) {
    let moments = reliability.moments
    json.object { json in
      json.member("n", moments.n)
      json.member(
        "alpha", moments.alpha,
        orBecause: moments.items < 2
          ? "fewer than two items"
          : moments.n < 2 ? "fewer than two complete rows" : "no variance")
      json.member("alpha_interval", moments.alphaInterval())
      guard let pairwise = reliability.pairwise else {
        for name in [
          "alpha_standardised", "alpha_pairwise", "omega", "omega_standardised",
          "alpha_if_dropped", "item_rest", "sem",
        ] { json.missing(name, because: "not asked") }
        return
      }
      json.member("alpha_standardised", moments.standardisedAlpha)
      json.member("alpha_pairwise", pairwise.alpha)
      switch moments.omega() {
      case .success(let omega):
        json.member("omega", omega.raw)
        json.member("omega_standardised", omega.standardised)
      case .failure(let reason):
        json.missing("omega", because: reason.rawValue)
        json.missing("omega_standardised", because: reason.rawValue)
      }
      json.write("alpha_if_dropped", reliability.items, moments.alphaIfDropped)
      json.write("item_rest", reliability.items, moments.itemRest)
      json.member("sem", reliability.standardErrorOfMeasurement)
    }
  }

  private static func write(_ item: ItemFigures, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", item.id)
      json.member("n", item.n)
      json.member("reversed", item.isReversed)
      json.object("missing", inline: true) { json in
        for missing in item.missing { json.member(missing.reason, missing.count) }
      }
      json.object("counts", inline: true) { json in
        for count in item.counts { json.member(count.point.code, count.count) }
      }
      json.member("mean", item.answers?.mean)
      json.member("sd", item.answers?.sd)
      json.member("mean_interval", item.meanInterval)
      json.member("favourable", item.favourableShare)
      json.member("favourable_interval", item.favourableInterval)
    }
  }

  private static func write(_ comparison: Comparison, to json: inout JSONWriter) {
    json.object { json in
      json.member("score", comparison.score)
      json.member("by", comparison.by)
      json.member("a", comparison.a)
      json.member("b", comparison.b)
      json.member("n_a", comparison.scoresA.n)
      json.member("n_b", comparison.scoresB.n)
      json.member("difference", comparison.difference)
      json.member("difference_interval", comparison.welch?.interval)
      json.object("welch", inline: true) {
        $0.member("t", comparison.welch?.t)
        $0.member("df", comparison.welch?.df)
        $0.member("p", comparison.welch?.p)
      }
      json.object("mann_whitney", inline: true) {
        $0.member("u", comparison.mannWhitney?.u)
        $0.member("p", comparison.mannWhitney?.p)
        $0.member("method", comparison.mannWhitney?.method.rawValue)
      }
      json.member("cliffs_delta", comparison.cliffsDelta?.delta)
      json.member("cliffs_delta_interval", comparison.cliffsDelta?.interval)
      json.member("hedges_g", comparison.hedgesG?.g)
      json.member("p", comparison.p)
      json.member("p_adjusted", comparison.adjustedP)
      json.member("verdict", comparison.verdict.rawValue)
      json.member("margin", comparison.margin)
    }
  }

  private static func write(_ quality: QualityFigures, to json: inout JSONWriter) {
    json.object { json in
      json.object("straight_lined", inline: true) {
        $0.member("rows", quality.straightLined)
        $0.member("checked", quality.straightLineChecked)
      }
      if let scores = quality.withoutStraightLined {
        json.objects("without_straight_lined", of: scores) { score, json in
          json.member("score", score.score)
          json.member("n", score.scores.n)
          json.member("mean", score.scores.mean)
          json.member("sd", score.scores.sd)
          json.member("alpha", score.alpha)
        }
      } else {
        json.missing(
          "without_straight_lined", because: "at most 5 % of the rows, or too few to be shown")
      }
      json.member("unreadable_cells", quality.unreadableCells)
      json.objects("looks_reversed", of: quality.looksReversed) { finding, json in
        json.member("score", finding.score)
        json.member("item", finding.item)
        json.member("item_rest", finding.itemRest)
      }
      json.objects("piled_up", of: quality.piledUp) { finding, json in
        json.member("score", finding.score)
        json.member("end", finding.end)
        json.member("share", finding.share)
      }
    }
  }
}

extension JSONWriter {
  /// An object with one figure for each item.
  fileprivate mutating func write(_ name: String, _ items: [String], _ figures: [Double?]) {
    object(name, inline: true) { json in
      for (item, figure) in zip(items, figures) { json.member(item, figure) }
    }
  }
}

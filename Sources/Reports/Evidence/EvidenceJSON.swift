import Analysis
import Instruments
import Statistics

/// An entry of the ledger in JSON; `docs/json.md` lists the members.
enum EvidenceJSON {
  static func write(_ entry: EvidenceEntry, to json: inout JSONWriter) {
    json.member("id", entry.id)
    json.member("instrument", entry.instrument)
    json.member("title", entry.title)
    json.member("methods", entry.methods)
    json.member("practices", entry.practices)
    json.member("audience", entry.audience.rawValue)
    json.member("family", entry.family.rawValue)
    json.member("tier", entry.tier.rawValue)
    json.member("feeds", entry.feeds.rawValue)
    if let sample = entry.sample { json.member("sample", sample.rawValue) }
    json.member("direction", entry.direction?.rawValue)
    if entry.isHeldBack {
      json.missing("base", because: "suppressed")
      json.missing("index", because: "suppressed")
      return
    }
    json.object("base", inline: true) {
      $0.member("units", entry.base.toldUnits, orBecause: "suppressed")
      $0.member("settings", entry.base.toldSettings, orBecause: "suppressed")
      $0.member("count", entry.base.count)
      $0.member("enough", entry.isEnough)
    }
    if let agreement = entry.agreement {
      json.object("agreement", inline: true) {
        $0.member("units", agreement.units)
        $0.member("share", agreement.share)
        $0.member("kappa", agreement.kappa)
      }
    }
    write(entry.figure, to: &json)
    guard let below = entry.below, let low = entry.lowParts else { return }
    json.object("below", inline: true) {
      $0.member("limit", below)
      $0.member("values", low.map(\.value))
    }
  }

  private static func write(_ figure: EvidenceFigure, to json: inout JSONWriter) {
    switch figure {
    case .index(let figure, let parts):
      json.member("index", figure?.value)
      json.member("interval", figure?.interval)
      json.objects("parts", of: parts) { part, json in
        json.member("value", part.value)
        json.member("index", part.figure)
        json.member("count", part.count)
      }
      guard let spread = Spread(parts) else { return }
      json.member("lowest", spread.lowest.value)
      json.member("highest", spread.highest.value)
      json.member("consistency", spread.consistency, orBecause: "too little counted in a group")
    case .listed(let listed, let persons):
      json.member("persons", persons)
      json.objects("listed", of: listed) { word, json in
        json.member("word", word.word)
        json.member("persons", word.persons)
        json.member("smith", word.smith, orBecause: "the order of choices and rows is not kept")
      }
    case .rate(let rate, let per):
      json.member("events", rate.events)
      json.member("exposure", rate.exposure)
      json.member("per", per)
      json.member("rate", rate.rate * per)
      json.member("interval", rate.interval().scaled(by: per))
    case .ratios(let ratios): write(ratios, to: &json)
    case .runChart(let chart, let months): write(chart, months, to: &json)
    case .voices(let voices):
      json.object("voices", inline: true) {
        $0.member("strength", voices.strength)
        $0.member("gap", voices.gap)
        $0.member("suggestion", voices.suggestions)
        $0.member("all", voices.all)
        $0.member("gap_roles", voices.gapRoles)
      }
    case .journey(let journey): write(journey, to: &json)
    case .overlap(let overlap): write(overlap, to: &json)
    case .votes(let votes): write(votes, to: &json)
    case .load(let load):
      json.member("namings", load.all)
      json.member("most_named", load.most)
      json.member("load", load.share)
    }
  }

  private static func write(_ ratios: [EvidenceFigure.GroupRatio], to json: inout JSONWriter) {
    json.objects("ratios", of: ratios) { ratio, json in
      json.member("value", ratio.value)
      json.member("events", ratio.own.events)
      json.member("exposure", ratio.own.exposure)
      json.member("ratio", ratio.ratio)
      json.member("interval", ratio.interval)
    }
  }

  private static func write(_ chart: RunChart, _ months: [String], to json: inout JSONWriter) {
    json.member("mean", chart.mean)
    json.member("median", chart.median)
    json.member("run_above", chart.runAbove)
    let before = EvidenceFigure.yearBefore(months)
    json.objects("months", of: Array(zip(months, chart.points).enumerated())) { entry, json in
      json.member("month", entry.element.0)
      json.member("share", entry.element.1.share)
      json.member("low", chart.limits?[entry.offset].lowerBound)
      json.member("high", chart.limits?[entry.offset].upperBound)
      if let place = before[entry.offset] {
        json.member("year_before", chart.points[place].share)
      }
    }
  }

  private static func write(_ journey: Journey, to json: inout JSONWriter) {
    json.member("cases", journey.cases)
    json.objects("stages", of: journey.stages) { stage, json in
      json.member("stage", stage.code)
      json.member("cases", stage.cases)
      json.member("median_days", stage.medianDays)
      json.member("longest_days", stage.longestDays)
      if let passed = stage.passed { json.member("passed", passed) }
    }
    if let handovers = journey.handovers {
      json.object("handovers", inline: true) {
        $0.member("median", handovers.median)
        $0.member("most", handovers.most)
      }
    }
    if let due = journey.due {
      json.object("due", inline: true) {
        $0.member("all", due.all)
        $0.member("on_time", due.onTime)
        $0.member("late", due.late)
        $0.member("missing", due.missing)
      }
    }
  }

  private static func write(_ overlap: Overlap, to json: inout JSONWriter) {
    json.member("persons", overlap.persons)
    json.member("at_least", overlap.atLeast)
    json.member("overlap", overlap.share)
    json.member("stated_count", overlap.statedCount)
    json.member("named_count", overlap.named)
    json.objects("stated", of: overlap.stated) { word, json in
      json.member("word", word.word)
      json.member("persons", word.persons, orBecause: "suppressed")
      json.member("named", word.isNamed)
    }
    json.objects("unstated", of: overlap.unstated) { word, json in
      json.member("word", word.word)
      json.member("persons", word.persons)
    }
  }

  private static func write(_ votes: DotVotes, to json: inout JSONWriter) {
    json.member("notes", votes.notes)
    json.member("dots", votes.dots)
    json.objects("votes", of: votes.themes) { theme, json in
      json.member("theme", theme.title)
      json.member("notes", theme.notes)
      json.member("dots", theme.dots)
      json.objects("roles", of: Array(zip(votes.colours, theme.byColour))) { colour, json in
        json.member("role", colour.0.title)
        json.member("dots", colour.1)
      }
    }
  }
}

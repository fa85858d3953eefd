import Analysis
import Instruments
import Statistics

extension EvidenceEntry {
  /// What was found, in a sentence without its end.
  ///
  /// What voices say of one practice is headed by its words among `labels`, since the title of their
  /// record names none.
  func sentence(_ labels: [String: String]) -> String {
    if isHeldBack { return "\(title): from too few people to show" }
    guard case .voices = figure, practices.count == 1, let label = labels[practices[0]] else {
      return "\(title): \(finding)\(rest)"
    }
    return "\(label): \(finding)\(rest)"
  }

  private var finding: String {
    switch figure {
    case .index(let figure, let parts):
      "\(Wording.figure(figure?.value)) of 100\(ends(of: parts))\(low)"
    case .listed(let listed, let persons):
      listed.isEmpty
        ? "nothing that enough people listed"
        : Wording.listed(listed.prefix(3).map { "\($0.word) (\($0.persons) of \(persons))" })
    case .rate(let rate, let per): Self.rate(rate, per)
    case .ratios(let ratios): Self.widest(ratios)
    case .runChart(let chart, let months):
      Self.run(chart, months) + Self.yearBefore(chart, months)
    case .voices(let voices):
      "\(voices.strength) for a strength, \(voices.gap) for a gap, \(voices.suggestions) with a "
        + "suggestion"
    case .journey(let journey): Self.way(journey)
    case .overlap(let overlap): Self.overlap(overlap)
    case .votes(let votes): Self.votes(votes)
    case .load(let load):
      "\(load.most) of \(load.all) namings (\(Wording.percent(load.share / 100)))"
    }
  }

  /// How much it rests on, and how sure that is.
  private var rest: String {
    var notes: [String] = []
    switch figure {
    case .index, .voices, .journey, .load: notes.append(base.words(of: family, unit: unit))
    case .listed, .rate, .ratios, .runChart, .overlap, .votes: break
    }
    if sample == .event { notes.append("event sample") }
    if let agreement {
      notes.append(
        "two observers agree on \(Wording.percent(agreement.share)) in \(agreement.units) of them")
    }
    if !isEnough { notes.append("too little to count") }
    return notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
  }

  /// The lowest and the highest group, where there are two.
  private func ends(of parts: [EvidenceFigure.Part]) -> String {
    guard let spread = Spread(parts) else { return "" }
    let (low, high) = (spread.lowest, spread.highest)
    let ends =
      ", from \(Wording.figure(low.figure)) in '\(low.value)' to \(Wording.figure(high.figure)) in "
      + "'\(high.value)'"
    guard family == .seen, let consistency = spread.consistency else { return ends }
    return ends + ", a consistency of \(Wording.figure(consistency, decimals: 2))"
  }

  /// The groups under the limit of the measure, the lowest first.
  private var low: String {
    guard let below, let parts = lowParts, !parts.isEmpty else { return "" }
    let lowest = parts.sorted { ($0.figure ?? 0, $0.value) < ($1.figure ?? 0, $1.value) }
    return "; under \(Wording.figure(below)) in "
      + Wording.listed(lowest.map { "'\($0.value)' (\(Wording.figure($0.figure)))" })
  }

  private static func rate(_ rate: EventRate, _ per: Double) -> String {
    let interval = rate.interval().scaled(by: per)
    return
      "\(Wording.figure(per * rate.rate, decimals: 1)) (\(Wording.range(interval, decimals: 1))), "
      + "\(rate.events) in all"
  }

  private static func widest(_ ratios: [EvidenceFigure.GroupRatio]) -> String {
    let known = ratios.compactMap { ratio in ratio.ratio.map { (ratio, $0) } }
    guard let (group, ratio) = known.max(by: { $0.1 < $1.1 }), let interval = group.interval else {
      return "too few for a ratio"
    }
    return "'\(group.value)' \(Wording.figure(ratio, decimals: 1)) times all others "
      + "(\(Wording.figure(interval.low, decimals: 1)) to \(Wording.figure(interval.high, decimals: 1)))"
  }

  private static func run(_ chart: RunChart, _ months: [String]) -> String {
    let mean = "\(Wording.percent(chart.mean)) over \(months.count) months"
    if chart.runAbove >= RunChart.longRun {
      let run = chart.longestRunAbove
      return "\(mean); above its median in \(chart.runAbove) months in a row from "
        + "\(months[run.lowerBound])"
    }
    if let point = chart.pointsAbove.first { return "\(mean); far above it in \(months[point])" }
    return "\(mean), no sign of change"
  }

  /// In how many months the share is above that of the same month a year before.
  private static func yearBefore(_ chart: RunChart, _ months: [String]) -> String {
    let pairs = EvidenceFigure.yearBefore(months).enumerated().compactMap { place, before in
      before.map { (chart.points[place].share, chart.points[$0].share) }
    }
    guard !pairs.isEmpty else { return "" }
    return "; higher than a year before in \(pairs.count { $0.0 > $0.1 }) of "
      + Wording.counted(pairs.count, "month")
  }

  private static func overlap(_ overlap: Overlap) -> String {
    let least =
      overlap.atLeast > 0 ? " are named by \(Wording.percent(overlap.atLeast / 100)) or more" : ""
    var text = "\(overlap.named) of \(overlap.statedCount)\(least)"
    let silent = overlap.stated.filter { !$0.isNamed }.map(\.word)
    if !silent.isEmpty { text += "; not: \(Wording.listed(silent))" }
    if !overlap.unstated.isEmpty {
      text += "; besides: " + Wording.listed(overlap.unstated.map(\.word))
    }
    return text
  }

  /// The themes with most dots, and whose dots the first has.
  private static func votes(_ votes: DotVotes) -> String {
    guard let first = votes.themes.first else { return "no theme" }
    let themes = votes.themes.prefix(3).map { theme in
      "\(theme.title) (\(Wording.counted(theme.dots, "dot")) on "
        + "\(Wording.counted(theme.notes, "note")))"
    }
    let whose = zip(votes.colours, first.byColour).map { "\($0.title) \($1)" }
    let text = "\(votes.dots) dots on \(votes.notes) notes: \(Wording.listed(themes))"
    return whose.isEmpty || first.dots == 0
      ? text : text + "; on \(first.title): \(whose.joined(separator: ", "))"
  }

  /// The waits, the hand-overs and what was late.
  private static func way(_ journey: Journey) -> String {
    var parts = [slowest(journey)]
    if let handovers = journey.handovers {
      let most = journey.stages.max { ($0.passed ?? 0) < ($1.passed ?? 0) }
      let place = most.flatMap { stage in
        stage.passed.map { ", in \($0) at '\(stage.title)'" }
      }
      parts.append(
        "\(Wording.figure(handovers.median)) hand-overs in the middle case, \(handovers.most) at most"
          + (handovers.most > 0 ? place ?? "" : ""))
    }
    if let due = journey.due {
      parts.append(
        "\(due.onTime) of \(due.all) due steps on time"
          + (due.late > 0 ? ", \(due.late) late" : "")
          + (due.missing > 0 ? ", \(due.missing) not done" : ""))
    }
    return parts.joined(separator: "; ")
  }

  private static func slowest(_ journey: Journey) -> String {
    let waits = journey.stages.compactMap { stage in stage.medianDays.map { (stage, $0) } }
    let missing = journey.stages.filter { $0.cases < journey.cases }
    var parts: [String] = []
    if let (stage, days) = waits.max(by: { $0.1 < $1.1 }) {
      parts.append("the longest wait is for '\(stage.title)', \(Wording.figure(days)) days")
    }
    if !missing.isEmpty {
      parts.append(
        "missing: "
          + Wording.listed(
            missing.map { "\($0.title) (in \(journey.cases - $0.cases) of \(journey.cases))" }))
    }
    return parts.isEmpty ? "no dates" : parts.joined(separator: "; ")
  }
}

extension EvidenceEntry.Base {
  /// The base in words: "24 counted in 5 lessons" or "12 voices".
  fileprivate func words(of family: EvidenceStrength.Family, unit: String?) -> String {
    switch family {
    case .voices: return "\(units) \(units == 1 ? "voice" : "voices")"
    case .journey: return "\(units) \(units == 1 ? "case" : "cases")"
    case .lists, .survey:
      guard persons == units else {
        return "\(Wording.figure(count)) answers of \(persons) people or more"
      }
      return "\(units) \(units == 1 ? "person" : "people")"
    case .seen, .records:
      let counted = Wording.figure(count)
      guard let unit else { return "\(counted) counted" }
      let seen = Wording.counted(units, unit.replacing("_", with: " "))
      return count == Double(units) ? seen : "\(counted) counted in \(seen)"
    }
  }
}

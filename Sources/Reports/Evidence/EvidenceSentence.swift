import Analysis
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
      "\(Wording.figure(figure?.value)) of 100\(Self.ends(of: parts))"
    case .listed(let listed, let persons):
      listed.isEmpty
        ? "nothing that enough people listed"
        : Wording.listed(listed.prefix(3).map { "\($0.word) (\($0.persons) of \(persons))" })
    case .rate(let rate, let per): Self.rate(rate, per)
    case .ratios(let ratios): Self.widest(ratios)
    case .runChart(let chart, let months): Self.run(chart, months)
    case .voices(let voices):
      "\(voices.strength) for a strength, \(voices.gap) for a gap, \(voices.suggestions) with a "
        + "suggestion"
    case .journey(let journey): Self.slowest(journey)
    }
  }

  /// How much it rests on, and how sure that is.
  private var rest: String {
    var notes: [String] = []
    switch figure {
    case .index, .voices, .journey: notes.append(base.words(of: family, unit: unit))
    case .listed, .rate, .ratios, .runChart: break
    }
    if let agreement {
      notes.append(
        "two observers agree on \(Wording.percent(agreement.share)) in \(agreement.units) of them")
    }
    if !isEnough { notes.append("too little to count") }
    return notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"
  }

  /// The lowest and the highest group, where there are two.
  private static func ends(of parts: [EvidenceFigure.Part]) -> String {
    let known = parts.compactMap { part in part.figure.map { (part.value, $0) } }
    guard known.count >= 2, let low = known.min(by: { $0.1 < $1.1 }),
      let high = known.max(by: { $0.1 < $1.1 }), low.1 < high.1
    else { return "" }
    return ", from \(Wording.figure(low.1)) in '\(low.0)' to \(Wording.figure(high.1)) in "
      + "'\(high.0)'"
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

  private static func slowest(_ journey: Journey) -> String {
    let waits = journey.stages.compactMap { stage in stage.medianDays.map { (stage, $0) } }
    let missing = journey.stages.filter { $0.cases < journey.cases }
    var parts: [String] = []
    if let (stage, days) = waits.max(by: { $0.1 < $1.1 }) {
      parts.append("the longest wait is for '\(stage.title)', \(Wording.figure(days)) days")
    }
    if !missing.isEmpty {
      parts.append(
        "missing in some: " + Wording.listed(missing.map { "\($0.title) (\($0.cases))" }))
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

import Foundation

/// The coverage of every interval as the lines that stand in the method page.
struct CoverageTable {
  static let page = "docs/methods/coverage.md"

  let lines: [String]

  init(_ simulation: CoverageSimulation) {
    var lines = ["### Shares", ""]
    lines += ["| method | answers | mean | worst | width | reading |"]
    lines += ["| --- | --- | --: | --: | --: | --- |"]
    lines += simulation.shares.map { line in
      Self.row([
        line.setting.method.rawValue, line.setting.words, Self.percent(line.outcome.mean),
        Self.percent(line.outcome.worst), Self.figure(line.outcome.width), line.outcome.reading,
      ])
    }
    for (section, drawn) in zip(CoverageSimulation.sections, simulation.lines) {
      lines += ["", "### \(section.title)", ""]
      lines += ["| method | setting | held | below | above | width | none | reading |"]
      lines += ["| --- | --- | --: | --: | --: | --: | --: | --- |"]
      lines += drawn.map(Self.row)
    }
    lines += ["", "### Wrong on purpose", "", "| method | setting | fault | held | right |"]
    lines += ["| --- | --- | --- | --: | --: |"]
    lines += simulation.shareControls.map { control in
      let right = simulation.right(of: control)?.outcome
      return Self.row([
        control.setting.method.rawValue, control.setting.words, control.setting.fault ?? "",
        Self.meanAndWorst(control.outcome), right.map(Self.meanAndWorst) ?? "–",
      ])
    }
    lines += simulation.controls.map { control in
      let right = simulation.right(of: control)
      return Self.row([
        control.setting.method.rawValue, control.setting.words, control.setting.fault ?? "",
        Self.percent(control.tally.coverage), right.map { Self.percent($0.tally.coverage) } ?? "–",
      ])
    }
    self.lines = lines
  }

  private static func row(_ line: CoverageSimulation.Line) -> String {
    let tally = line.tally
    let none = percent(Double(tally.draws - tally.intervals) / Double(tally.draws))
    let place = [line.setting.method.rawValue, line.setting.words]
    guard let reading = tally.reading else { return row(place + ["–", "–", "–", "–", none, "–"]) }
    let intervals = Double(tally.intervals)
    return row(
      place + [
        percent(tally.coverage), percent(Double(tally.below) / intervals),
        percent(Double(tally.above) / intervals), figure(tally.width), none, reading.rawValue,
      ])
  }

  private static func meanAndWorst(_ outcome: ShareSetting.Outcome) -> String {
    "\(percent(outcome.mean)), worst \(percent(outcome.worst))"
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func percent(_ share: Double) -> String { String(format: "%.1f", 100 * share) }

  private static func figure(_ width: Double) -> String {
    String(format: width >= 10 ? "%.1f" : width >= 1 ? "%.2f" : "%.3f", width)
  }
}

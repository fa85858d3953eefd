import Foundation

/// What the simulation of the gap table found, as the lines that stand in the method page.
struct GapAimTable {
  static let page = "docs/methods/gaps.md"

  let lines: [String]

  init(_ simulation: GapSimulation) {
    var lines = ["### No true gaps", ""]
    lines += ["| school | between | gaps | interval without 0 | before | flagged |"]
    lines += ["| --- | --- | --: | --: | --: | --: |"]
    for quiet in simulation.quiet where quiet.isInside {
      let tally = quiet.tally
      lines.append(
        Self.row([
          quiet.school.words, "all", "\(tally.gaps)", Self.percent(tally.apart.mean),
          Self.percent(tally.before.mean), Self.percent(tally.after.mean, digits: 2),
        ]))
      lines += tally.pairs.sorted { $0.key < $1.key }.map { name, pair in
        let all = Double(pair.all)
        return Self.row([
          quiet.school.words, name, "\(quiet.school.truths.count)",
          Self.percent(Double(pair.apart) / all), Self.percent(Double(pair.before) / all),
          Self.percent(Double(pair.after) / all, digits: 2),
        ])
      }
    }
    lines += ["", "### Bands", "", "| school | true index | inside by | right | between | wrong |"]
    lines += ["| --- | --: | --: | --: | --: | --: |"]
    for quiet in simulation.quiet {
      lines += Self.bands(quiet.school.words, quiet.tally.cells)
    }
    lines += ["", "### Planted gaps", ""]
    lines += ["| groups | gap | interval without 0 | computed | flagged | computed, at least |"]
    lines += ["| --- | --: | --: | --: | --: | --: |"]
    lines += simulation.found.map { found in
      Self.row([
        found.planted.words, "\(found.planted.gap)",
        Self.percent(Double(found.apart) / Double(found.draws)),
        Self.percent(found.planted.power.apart),
        Self.percent(Double(found.flagged) / Double(found.draws)),
        Self.percent(found.planted.power.flagged),
      ])
    }
    self.lines =
      lines + Self.intervals(simulation) + Self.smallGroups(simulation)
      + RecordTable(simulation: simulation.records).lines
  }

  /// How often each band was given to the components of a school, by their true index.
  static func bands(_ school: String, _ cells: [Int: GapTally.Cells]) -> [String] {
    cells.sorted { $0.key < $1.key }.map { points, cells in
      let inside = [50, 70].map { abs(points - $0) }.min() ?? 0
      return row(
        [school, "\(points)", "\(inside)"]
          + [cells.right, cells.between, cells.wrong].map {
            percent(Double($0) / Double(cells.all))
          })
    }
  }

  private static func smallGroups(_ simulation: GapSimulation) -> [String] {
    var lines = ["", "### Small groups", ""]
    lines += ["| groups | answers | without 0 | by Welch alone | p below 0.0025 | by Welch alone |"]
    lines += ["| --- | --- | --: | --: | --: | --: |"]
    return lines
      + simulation.small.map { small in
        let shares = [small.apart, small.apartByWelch, small.sure, small.sureByWelch].map {
          Double($0) / Double(max(1, small.all))
        }
        return row(
          [small.words, small.answers] + shares.prefix(2).map { percent($0) }
            + shares.suffix(2).map { percent($0, digits: 2) })
      }
  }

  private static func intervals(_ simulation: GapSimulation) -> [String] {
    var lines = ["", "### Intervals", "", "| school | index | truth | held | reading |"]
    lines += ["| --- | --- | --- | --: | --- |"]
    let rows = [
      ("component", "other classes, staff and families alike"), ("component", "those on the rolls"),
      ("pupils alone", "other classes alike"), ("pupils alone", "those on the roll"),
    ]
    for quiet in simulation.quiet where quiet.isInside {
      for (place, words) in rows.enumerated() {
        let held = quiet.tally.held[place]
        lines.append(
          row([
            quiet.school.words, words.0, words.1,
            percent(held.mean) + " ± " + percent(1.96 * held.error),
            CoverageReading(held.mean).rawValue,
          ]))
      }
    }
    return lines
  }

  static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  static func percent(_ share: Double, digits: Int = 1) -> String {
    String(format: "%.\(digits)f", 100 * share)
  }
}

/// Something that the gap table has to keep, and whether it did.
struct GapAim {
  let words: String
  let isKept: Bool

  /// A share may not reach its limit.
  static func share(_ words: String, _ share: Double, below limit: Double) -> GapAim {
    GapAim(words: words, isKept: share < limit)
  }

  /// All that a simulation has to keep.
  static func all(_ simulation: GapSimulation) -> [GapAim] {
    simulation.quiet.flatMap(aims) + simulation.found.flatMap(aims) + simulation.small.map(aim)
      + RecordTable(simulation: simulation.records).aims
  }

  /// Of normal answers the interval holds, within what chance allows; of others nothing is promised.
  private static func aim(_ small: SmallGroups) -> GapAim {
    let share = Double(small.apart) / Double(max(1, small.all))
    return GapAim(
      words: "\(small.words), \(small.answers): intervals without 0",
      isKept: small.all > 0 && (!small.isNormal || share <= 0.05 + reach(0.05, small.all)))
  }

  private static func aims(_ quiet: GapSimulation.Quiet) -> [GapAim] {
    let (tally, words) = (quiet.tally, quiet.school.words)
    var aims = [
      GapAim(words: "\(words): every table is made", isKept: tally.missing == 0),
      share("\(words): gaps before the adjustment", tally.before.mean, below: 0.05),
      share("\(words): gaps that are flagged", tally.after.mean, below: 0.01),
      GapAim(
        words: "\(words): gaps that are flagged between any two groups",
        isKept: tally.pairs.values.allSatisfy { Double($0.after) < 0.01 * Double($0.all) }),
      GapAim(
        words: "\(words): intervals of components",
        isKept: CoverageReading(tally.held[0].mean) != .short),
      GapAim(
        words: "\(words): intervals of components and pupils, of those on the rolls",
        isKept: min(tally.held[1].mean, tally.held[3].mean) >= 0.95),
    ]
    guard quiet.isInside else { return aims }
    aims += tally.cells.sorted { $0.key < $1.key }.map { points, cells in
      share(
        "\(words): wrong band at \(points)", Double(cells.wrong) / Double(cells.all), below: 0.05)
    }
    return aims
  }

  /// What is found lies where chance puts the power: 1 in 1000 draws of the whole lie farther.
  private static func aims(_ found: GapSimulation.Found) -> [GapAim] {
    let (power, words) = (found.planted.power, "\(found.planted.words), \(found.planted.gap)")
    let apart = reach(power.apart, found.draws)
    let flagged = reach(power.flagged, found.draws)
    let draws = Double(found.draws)
    return [
      GapAim(
        words: "\(words) points: intervals without 0",
        isKept: abs(Double(found.apart) / draws - power.apart) <= apart),
      GapAim(
        words: "\(words) points: flagged",
        isKept: Double(found.flagged) / draws >= power.flagged - flagged),
    ]
  }

  private static func reach(_ chance: Double, _ draws: Int) -> Double {
    3.29 * (chance * (1 - chance) / Double(draws)).squareRoot()
  }
}

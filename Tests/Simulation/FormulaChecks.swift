import Foundation
import Sociometry

/// Every exact formula of Sociometry against draws by lot, and wrong formulas that must stand out.
struct FormulaChecks {
  /// One line of what is printed.
  struct Line {
    let words: String
    let agreement: Agreement
  }

  private(set) var lines: [Line] = []

  /// Formulas that are wrong on purpose.
  private(set) var controls: [Line] = []

  var checks: Int { lines.reduce(0) { $0 + $1.agreement.checks } }
  var worst: Double { lines.reduce(0) { max($0, $1.agreement.worst) } }
  var hold: Bool {
    lines.allSatisfy { $0.agreement.holds && $0.agreement.checks > 0 }
      && controls.allSatisfy { !$0.agreement.holds }
  }

  /// Runs all checks.
  ///
  /// - Parameters:
  ///   - seed: Where the draws start.
  ///   - part: How many times fewer draws than a full run makes; 1 for a full run.
  ///   - largest: The most members of a group to draw.
  init(seed: UInt64, part: Int = 1, largest: Int = .max) {
    for (place, group) in ChanceChecks.groups.enumerated() where group.names.count <= largest {
      var lot = Lot(seed: seed &+ UInt64(place))
      checkChance(group, runs: group.runs / part, lot: &lot)
    }
    var lot = Lot(seed: seed &+ 100)
    checkEvidence(runs: 60_000 / part, lot: &lot)
    lot = Lot(seed: seed &+ 200)
    checkStructure(runs: 20_000 / part, lot: &lot)
  }

  private mutating func check(_ words: String, _ agreement: Agreement) {
    lines.append(Line(words: words, agreement: agreement))
  }

  private mutating func control(_ words: String, _ agreement: Agreement) {
    controls.append(Line(words: words, agreement: agreement))
  }

  private mutating func checkChance(_ group: ChanceChecks.Group, runs: Int, lot: inout Lot) {
    let draws = ChanceChecks.draws(of: group, runs: runs, lot: &lot)
    let chance = ChanceChecks.chance(of: group)
    check("unchosen: \(group.words)", ChanceChecks.unchosen(draws, chance))
    guard group.groups == nil, group.looked == nil else { return }
    let received = ReceivedChance(names: group.names)
    check("names received: \(group.words)", ChanceChecks.received(draws, received))
    guard group.words == "30 pupils, unequal names" else { return }
    control("unchosen, as if independent", ChanceChecks.independent(draws, chance))
    control(
      "names received, own names left in",
      ChanceChecks.received(draws, received, own: { _ in -1 }))
    let mean = Double(group.names.reduce(0, +)) / Double(group.names.count)
    let equal = ReceivedChance(names: ChanceChecks.same(Int(mean.rounded()), group.names.count))
    control("names received, one number for all", ChanceChecks.received(draws, equal))
  }

  private mutating func checkEvidence(runs: Int, lot: inout Lot) {
    check(
      "chance of a true zero",
      EvidenceChecks.trueZero(runs: runs, lot: &lot) {
        Evidence.trueZero(coverage: $0, meanNames: $1, shape: $2)
      })
    control(
      "chance of a true zero, all equally popular",
      EvidenceChecks.trueZero(runs: runs / 4, lot: &lot) { coverage, mean, _ in
        exp(-(1 - coverage) * mean)
      })
    check(
      "worst case of a zero",
      EvidenceChecks.unseen(runs: runs, lot: &lot) {
        Evidence.unseen(trueCount: $0, eligible: $1, answering: $2) ?? .infinity
      })
    control(
      "worst case, drawn with replacement",
      EvidenceChecks.unseen(runs: runs, lot: &lot) { t, others, answering in
        pow(1 - Double(answering) / Double(others), Double(t))
      })
  }

  private mutating func checkStructure(runs: Int, lot: inout Lot) {
    check(
      "repeats by chance", RoundChecks.repeats(runs: runs, lot: &lot) { $0.expectedToStay })
    control(
      "repeats, half of those before",
      RoundChecks.repeats(runs: runs, lot: &lot) { change in
        Double(change.stayed + change.left) / 2
      })
    check(
      "E-I index from sizes", MixingChecks.homophily(runs: runs, lot: &lot) { $0.indexFromSizes })
    control(
      "E-I index, sizes left aside", MixingChecks.homophily(runs: runs, lot: &lot) { _ in 0 })
    check("Coleman's index", MixingChecks.coleman(runs: runs, lot: &lot))
    control(
      "Coleman's index, oneself among one's own",
      MixingChecks.coleman(runs: runs, lot: &lot, oneself: 0))
    check("reciprocity and triads", MixingChecks.structure(runs: runs, lot: &lot))
    control(
      "reciprocity and triads, four names for three",
      MixingChecks.structure(runs: runs / 4, lot: &lot, told: 4))
  }
}

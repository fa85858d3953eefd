import Foundation

/// What the checks of the formulas found, as lines of at most 80 columns.
enum FormulaReport {
  static func lines(_ formulas: FormulaChecks, _ normal: NormalError) -> [String] {
    var lines = ["Formulas against draws by lot, distances in standard errors", ""]
    lines.append(row("formula", "checks", "farthest"))
    for line in formulas.lines {
      let agreement = line.agreement
      lines.append(row(line.words, "\(agreement.checks)", number(agreement.worst)))
      if !agreement.holds { lines.append("  DISAGREES at \(agreement.worstPlace)") }
    }
    lines.append(row("all", "\(formulas.checks)", number(formulas.worst)))
    lines += ["", "Wrong on purpose: must be farther than \(Agreement.limit)", ""]
    for line in formulas.controls {
      let noticed = line.agreement.holds ? "NOT NOTICED" : "noticed"
      lines.append(row(line.words, noticed, number(line.agreement.worst)))
    }
    lines += ["", "Largest error of the normal tails that large groups have", ""]
    for error in normal.errors {
      lines.append(row(error.words, "", String(format: "%.4f", error.error)))
    }
    for draws in normal.draws {
      lines.append(
        row(draws.words, "by draws", String(format: "%.4f", draws.distance)))
    }
    lines.append(normal.holds ? "all within \(NormalError.most)" : "BEYOND \(NormalError.most)")
    return lines
  }

  private static func number(_ z: Double) -> String {
    z.isFinite ? String(format: "%.2f", z) : "never"
  }

  private static func row(_ words: String, _ middle: String, _ last: String) -> String {
    let left = words.padding(toLength: max(50, words.count), withPad: " ", startingAt: 0)
    return left + String(repeating: " ", count: max(1, 14 - middle.count)) + middle
      + String(repeating: " ", count: max(1, 10 - last.count)) + last
  }
}

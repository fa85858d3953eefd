import Foundation

/// Holds the formulas of Sociometry, and the bands it prints, against draws by lot.
///
/// It ends with 1 when a formula disagrees, a wrong one is not noticed, or the method page does not
/// hold the printed table. With `RECORD=1` it writes the table into the page.
@main enum Simulate {
  static let seed: UInt64 = 2026

  static func main() throws {
    let formulas = FormulaChecks(seed: seed)
    let normal = NormalError(seed: seed)
    for line in FormulaReport.lines(formulas, normal) { print(line) }
    let table = BandTable(BandSimulation(seed: seed))
    print("\nHow often each evidence band is right (also in \(PublishedTable.page))\n")
    for line in table.lines { print(line) }
    let held = try holds(table)
    print("")
    print(
      held ? "the page holds this table" : "the page does not hold this table; RECORD=1 writes it")
    exit(formulas.hold && normal.holds && held ? 0 : 1)
  }

  /// Whether the page holds the table, once it has been recorded where that is asked for.
  private static func holds(_ table: BandTable) throws -> Bool {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    guard let published = try PublishedTable(root: root) else { return false }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try published.replace(with: table.lines)
      return true
    }
    return published.lines == table.lines
  }
}

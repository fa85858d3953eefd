import Foundation

/// Holds the formulas of Sociometry, and the bands it prints, against draws by lot; with the word
/// `coverage`, every interval of the library; with `gaps`, the gap table of schools whose truth is known.
///
/// It ends with 1 when a formula disagrees, a wrong one is not noticed, or the method page does not
/// hold the printed table. With `RECORD=1` it writes the table into the page.
@main enum Simulate {
  static let seed: UInt64 = 2026

  static func main() throws {
    switch Array(CommandLine.arguments.dropFirst()) {
    case []: try formulas()
    case ["coverage"]: try coverage()
    case ["gaps"]: try gaps()
    default:
      print("simulate takes no word, or coverage, or gaps")
      exit(64)
    }
  }

  private static func formulas() throws {
    let formulas = FormulaChecks(seed: seed)
    let normal = NormalError(seed: seed)
    for line in FormulaReport.lines(formulas, normal) { print(line) }
    let table = BandTable(BandSimulation(seed: seed))
    print("\nHow often each evidence band is right (also in \(BandTable.page))\n")
    try finish(table.lines, page: BandTable.page, isRight: formulas.hold && normal.holds)
  }

  private static func coverage() throws {
    let simulation = CoverageSimulation()
    for words in simulation.unnoticed { print("NOT NOTICED: \(words)") }
    let table = CoverageTable(simulation)
    print("How often each interval holds the truth (also in \(CoverageTable.page))\n")
    try finish(table.lines, page: CoverageTable.page, isRight: simulation.unnoticed.isEmpty)
  }

  /// The gap table; `DRAWS` says how often each school is drawn, and other numbers than the usual one are
  /// not held against the page.
  private static func gaps() throws {
    let asked = ProcessInfo.processInfo.environment["DRAWS"]
    let draws = asked.map { Int($0) ?? 0 } ?? GapSimulation.usual
    guard draws >= 20 else {
      print("DRAWS is a whole number of at least 20")
      exit(64)
    }
    let simulation = GapSimulation(draws: draws, seed: seed)
    let table = GapAimTable(simulation)
    let missed = GapAim.all(simulation).filter { !$0.isKept }
    print("How often the gap table is right (also in \(GapAimTable.page))\n")
    for aim in missed { print("MISSED: \(aim.words)") }
    guard draws == GapSimulation.usual else {
      for line in table.lines { print(line) }
      print("\n\(draws) draws; the page is of \(GapSimulation.usual)")
      exit(missed.isEmpty ? 0 : 1)
    }
    try finish(table.lines, page: GapAimTable.page, isRight: missed.isEmpty)
  }

  /// Prints a table, says whether its page holds it, and ends.
  private static func finish(_ table: [String], page: String, isRight: Bool) throws {
    for line in table { print(line) }
    let held = try holds(table, page: page)
    print("")
    print(
      held ? "the page holds this table" : "the page does not hold this table; RECORD=1 writes it")
    exit(isRight && held ? 0 : 1)
  }

  /// Whether the page holds the table, once it has been recorded where that is asked for.
  private static func holds(_ table: [String], page: String) throws -> Bool {
    guard let published = try PublishedTable(page: page) else { return false }
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try published.replace(with: table)
      return true
    }
    return published.lines == table
  }
}

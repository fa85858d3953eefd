import Foundation
import Testing

/// Rolls of three school systems, taken into an audit.
struct RollFileTests {
  private static let systems = ["arbor", "sims", "bromcom"]

  private static func audit() throws -> SampleAudit {
    let audit = try SampleAudit(isEmpty: true)
    let run = try audit.run([
      "init", audit.name, "--school", "Larkfield Primary", "--phase", "primary", "--round",
      "autumn-2026",
    ])
    #expect(run.status == 0, "\(run.errors)")
    return audit
  }

  @Test(arguments: systems)
  func `a roll comes in once, and again from any system it changes nothing`(_ system: String) throws
  {
    let audit = try Self.audit()
    func take(_ file: String) throws -> Program.Run {
      try audit.run(["roll", "import", file] + audit.audit)
    }
    let first = try take("SampleData/dialects/\(system)-roll.csv")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors.isEmpty)
    #expect(first.output.contains("5 pupils on roll"))
    #expect(first.output.contains("1 row of pupils who have left, not on roll."))
    #expect(first.output.contains("Not kept: "))
    #expect(first.lines.allSatisfy { $0.count <= 80 })
    for other in Self.systems {
      let again = try take("SampleData/dialects/\(other)-roll.csv")
      #expect(again.status == 0, "\(again.errors)")
      #expect(again.output.contains("nothing changes"), "\(other): \(again.output)")
    }
    var table = try CSVText(file: "SampleData/dialects/arbor-roll.csv")
    table.rows = [table.header] + table.rows.dropFirst().reversed()
    table.rows = table.rows.map { $0.reversed() }
    let turned = try take(try audit.write(table.text, to: "turned.csv"))
    #expect(turned.output.contains("nothing changes"), "\(turned.errors)")
  }

  @Test func `ids without their zeros are told before the roll is taken`() throws {
    let audit = try Self.audit()
    func take(_ text: String) throws -> Program.Run {
      let file = try audit.write(text, to: "roll.csv")
      return try audit.run(["roll", "import", file] + audit.audit)
    }
    #expect(try take("Adno,Name,Year\n000412,Ann Ash,4\n000413,Bo Elm,4\n").status == 0)
    let spoilt = try take("Adno,Name,Year\n412,Ann Ash,4\n413,Bo Elm,4\n")
    #expect(spoilt.status == 1)
    #expect(spoilt.output.contains("Take care: 2 ids"))
    #expect(
      try take("Adno,Name,Year\n000412,Ann Ash,4\n000413,Bo Elm,4\n").output
        .contains("nothing changes"))
  }
}

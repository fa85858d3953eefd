import Foundation
import Testing

/// The figures against those of `Reference/reference.py`.
///
/// It reads the same files with PyYAML and computes with numpy, scipy, networkx and exact fractions.
struct ReferenceTests {
  static let runs = [
    "staff-wellbeing", "pupil-safety", "parent-partnership", "staff-wellbeing-rounds",
    "staff-then", "supervision", "trusted-peers-class", "trusted-peers-year",
    "trusted-peers-school", "trusted-peers-rounds", "odd-school-class",
    "odd-school-school", "gaps", "gaps-without-sizes", "gaps-staff-only",
    "everything", "everything-principles", "odd-records",
  ]

  /// Members that no second computation can give, by their paths: hashes, dialects and the words for
  /// a reason.
  private static func isUnchecked(_ path: String) -> Bool {
    path.hasSuffix(".hash") || path.hasSuffix(".dialect") || path.hasSuffix("_reason")
      || (path.hasPrefix(".unresolved[") && path.hasSuffix(".reason"))
      || (path.hasPrefix(".change.not_compared[") && path.hasSuffix(".reason"))
  }

  /// Omega is found by iteration, everything else in closed form.
  private static func tolerance(_ name: String) -> Double { name.hasPrefix("omega") ? 1e-6 : 1e-9 }

  private static func reference(_ name: String) throws -> JSON {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Reference/\(name).json")
    return try JSON(String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  @Test(arguments: runs)
  func `every member equals an independent computation`(name: String) throws {
    let reference = try Self.reference(name)
    let arguments = reference["arguments"].list.compactMap(\.text)
    let found = try SampleRuns.json(arguments).json
    let differences = JSONDifferences(
      between: found, and: reference["expected"], tolerance: Self.tolerance,
      ignoring: Self.isUnchecked)
    #expect(differences.places.isEmpty, "\(differences)")
  }

  @Test(arguments: [("gaps", 1500), ("evidence", 800)])
  func `each number that an audit tells equals it too`(command: String, fewest: Int) throws {
    let wanted = try Self.reference("everything")["expected"]
    let found = try SchoolAudit.shared(SchoolAudit.everything).run([command, "--format", "json"])
      .json
    var told = Told()
    for entry in found["ledger"].list + found["evidence"].list.map({ $0["entry"] }) {
      told.compare(entry, in: wanted["ledger"])
    }
    for component in found["components"].list {
      told.compare(component, in: wanted["components"])
    }
    #expect(told.numbers >= fewest)
    #expect(told.places.isEmpty, "\(told.places.prefix(8).joined(separator: "\n"))")
  }

  @Test func `what changed in the ledger equals it too`() throws {
    let reference = try Self.reference("ledger-change")
    let records = reference["arguments"].list.compactMap(\.text)
    let scratch = try Scratch()
    func run(_ arguments: [String]) throws -> Program.Run {
      let run = try Program.run(arguments, environment: SampleAudit.today, in: scratch.url)
      #expect(run.status == 0, "\(arguments): \(run.errors)")
      return run
    }
    _ = try run([
      "init", "school", "--school", "Larkfield", "--phase", "primary", "--round", "spring-2026",
    ])
    let instruments = "instruments: [\(records.joined(separator: ", "))]"
    _ = try scratch.write(
      """
      school: Larkfield
      phase: primary
      framework: islington-mhars
      rounds:
        - { id: spring-2026, from: 2026-01-05, \(instruments) }
        - { id: autumn-2026, from: 2026-09-01, \(instruments) }

      """, to: "school/audit.yaml")
    let folders = [
      "spring-2026": "Tests/EndToEndTests/Reference/then", "autumn-2026": "SampleData/records",
    ]
    for record in records {
      for (round, folder) in folders {
        let file = Program.root.appending(path: "\(folder)/\(record).csv").path
        _ = try run([
          "record", "take", file, "--instrument", record, "--round", round, "--audit", "school",
        ])
      }
    }
    let found = try run(["gaps", "--audit", "school", "--format", "json"]).json
    let differences = JSONDifferences(
      between: found["ledger_change"]["entries"], and: reference["expected"]["entries"],
      tolerance: Self.tolerance, ignoring: { $0.hasSuffix("_reason") })
    #expect(differences.places.isEmpty, "\(differences)")
  }
}

/// The numbers that stand in one value and in another; what an audit holds back stands in neither.
private struct Told {
  private(set) var numbers = 0
  private(set) var places: [String] = []

  /// Compares a value with the one of its id in a list.
  mutating func compare(_ found: JSON, in wanted: JSON) {
    guard let id = found["id"].text else { return }
    compare(found, wanted.first("id", id), id)
  }

  private mutating func compare(_ found: JSON, _ wanted: JSON, _ path: String) {
    switch (found, wanted) {
    case (.members(let a), .members(let b)):
      // An audit adjusts together what it tells, and holds groups that it tells together as one.
      let isPooled = a["parts"]?.list.count != b["parts"]?.list.count
      for (name, x) in a where name != "p_adjusted" && !(isPooled && name == "consistency") {
        if let y = b[name] { compare(x, y, "\(path).\(name)") }
      }
    case (.list(let a), .list(let b)) where a.count == b.count:
      for (place, (x, y)) in zip(a, b).enumerated() { compare(x, y, "\(path)[\(place)]") }
    case (.number(let x), .number(let y)):
      numbers += 1
      if abs(x - y) > 1e-9 * max(abs(x), abs(y), 1e-3) {
        places.append("\(path): \(x), not \(y)")
      }
    default: break
    }
  }
}

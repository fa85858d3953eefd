import Foundation
import Testing

/// What `make demo` shows, byte for byte.
///
/// `RECORD=1 swift test --filter GoldenTests` records anew; read the difference before it is kept.
struct GoldenTests {
  struct Golden: Sendable, CustomTestStringConvertible {
    let file: String
    let arguments: [String]
    /// Whether it is of the sample school's audit.
    var isOfAudit = false

    var testDescription: String { file }

    func run() throws -> Program.Run {
      guard isOfAudit else { return try Program.shared(arguments) }
      let audit = try SampleAudit.shared.get()
      return try audit.run(arguments + audit.audit)
    }
  }

  /// The commands of `make demo`, and the checks of all that is shipped.
  static let table = [
    Golden(file: "check.txt", arguments: ["check"]),
    Golden(file: "staff-wellbeing.txt", arguments: SampleRuns.staff),
    Golden(file: "staff-wellbeing.csv", arguments: SampleRuns.staff + ["--format", "csv"]),
    Golden(file: "parent-partnership.json", arguments: parents),
    Golden(file: "pupil-safety.txt", arguments: SampleRuns.pupils),
    Golden(file: "trusted-peers.txt", arguments: SampleRuns.peers),
    Golden(file: "trusted-peers.json", arguments: SampleRuns.peers + ["--format", "json"]),
    Golden(file: "trusted-peers-groups.txt", arguments: SampleRuns.peers + ["--aggregate"]),
    Golden(
      file: "trusted-peers-groups.json",
      arguments: SampleRuns.peers + ["--aggregate", "--format", "json"]),
    Golden(
      file: "trusted-peers-groups.csv",
      arguments: SampleRuns.peers + ["--aggregate", "--format", "csv"]),
    Golden(file: "gaps.txt", arguments: SampleRuns.gaps),
    Golden(file: "gaps.json", arguments: SampleRuns.gaps + ["--format", "json"]),
    Golden(file: "audit-plan.txt", arguments: ["plan"], isOfAudit: true),
    Golden(file: "audit-status.txt", arguments: ["status"], isOfAudit: true),
    Golden(file: "audit-imports.txt", arguments: ["imports"], isOfAudit: true),
    Golden(file: "audit-gaps.txt", arguments: ["gaps"], isOfAudit: true),
    Golden(
      file: "audit-staff.txt",
      arguments: ["analyse", "--instrument", "staff-wellbeing", "--by", "role"], isOfAudit: true),
    Golden(
      file: "audit-staff.json",
      arguments: [
        "analyse", "--instrument", "staff-wellbeing", "--by", "role", "--format", "json",
      ], isOfAudit: true),
    Golden(file: "audit-peers.txt", arguments: peersOfAudit, isOfAudit: true),
    Golden(
      file: "audit-peers.csv", arguments: peersOfAudit + ["--format", "csv"], isOfAudit: true),
  ]

  private static let peersOfAudit = ["analyse", "--instrument", "trusted-peers"]

  private static let parents = [
    "analyse", "SampleData/parent-partnership.csv", "--instrument", "parent-partnership",
    "--population", "190", "--format", "json",
  ]

  @Test(arguments: table)
  func `an output is the one that was read and kept`(golden: Golden) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(golden.file)")
    let run = try golden.run()
    #expect(run.errors.isEmpty)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(run.output.utf8).write(to: file)
      return
    }
    let wanted = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let difference = firstDifference(run.output, wanted)
    #expect(difference == nil, "\(golden.file), \(difference ?? "")")
  }

  @Test func `every golden file belongs to a command`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Golden"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(files == Self.table.map(\.file).sorted())
  }
}

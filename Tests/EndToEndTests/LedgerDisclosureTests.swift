import Foundation
import Testing

/// That two rounds together tell no more of few people than either does.
struct LedgerDisclosureTests {
  /// A record that asks for a single pupil only.
  private static let record = """
    id: few-helpers
    version: 1
    title: { en: "Who helps" }
    audience: pupils
    framework: islington-mhars
    method: [C2.M3]
    privacy: anonymous
    sections:
      - id: main
        items:
          - id: pupil
            type: text
            text: { en: "Number" }
          - id: helper
            type: single
            text: { en: "Who" }
            choices:
              - { code: teacher, label: { en: "A teacher" } }
              - { code: nobody, label: { en: "Nobody" } }
    record:
      unit: pupil
      minimum: { units: 1 }
      measures:
        - { id: adult, kind: named, of: helper, values: teacher, practices: networks.asking }
        - { id: all, kind: listed, of: helper, practices: networks.asking }

    """
  private static let plan = """
    school: Larkfield
    phase: primary
    framework: islington-mhars
    rounds:
      - { id: spring-2026, from: 2026-01-05, instruments: [./few-helpers.yaml] }
      - { id: autumn-2026, from: 2026-09-01, instruments: [./few-helpers.yaml] }

    """

  /// All that an audit tells of two rounds in which so many pupils named a teacher.
  private func told(of pupils: Int, naming teachers: [Int]) throws -> [String] {
    let scratch = try Scratch()
    func run(_ arguments: [String]) throws -> String {
      let run = try Program.run(
        arguments + ["--audit", "school"], environment: SampleAudit.today, in: scratch.url)
      #expect(run.status == 0, "\(arguments): \(run.errors)")
      return run.output
    }
    let made = try Program.run(
      ["init", "school", "--school", "Larkfield", "--phase", "primary", "--round", "spring-2026"],
      in: scratch.url)
    #expect(made.status == 0, "\(made.errors)")
    _ = try scratch.write(Self.plan, to: "school/audit.yaml")
    _ = try scratch.write(Self.record, to: "school/few-helpers.yaml")
    for (round, teachers) in zip(["spring-2026", "autumn-2026"], teachers) {
      let rows = (1...pupils).map { "\($0),\($0 <= teachers ? "teacher" : "nobody")\n" }
      _ = try scratch.write("pupil,helper\n" + rows.joined(), to: "rows.csv")
      _ = try run([
        "record", "take", "rows.csv", "--instrument", "school/few-helpers.yaml", "--round", round,
      ])
    }
    return try ["gaps", "evidence", "status", "plan"].flatMap { command in
      try ["text", "json", "csv"].map { try run([command, "--format", $0]) }
    }
  }

  @Test func `what six pupils say in either round changes no byte`() throws {
    let outputs = try told(of: 6, naming: [1, 5])
    #expect(try told(of: 6, naming: [4, 2]) == outputs)
    #expect(outputs[0].contains("from too few people to show"))
    #expect(!outputs[1].contains("\"change\": 0.") && !outputs[1].contains("\"persons\""))
  }

  @Test func `what twelve pupils say in two rounds is told with its change`() throws {
    let outputs = try told(of: 12, naming: [2, 10])
    #expect(try told(of: 12, naming: [3, 10]) != outputs)
    #expect(outputs[0].contains("Since spring 2026"))
    #expect(outputs[0].contains("improved"))
  }
}

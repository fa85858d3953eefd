import Foundation
import Testing

/// Two rounds of records in an audit, and the short ids by which sentences call their evidence.
struct LedgerRoundsTests {
  private static let plan = """
    school: Larkfield
    phase: primary
    framework: islington-mhars
    rounds:
      - { id: spring-2026, from: 2026-01-05, instruments: [lesson-difficulty, bullying-log] }
      - { id: autumn-2026, from: 2026-09-01, instruments: [lesson-difficulty, bullying-log] }

    """

  /// The sample school's tally, and one in which every pupil who met a difficulty tried on.
  private func school() throws -> Scratch {
    let scratch = try Scratch()
    func run(_ arguments: [String]) throws {
      let run = try Program.run(
        arguments + ["--audit", "school"], environment: SampleAudit.today, in: scratch.url)
      #expect(run.status == 0, "\(arguments): \(run.errors)")
    }
    let made = try Program.run(
      ["init", "school", "--school", "Larkfield", "--phase", "primary", "--round", "spring-2026"],
      in: scratch.url)
    #expect(made.status == 0, "\(made.errors)")
    _ = try scratch.write(Self.plan, to: "school/audit.yaml")
    let folder = Program.root.appending(path: "SampleData/records").path
    _ = try scratch.write(
      "term,incidents,pupils,targets,told,bullied,again\nspring,60,240,,,30,6\n", to: "then.csv")
    _ = try scratch.write(
      "term,incidents,pupils,targets,told,bullied,again\nautumn,20,240,,,12,0\n", to: "now.csv")
    for round in ["spring-2026", "autumn-2026"] {
      try run([
        "record", "take", folder + "/lesson-difficulty.csv", "--instrument", "lesson-difficulty",
        "--round", round,
      ])
      try run([
        "record", "take", round == "spring-2026" ? "then.csv" : "now.csv", "--instrument",
        "bullying-log", "--round", round,
      ])
    }
    return scratch
  }

  private func run(_ arguments: [String], in scratch: Scratch) throws -> Program.Run {
    try Program.run(
      arguments + ["--audit", "school"], environment: SampleAudit.today, in: scratch.url)
  }

  @Test func `two rounds of records are held against each other`() throws {
    let scratch = try school()
    let text = try run(["gaps"], in: scratch)
    #expect(text.output.contains("Since spring 2026: what was seen and counted"), "\(text.errors)")
    let words = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("improved: Bullying incidents for each 100 pupils a term, 25.0 then"))
    #expect(words.contains("no clear change: Difficulty met"))
    #expect(words.contains("would be seen four times in five"))
    #expect(text.lines.allSatisfy { $0.count <= 80 })
    let json = try run(["gaps", "--format", "json"], in: scratch)
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let change = try #require(object?["ledger_change"] as? [String: Any])
    #expect(change["since"] as? String == "spring 2026")
    let entries = try #require(change["entries"] as? [[String: Any]])
    let log = try #require(entries.first { $0["entry"] as? String == "bullying-log.incidents" })
    #expect(log["verdict"] as? String == "improved" && log["kind"] as? String == "ratio")
    #expect(abs((log["change"] as? Double ?? 0) - 1.0 / 3) < 1e-12)
    let same = entries.filter { ($0["entry"] as? String)?.hasPrefix("lesson-") == true }
    #expect(same.count == 3 && same.allSatisfy { $0["change"] as? Double == 0 })
  }

  @Test func `the first round has nothing to be compared with, and a wrong one is told`() throws {
    let scratch = try school()
    let first = try run(["gaps", "--round", "spring-2026"], in: scratch)
    #expect(first.status == 0 && !first.output.contains("Since "))
    let later = try run(
      ["gaps", "--round", "spring-2026", "--earlier-round", "autumn-2026"], in: scratch)
    #expect(later.status == 1 && later.errors.contains("name an earlier round"))
    let named = try run(["gaps", "--earlier-round", "spring-2026"], in: scratch)
    #expect(named.output.contains("Since spring 2026"))
  }

  @Test func `every short id of the text leads to its evidence`() throws {
    let scratch = try school()
    let text = try run(["gaps"], in: scratch).output
    var numbers: Set<Int> = []
    for span in text.matches(of: /E(\d+)(?:–E(\d+))?/) {
      let low = try #require(Int(span.1)), high = try #require(Int(span.2 ?? span.1))
      numbers.formUnion(low...high)
    }
    #expect(numbers.count >= 4)
    for number in numbers.sorted() {
      let found = try run(["evidence", "E\(number)"], in: scratch)
      #expect(found.status == 0 && found.output.contains("E\(number)  "), "E\(number)")
    }
    let none = try run(["evidence", "E99"], in: scratch)
    #expect(none.status == 1)
  }

  @Test func `the data cut is the same for the same data and another one after an undoing`() throws
  {
    let scratch = try school()
    func cut() throws -> String? {
      let json = try run(["gaps", "--format", "json"], in: scratch)
      let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
      return (object as? [String: Any])?["data_cut"] as? String
    }
    let first = try #require(try cut())
    #expect(first.count == 8)
    _ = try run(["evidence"], in: scratch)
    #expect(try cut() == first)
    #expect(try run(["gaps"], in: scratch).output.contains("data cut \(first)"))
    let undone = try run(["imports", "undo", "A2"], in: scratch)
    #expect(undone.status == 0, "\(undone.errors)")
    #expect(try cut() != first)
  }
}

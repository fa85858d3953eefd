import Foundation
import Testing

extension Program.Run {
  /// The output as an object of JSON.
  fileprivate func object() throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return try #require(object as? [String: Any])
  }
}

/// The 35 ways to find out: each with an instrument, a table to fill in, sample data and a trace in the
/// ledger or the gap table.
struct LedgerTests {
  /// What fills the tables of the sample school: the four surveys, and a file for each record.
  private static let surveys = [
    "staff-wellbeing", "pupil-safety", "parent-partnership", "trusted-peers",
  ]

  private static func records() throws -> [String] {
    let folder = Program.root.appending(path: "SampleData/records").path
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .map { String($0.dropLast(4)) }
  }

  private static func gaps(_ framework: String) throws -> [String] {
    let records = try records()
    let files =
      surveys.map { "SampleData/\($0).csv" } + records.map { "SampleData/records/\($0).csv" }
    return ["gaps"] + files + (surveys + records).flatMap { ["--instrument", $0] } + [
      "--roll", "SampleData/roll.csv", "--population", "staff=42", "--population", "pupils=240",
      "--population", "parents=190", "--framework", framework, "--format", "json",
    ]
  }

  private func whole() throws -> [String: Any] {
    try Program.shared(Self.gaps("islington-mhars")).object()
  }

  private func components() throws -> [[String: Any]] {
    try #require(whole()["components"] as? [[String: Any]])
  }

  private func evidence(of practice: [String: Any]) throws -> [[String: Any]] {
    try #require(practice["evidence"] as? [[String: Any]])
  }

  @Test(arguments: ["islington-mhars", "barnet-resilient-schools"])
  func `every method has an instrument, a table to fill in and sample data`(framework: String)
    throws
  {
    let list = try Program.shared([
      "record", "methods", "--framework", framework, "--format", "json",
    ]).object()
    let methods = try #require(list["methods"] as? [[String: Any]])
    #expect(methods.count == (framework == "islington-mhars" ? 35 : 41))
    let files = try Set(Self.records() + Self.surveys)
    for method in methods {
      let id = try #require(method["id"] as? String)
      let instruments = try #require(method["instruments"] as? [String])
      #expect(!instruments.isEmpty, "\(id)")
      #expect(instruments.contains(where: files.contains), "\(id)")
    }
  }

  @Test func `every record's sample file is headed as its template`() throws {
    for record in try Self.records() {
      let template = try Program.shared(["record", "template", record, "--format", "csv"])
      #expect(template.status == 0, "\(record): \(template.errors)")
      let file = Program.root.appending(path: "SampleData/records/\(record).csv")
      let first = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
      let columns = template.output.replacing("\"", with: "").trimmingCharacters(in: .newlines)
      #expect(first.first.map(String.init) == columns, "\(record)")
    }
  }

  @Test func `every method, practice and component of the sample school is looked at`() throws {
    var methods: Set<String> = []
    for component in try components() {
      #expect(component["state"] as? String != "not_looked_at")
      for practice in try #require(component["practices"] as? [[String: Any]]) {
        let evidence = try evidence(of: practice)
        #expect(!evidence.isEmpty, "\(practice["code"] ?? "")")
        methods.formUnion(evidence.compactMap { $0["method"] as? String })
      }
    }
    // Comparisons of groups are made within the surveys that the groups answer.
    #expect(methods.count == 35, "\(methods.sorted())")
  }

  @Test func `every entry that a practice names is in the ledger`() throws {
    let ledger = try #require(whole()["ledger"] as? [[String: Any]])
    let ids = Set(ledger.compactMap { $0["id"] as? String })
    #expect(ids.count == ledger.count)
    var named: Set<String> = []
    for component in try components() {
      for practice in try #require(component["practices"] as? [[String: Any]]) {
        named.formUnion(try evidence(of: practice).compactMap { $0["entry"] as? String })
      }
    }
    #expect(named.isSubset(of: ids))
    #expect(!named.isEmpty)
  }

  @Test func `what was planted in the records is found`() throws {
    let ledger = try #require(whole()["ledger"] as? [[String: Any]])
    func entry(_ id: String) throws -> [String: Any] {
      try #require(ledger.first { ($0["id"] as? String)?.hasPrefix(id) == true }, "\(id)")
    }
    #expect(try entry("staff-absence.")["run_above"] as? Int == 8)
    #expect(try entry("staff-absence.")["direction"] as? String == "gap")
    #expect(
      ledger.contains {
        ($0["id"] as? String)?.hasPrefix("group-figures.") == true
          && $0["direction"] as? String == "gap"
      })
    let few = ledger.filter { ($0["base"] as? [String: Any])?["enough"] as? Bool == false }
    let short = Set(few.compactMap { $0["instrument"] as? String })
    #expect(short.isSuperset(of: ["adult-life-talk", "lesson-thinking"]))
    #expect(few.allSatisfy { $0["feeds"] as? String == "nothing" })
  }

  @Test func `a table is the same each time it is made`() throws {
    let one = try Program.run(Self.gaps("islington-mhars"), in: Program.root)
    let other = try Program.run(Self.gaps("islington-mhars"), in: Program.root)
    #expect(one.output == other.output)
  }

  @Test func `a record goes into an audit, is traced to its file and can be undone`() throws {
    let scratch = try Scratch()
    func run(_ arguments: [String]) throws -> Program.Run {
      try Program.run(arguments, in: scratch.url)
    }
    let made = try run([
      "init", "school", "--school", "Larkfield", "--phase", "primary", "--round", "autumn-2026",
    ])
    #expect(made.status == 0, "\(made.errors)")
    let plan = scratch.url.appending(path: "school/audit.yaml")
    let text = try String(contentsOf: plan, encoding: .utf8)
    try text.replacing("pupil-safety", with: "lesson-difficulty")
      .write(to: plan, atomically: true, encoding: .utf8)
    let file = Program.root.appending(path: "SampleData/records/lesson-difficulty.csv").path
    let taken = try run([
      "record", "take", file, "--instrument", "lesson-difficulty", "--audit", "school",
    ])
    #expect(taken.status == 0, "\(taken.errors)")
    let again = try run([
      "record", "take", file, "--instrument", "lesson-difficulty", "--audit", "school",
    ])
    #expect(again.status == 0, "\(again.errors)")
    let evidence = try run([
      "evidence", "lesson-difficulty", "--audit", "school", "--format", "json",
    ]).object()
    let found = try #require(evidence["evidence"] as? [[String: Any]])
    #expect(!found.isEmpty)
    let files = try #require(found[0]["files"] as? [[String: Any]])
    #expect(files.map { $0["file"] as? String } == ["lesson-difficulty.csv"])
    let gaps = try run(["gaps", "--audit", "school"])
    #expect(gaps.output.contains("What was seen, counted and said"), "\(gaps.errors)")
    let unknown = try run(["evidence", "lesson-difficulti", "--audit", "school"])
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("did you mean"), "\(unknown.errors)")
    let undone = try run(["imports", "undo", "A1", "--audit", "school"])
    #expect(undone.status == 0, "\(undone.errors)")
    #expect(try run(["evidence", "--audit", "school"]).status == 1)
  }
}

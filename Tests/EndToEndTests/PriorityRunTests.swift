import Foundation
import Testing

/// What to take up first, from the sample school's answers, and the same evidence by other frames.
struct PriorityRunTests {
  private static let forms = [
    "component-importance", "component-importance-parents", "component-importance-pupils",
  ]

  private static let gaps =
    ["gaps"] + SampleRuns.sources.map { "SampleData/\($0).csv" }
    + forms.map { "SampleData/importance/\($0).csv" }
    + (SampleRuns.sources + forms).flatMap { ["--instrument", $0] }
    + ["staff=42", "pupils=240", "parents=190"].flatMap { ["--population", $0] }
    + ["--roll", "SampleData/roll.csv"]

  private func object(_ arguments: [String]) throws -> [String: Any] {
    let run = try Program.shared(arguments + ["--format", "json"])
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(object as? [String: Any], "\(run.errors)")
  }

  private func list(_ name: String, in object: [String: Any]?) throws -> [[String: Any]] {
    try #require(object?[name] as? [[String: Any]])
  }

  @Test func `what people of the sample school chose is what was planted`() throws {
    let file = Program.root.appending(path: "SampleData/planted-truths.json")
    let truths = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let planted = try #require(truths?["component_importance"] as? [String: Any])
    let wanted = try #require(planted["shares"] as? [String: Double])
    let importance = try #require(try object(Self.gaps)["importance"] as? [String: Any])
    for entry in try list("shares", in: importance) {
      let id = try #require(entry["component"] as? String)
      let share = try #require(entry["share"] as? Double)
      #expect(abs(share - (wanted[id] ?? -1)) < 2e-6, "\(id)")
    }
    for group in try list("groups", in: importance) {
      let name = try #require((group["instruments"] as? [String])?.first)
      let truth = try #require(planted[name] as? [String: Any])
      #expect(group["n"] as? Int == truth["counted"] as? Int)
      #expect(group["chose_too_many"] as? Int == truth["chose_too_many"] as? Int)
    }
  }

  @Test func `a priority is what its parts come to, and those without one are named`() throws {
    let whole = try object(Self.gaps)
    let priorities = try #require(whole["priorities"] as? [String: Any])
    let ranked = try list("ranked", in: priorities)
    #expect(ranked.map { $0["component"] as? String } == ["parents", "vision", "networks"])
    let importance = try #require(whole["importance"] as? [String: Any])
    let most = try list("shares", in: importance).compactMap { $0["share"] as? Double }.max() ?? 0
    for entry in ranked {
      let below = try #require(entry["below_target"] as? Double)
      let share = try #require(entry["importance"] as? Double)
      let groups = try #require(entry["groups"] as? Int)
      let under = try #require(entry["groups_below"] as? Int)
      let value = below * (0.5 + 0.5 * share / most) * Double(under) / Double(groups)
      #expect(abs((entry["priority"] as? Double ?? -1) - value) < 1e-12)
      let place = try #require(entry["rank"] as? Int)
      let (low, high) = (entry["rank_low"] as? Int ?? 9, entry["rank_high"] as? Int ?? 0)
      #expect(low <= high && (1...3).contains(place))
    }
    let next = try list("look_next", in: priorities).map { $0["component"] as? String }
    #expect(next == ["staff", "teaching", "curriculum", "vulnerable"])
  }

  @Test func `must-look findings stand above the ranking, which says that nobody was asked`() throws
  {
    let run = try SampleRuns.text(SampleRuns.gaps)
    let first = try #require(run.output.firstRange(of: "Look at these first"))
    let ranking = try #require(run.output.firstRange(of: "Where to start"))
    #expect(first.lowerBound < ranking.lowerBound)
    #expect(run.output.contains("nobody was asked"))
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    let asked = try SampleRuns.text(Self.gaps)
    #expect(!asked.output.contains("nobody was asked"))
    #expect(asked.lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `the spreadsheet has the word, the priority and the place of each component`() throws {
    let run = try SampleRuns.csv(Self.gaps)
    let rows = CSVText(run.output).rows
    let head = try #require(rows.first)
    let place = try #require(head.firstIndex(of: "rank"))
    let components = rows.dropFirst().filter { $0.first == "component" }
    #expect(components.map { $0[place] } == ["", "3", "", "2", "", "", "1"])
    #expect(Set(head).isSuperset(of: ["convergence", "priority", "rank_low", "importance"]))
  }

  @Test func `the eight principles and a council's own view show the same evidence`() throws {
    let own = try object(SampleRuns.gaps)
    func index(_ id: String, in object: [String: Any]) throws -> Double? {
      for component in try list("components", in: object) {
        for practice in try list("practices", in: component) where practice["id"] as? String == id {
          return practice["index"] as? Double
        }
      }
      return nil
    }
    let scratch = try Scratch()
    let council = try scratch.write(
      """
      id: our-view
      title: "Our view"
      source: "A council."
      crosswalk: islington-mhars
      components:
        - { id: heard, code: K1, title: "Heard", practices: [staff.voice, parents.planning] }
        - { id: safe, code: K2, title: "Safe", practices: [C4.P4] }
      """, to: "our-view.yaml")
    let view = try object(SampleRuns.gaps + ["--framework", council])
    #expect(try list("components", in: view).map { $0["id"] as? String } == ["heard", "safe"])
    let principles = try object(SampleRuns.gaps + ["--framework", "dfe-eight-principles"])
    #expect(try list("components", in: principles).count == 8)
    for id in ["staff.voice", "vision.safety", "parents.planning"] {
      let wanted = try index(id, in: own)
      #expect(wanted != nil)
      #expect(try index(id, in: view) == wanted)
      #expect(try index(id, in: principles) == wanted)
    }
    #expect(try list("evidence", in: own).count == list("evidence", in: view).count)
  }

  @Test func `an audit is seen by another frame without what its plan leaves out`() throws {
    let audit = try SampleAudit.shared.get()
    let run = try audit.run(
      ["gaps", "--framework", "dfe-eight-principles", "--format", "json"] + audit.audit)
    // Written names wait for a person.
    #expect(run.status == 2, "\(run.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(object?["framework"] as? String == "dfe-eight-principles")
    #expect(object?["release"] as? String == "audit")
    let unknown = try audit.run(["gaps", "--framework", "dfe-eight-principle"] + audit.audit)
    #expect(unknown.status == 1 && unknown.errors.contains("dfe-eight-principles"))
  }
}

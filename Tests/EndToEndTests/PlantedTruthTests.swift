import Foundation
import Testing

/// What was planted in the sample school comes out of it (`SampleData/planted-truths.json`).
struct PlantedTruthTests {
  private static let truths = Result {
    try JSON(
      String(
        decoding: Data(
          contentsOf: Program.root.appendingPathComponent("SampleData/planted-truths.json")),
        as: UTF8.self))
  }

  private var peers: JSON { get throws { try Self.truths.get()["trusted_peers"] } }

  private func pupils() throws -> [String: JSON] {
    let list = try SampleRuns.json(SampleRuns.peers).json["pupils"].list
    return Dictionary(uniqueKeysWithValues: list.map { ($0["pupil"].text ?? "", $0) })
  }

  /// The pupils of the text report by the heading they stand under.
  private func sections() throws -> [String: String] {
    var heading = ""
    var found: [String: String] = [:]
    for line in try SampleRuns.text(SampleRuns.peers).lines {
      if line.isEmpty { heading = "" }
      if line.hasPrefix("  "), !line.hasPrefix("   ") {
        heading = line.trimmingPrefix("  ").description
      }
      if line.hasPrefix("    "), !line.hasPrefix("     "), !heading.isEmpty {
        found[String(line.dropFirst(4).prefix { $0 != " " })] = heading
      }
    }
    return found
  }

  @Test func `every pupil whose level no open name can change has the planted level`() throws {
    let found = try pupils()
    let planted = try peers["pupils"].list
    #expect(planted.count == 240 && found.count == 240)
    let wrong = planted.compactMap { truth -> String? in
      let pupil = found[truth["pupil"].text ?? ""] ?? .null
      let names = ["level", "answered", "received", "given", "mutual"]
      guard truth["settled"] == .bool(true), names.contains(where: { pupil[$0] != truth[$0] })
      else { return nil }
      return "\(truth["pupil"].text ?? ""): \(pupil["level"]), not \(truth["level"])"
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  @Test func `nobody is called isolated who was absent or may be meant by an open name`() throws {
    let found = try pupils()
    let sections = try sections()
    let rules = try peers["must_not_be_called_isolated"]
    for id in rules["name_unresolved"].list.compactMap(\.text) {
      #expect(found[id]?["evidence"]["grade"] == .text("pending"))
      #expect(sections[id]?.hasPrefix("Cannot say yet") == true, "\(id): \(sections[id] ?? "-")")
    }
    let absent = rules["did_not_answer"].list.compactMap(\.text)
    for id in absent {
      #expect(found[id]?["level"] == .text("N"))
      #expect(sections[id]?.hasPrefix("Named by nobody") == false, "\(id): \(sections[id] ?? "-")")
    }
    #expect(absent.count == 6)
  }

  @Test func `the pupils called isolated are the settled ones, each under its own heading`() throws
  {
    let sections = try sections()
    let isolated = try peers["isolated_on_exact_names"]
    for (level, heading) in [("A", "Named by nobody, names nobody"), ("B", "Named by nobody")] {
      let listed = sections.filter { $0.value == heading }.keys.sorted()
      #expect(listed == isolated[level].list.compactMap(\.text).sorted())
    }
  }

  @Test(arguments: [
    ("names_nobody_and_named_by_nobody", "A"), ("named_by_nobody", "B"),
    ("absent_and_named_by_nobody", "N"), ("named_but_names_nobody", "C"), ("closed_pairs", "E"),
  ])
  func `each planted kind of standing comes out`(kind: String, level: String) throws {
    let found = try pupils()
    let planted = try peers["planted"][kind].list.flatMap { $0.list.isEmpty ? [$0] : $0.list }
    #expect(!planted.isEmpty)
    for id in planted.compactMap(\.text) { #expect(found[id]?["level"] == .text(level), "\(id)") }
  }

  @Test func `the counts of every class are those planted`() throws {
    let groups = try SampleRuns.json(SampleRuns.peers).json["groups"]
    for truth in try peers["groups"].list {
      let group = groups.first("group", truth["class"].text ?? "School")
      for name in ["pupils", "answered", "nominations", "mutual_pairs", "names_nobody"] {
        #expect(group[name] == truth[name], "\(truth["class"]) \(name)")
      }
      for (name, count) in truth["discarded"].members { #expect(group["discarded"][name] == count) }
      for (name, count) in truth["unchosen"].members { #expect(group["unchosen"][name] == count) }
    }
  }

  @Test func `poor attendance makes the evidence of a class weak`() throws {
    let found = try pupils().values.filter { $0["group"].text == "4 Elm" }
    let grades = Set(found.compactMap { $0["evidence"]["grade"].text })
    #expect(grades.isSubset(of: ["weak", "pending", "not_enough_answered"]) && !grades.isEmpty)
  }

  @Test(arguments: [
    ("staff_wellbeing", SampleRuns.staff), ("pupil_safety", SampleRuns.pupils),
    ("parent_partnership", SampleRuns.parents),
  ])
  func `every score, count and missing answer of a survey is the planted one`(
    survey: String, run: [String]
  ) throws {
    let truth = try Self.truths.get()[survey]
    let found = try SampleRuns.json(run).json
    for planted in truth["groups"].list {
      let group = found["groups"].list.first { $0["value"] == planted["value"] } ?? .null
      #expect(group["n"] == planted["n"])
      for (id, score) in planted["scores"].members {
        let own = group["scores"].first("id", id)
        #expect(own["n"] == score["n"])
        #expect(abs((own["mean"].number ?? .nan) - (score["mean"].number ?? .nan)) < 1e-6, "\(id)")
      }
    }
    for (id, item) in truth["items"].members {
      let own = found["groups"].list[0]["items"].first("id", id)
      #expect(own["n"] == item["n"] && own["counts"] == item["counts"], "\(id)")
      #expect(abs((own["mean"].number ?? .nan) - (item["mean"].number ?? .nan)) < 1e-6, "\(id)")
      let given = item["missing"].members.filter { $0.value != .number(0) }
      #expect(own["missing"].members == given, "\(id)")
    }
    let straight = found["quality"]["straight_lined"]["rows"].number.map { Int($0) }
    #expect(straight == truth["straight_line_rows"].list.count)
  }

  @Test func `leaders see vision and values otherwise than other staff, and it is flagged`() throws
  {
    let components = try SampleRuns.json(SampleRuns.gaps).json["components"]
    let planted = try Self.truths.get()["staff_wellbeing"]["leaders_minus_other_staff_by_component"]
    for (component, difference) in planted.members {
      let gap = components.first("id", component)["gaps"]["perception"].first("a", "leaders")
      #expect(abs((gap["difference"].number ?? .nan) - (difference.number ?? .nan)) < 1e-6)
    }
    let vision = components.first("id", "vision")["gaps"]["perception"].first("a", "leaders")
    #expect(vision["flagged"] == .bool(true))
    let text = try SampleRuns.text(SampleRuns.gaps).output
    #expect(text.contains("Leaders rate 'Clear vision and values'"))
  }

  @Test func `the playground is seen whatever the averages say`() throws {
    let found = try SampleRuns.json(SampleRuns.pupils).json["groups"].list[0]["items"].list
    let truth = try Self.truths.get()["pupil_safety"]
    let places = found.filter { $0["id"].text?.hasPrefix("safe_") == true }
    let least = places.min { ($0["mean"].number ?? 9) < ($1["mean"].number ?? 9) }
    #expect(least?["id"] == truth["least_safe_place"])
    for place in places {
      let share = (place["counts"]["1"].number ?? 0) / (place["n"].number ?? 1)
      let planted = truth["never_safe"][place["id"].text ?? ""].number ?? .nan
      #expect(abs(share - planted) < 1e-6)
    }
    let findings = try SampleRuns.json(SampleRuns.gaps).json["must_look"]
    #expect(findings.first("item", "safe_playground")["count"] == .number(26))
    #expect(try SampleRuns.text(SampleRuns.gaps).output.contains("In the playground"))
  }

  @Test func `families find activities weakest`() throws {
    let parents = try SampleRuns.json(SampleRuns.gaps(of: ["parent-partnership"])).json[
      "components"
    ]
    .first("id", "parents")["practices"].list
    let weakest = parents.min { ($0["index"].number ?? 101) < ($1["index"].number ?? 101) }
    #expect(try weakest?["id"] == Self.truths.get()["parent_partnership"]["weakest_practice"])
  }
}

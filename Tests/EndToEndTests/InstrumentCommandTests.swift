import Foundation
import Testing

/// `mhars instrument`: accounts, differences, wording, test vectors.
struct InstrumentCommandTests {
  private static let shipped = [
    "parent-partnership", "pupil-safety", "staff-wellbeing", "trusted-peers",
  ]
  private static let keys = [
    "swemwbs", "sdq-teacher", "olweus-global", "kidscreen-10", "srs", "ofsted-parent-view",
    "edscls",
  ].map { "keys/" + $0 }

  @Test(arguments: shipped + keys)
  func `an account fits a terminal and names every item and score`(id: String) throws {
    let text = try Program.run(["instrument", "show", id])
    #expect(text.status == 0 && text.errors.isEmpty)
    #expect(!text.lines.contains { $0.count > 80 || $0.last?.isWhitespace == true })
    let json = try Program.run(["instrument", "show", id, "--format", "json"]).json
    #expect(json["schema"] == .text("mhars.instrument/1"))
    for name in ["id", "version", "hash", "title", "items", "scales", "scores", "methods"] {
      #expect(json[name] != .null, "\(name)")
    }
    let written = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for item in json["items"].list {
      #expect(written.contains(try #require(item["id"].text)))
      if let wording = item["text"].text { #expect(written.contains(wording)) }
    }
    for score in json["scores"].list {
      #expect(written.contains(try #require(score["id"].text) + ":"))
      #expect(score["refused"] == .null || written.contains("Not scored: "))
    }
  }

  @Test func `an account has the members of the design`() throws {
    let json = try Program.run(["instrument", "show", "pupil-safety", "--format", "json"]).json
    let item = json["items"].first("id", "hurt")
    #expect(item["type"] == .text("scale") && item["scale"] == .text("how_often"))
    #expect(item["reverse"] == .bool(true) && item["practice"] == .text("vision.safety"))
    #expect(item["section"] == .text("others"))
    #expect(json["methods"] == .list([.text("C4.M3")]))
    #expect(json["licence"] == .null && json["vectors"] == .null)
    let score = json["scores"].first("id", "safety")
    #expect(score["range"] == .list([.number(0), .number(100)]))
    #expect(score["min_answered"] == .number(6) && score["method"] == .text("mean"))
  }

  @Test func `a difference says which trends survive`() throws {
    let scratch = try Scratch()
    let old = try String(
      contentsOf: Program.root.appending(path: "Instruments/pupil-safety.yaml"), encoding: .utf8)
    let new = old.replacing("I can be myself at school", with: "I am myself at school")
      .replacing("version: 2026.1", with: "version: 2027.1")
    let path = try scratch.write(new, to: "later.yaml")
    let text = try Program.run(["instrument", "diff", "pupil-safety", path])
    #expect(text.status == 0 && text.errors.isEmpty)
    #expect(!text.lines.contains { $0.count > 80 })
    #expect(text.output.contains("myself: changed, trend ends"))
    #expect(text.output.contains("belonging: changed, trend ends"))
    #expect(text.output.contains("the trend goes on for 4 of 5"))
    let json = try Program.run(["instrument", "diff", "pupil-safety", path, "--format", "json"])
      .json
    #expect(json["schema"] == .text("mhars.difference/1"))
    let item = json["items"].first("id", "myself")
    #expect(item["state"] == .text("changed") && item["comparable"] == .bool(false))
    #expect(item["changes"].list.first?["from"] == .text("I can be myself at school"))
    #expect(json["scores"].first("id", "safety")["comparable"] == .bool(true))
    #expect(json["scores"].first("id", "belonging")["comparable"] == .bool(false))
    #expect(json["head"].list.map { $0["what"] } == [.text("version")])
    let same = try Program.run(["instrument", "diff", "pupil-safety", "pupil-safety"])
    #expect(same.output.contains("Nothing changed"))
  }

  @Test func `findings about wording end with 2, faults with 1, and nothing with 0`() throws {
    let clean = try Program.run(["instrument", "lint", "trusted-peers"])
    #expect(clean.status == 0 && clean.errors.isEmpty && clean.output.contains("0 to look into"))
    let found = try Program.run(["instrument", "lint", "pupil-safety"])
    #expect(found.status == 2)
    #expect(found.errors.contains("Instruments/pupil-safety.yaml:83:32: warning: "))
    let json = try Program.run(["instrument", "lint", "pupil-safety", "--format", "json"])
    #expect(json.status == 2 && json.errors.isEmpty)
    let finding = try #require(try json.json["diagnostics"].list.first)
    #expect(finding["id"] == .text("double-barrelled") && finding["line"] == .number(83))
    let scratch = try Scratch()
    let broken = try scratch.write("id: broken\n", to: "broken.yaml")
    let faults = try Program.run(["instrument", "lint", broken])
    #expect(
      faults.status == 1 && faults.errors.contains("missing") || faults.errors.contains("needs"))
  }

  @Test func `all test vectors of all keys hold`() throws {
    let run = try Program.run(["instrument", "vectors", "--format", "json"])
    #expect(run.status == 0 && run.errors.isEmpty)
    let keys = try run.json["keys"].list
    #expect(keys.count == 25 && keys.allSatisfy { $0["holds"] == .bool(true) })
    #expect(keys.compactMap { $0["vectors"].number }.reduce(0, +) >= 340)
    let text = try Program.run(["instrument", "vectors"])
    #expect(text.status == 0 && text.output.contains("25 keys, "))
    #expect(!text.lines.contains { $0.count > 80 })
  }

  @Test func `a damaged key is refused with the place of the damage`() throws {
    let scratch = try Scratch()
    let key = try String(
      contentsOf: Program.root.appending(path: "Instruments/keys/swemwbs.yaml"), encoding: .utf8)
    let damaged = key.replacing("21: 19.25", with: "21: 19.52")
    #expect(damaged != key)
    let path = try scratch.write(damaged, to: "swemwbs.yaml")
    let lines = damaged.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let line = try #require(lines.firstIndex { $0.contains("raw: 21, metric: 19.25") })
    let column = try #require(lines[line].range(of: "19.25"))
    let place = lines[line].distance(from: lines[line].startIndex, to: column.lowerBound)
    let run = try Program.run(["instrument", "vectors", path])
    #expect(run.status == 1)
    #expect(run.errors.contains("\(path):\(line + 1):\(place + 1): error: "))
    #expect(run.errors.contains("to be 19.25 and the key gives 19.52"))
    #expect(run.output.contains("1 key refused"))
    let json = try Program.run(["instrument", "vectors", path, "--format", "json"])
    #expect(try json.json["diagnostics"].list.first?["id"] == .text("vector-failed"))
    let analysis = try Program.run(["analyse", "x.csv", "--instrument", path])
    #expect(analysis.status == 1 && analysis.output.isEmpty)
    let none = try Program.run(["instrument", "vectors", "pupil-safety"])
    #expect(none.status == 1 && none.errors.contains("no published key"))
  }
}

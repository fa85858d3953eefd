import Foundation
import Testing

/// What was planted in the records of the sample school stands in its ledger, as an audit tells it and as a
/// file does.
struct LedgerTruthTests {
  private static let truths = Result {
    try JSON(
      String(
        decoding: Data(
          contentsOf: Program.root.appendingPathComponent("SampleData/planted-truths.json")),
        as: UTF8.self))["records"]
  }
  private static let told = Result {
    try SchoolAudit.shared(SchoolAudit.everything).run(["gaps", "--format", "json"]).json
  }

  /// The entries of a record in file mode.
  private func entries(_ record: String) throws -> [JSON] {
    try SampleRuns.json([
      "gaps", "SampleData/records/\(record).csv", "--instrument", record,
    ]).json["ledger"].list
  }

  private func entry(_ id: String, in ledger: [JSON]) throws -> JSON {
    try #require(ledger.first { $0["id"] == .text(id) }, "\(id)")
  }

  private func told(_ id: String) throws -> JSON {
    try entry(id, in: Self.told.get()["ledger"].list)
  }

  private func truth(_ record: String) throws -> JSON { try Self.truths.get()[record] }

  @Test func `hand-overs and reviews on time are those that were planted`() throws {
    let way = try entry("pupil-journey.way", in: entries("pupil-journey"))
    #expect(way["handovers"] == (try truth("pupil-journey"))["handovers"])
    #expect(way["due"] == (try truth("pupil-journey"))["due"])
    #expect(way["stages"].list.compactMap { $0["passed"].number } == [0, 0, 4, 0, 0, 3, 0])
    // Two cases of each tier are no finding about the system.
    #expect(try told("pupil-journey.way")["due"] == way["due"])
    #expect(try told("pupil-journey.way.at_risk")["base"] == .null)
  }

  @Test func `dots are counted by theme and colour`() throws {
    let dots = try entry("notes-wall.dots", in: entries("notes-wall"))
    let planted = try truth("notes-wall")["votes"]
    let theme = dots["votes"].list[0]
    #expect(theme["theme"] == .text("Meetings and times"))
    #expect(theme["notes"] == planted["meetings"]["notes"])
    let names = ["leaders", "teachers", "support", "office", "site"]
    #expect(
      theme["roles"].list.map { $0["dots"] } == names.map { planted["meetings"]["dots"][$0] })
    #expect(dots["dots"] == .number(102) && dots["feeds"] == .text("nothing"))
    // Three of the office and four of the kitchen are told together.
    let roles = try told("notes-wall.dots")["votes"].list[0]["roles"].list
    #expect(roles.count == 4)
    #expect(roles.last?["dots"] == .number(17))
  }

  @Test func `the overlap, the load and what is under half are those that were planted`() throws {
    for id in ["qualities.overlap", "agency-talk.heard"] {
      let record = String(id.prefix { $0 != "." })
      let found = try entry(id, in: entries(record))
      let planted = try truth(record)["overlap"].list
      #expect([found["named_count"], found["stated_count"]] == planted, "\(id)")
    }
    let besides = try entry("qualities.overlap", in: entries("qualities"))["unstated"].list
    #expect(besides.compactMap { $0["word"].text } == ["hard-working", "polite", "quiet"])
    let load = try entry("helpers.load", in: entries("helpers"))
    #expect([load["most_named"], load["namings"]] == (try truth("helpers"))["load"].list)
    let topics = try entry("training-topics.topics", in: entries("training-topics"))
    #expect(topics["below"]["values"] == (try truth("training-topics"))["below_half"])
    let again = try entry("bullying-log.again", in: entries("bullying-log"))
    let rate = try #require(try truth("bullying-log")["again_per_100"].number)
    #expect(abs((again["rate"].number ?? 0) - rate) < 1e-5)
    let walk = try entry("behaviour-watch.policy", in: entries("behaviour-watch"))
    let places = try truth("behaviour-watch")["by_place"]
    let low = try #require(places["dining"].number), high = try #require(places["lesson"].number)
    #expect(abs((walk["consistency"].number ?? 0) - low / high) < 1e-7)
  }

  @Test func `what came to an event is marked, and a reach enters no index`() throws {
    let polls = try entries("parent-event")
    #expect(polls.count == 3)
    #expect(polls.allSatisfy { $0["sample"] == .text("event") })
    #expect(polls.allSatisfy { $0["feeds"] == .text("half_index") })
    let reach = try entry("event-families.reach", in: entries("event-families"))
    #expect(reach["feeds"] == .text("strength") && reach["sample"] == .text("event"))
    let planted = try #require(try truth("event-families")["figures"]["reach"].number)
    #expect(abs((reach["index"].number ?? 0) - planted) < 1e-5)
  }

  @Test func `an audit names no role of fewer than five`() throws {
    let heard = try told("staff-talk.heard")
    #expect(heard["named_count"] == .number(5) && heard["stated"].list.isEmpty)
    let parts = try told("staff-training.job")["parts"].list
    #expect(parts.allSatisfy { ($0["count"].number ?? 0) >= 10 } && parts.count == 3)
    #expect(!parts.contains { $0["value"] == .text("office") })
  }
}

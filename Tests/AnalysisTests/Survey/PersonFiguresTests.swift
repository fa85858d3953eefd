import Diagnostics
import Foundation
import Instruments
import Responses
import Statistics
import Testing

@testable import Analysis

/// The scores of the responses are what the figures of the groups are made of.
struct PersonFiguresTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func instrument(_ path: String) throws -> Instrument {
    var sink = DiagnosticSink()
    let bytes = [UInt8](try Data(contentsOf: root.appending(path: "Instruments/\(path).yaml")))
    return try #require(InstrumentReader().read(bytes, file: path, into: &sink))
  }

  private static func read(_ bytes: [UInt8], _ instrument: Instrument, _ extras: [String] = [])
    throws -> ResponseImport.Outcome
  {
    var options = ImportOptions()
    options.extras = extras
    var sink = DiagnosticSink()
    let outcome = ResponseImport.read(
      FileSource(name: "rows.csv", bytes: bytes), for: instrument, options: options,
      reporting: &sink)
    return try #require(outcome, "\(sink.diagnostics.map(\.message.text))")
  }

  /// Rows of codes by lot, one in six blank, with a column `half`; more than a block of them.
  private static func drawn(_ key: Instrument) throws -> ResponseImport.Outcome {
    var state: UInt64 = 5
    let draw = { (limit: Int) -> Int in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let heading = (key.items.map(\.id) + ["half"]).joined(separator: ",")
    let rows = (0..<9_000).map { row in
      let cells = key.items.map { item -> String in
        let points = item.format.points
        return draw(6) == 0 || points.isEmpty ? "" : points[draw(points.count)].code
      }
      return (cells + [row.isMultiple(of: 2) ? "even" : "odd"]).joined(separator: ",")
    }
    return try read(
      Array(([heading] + rows).joined(separator: "\n").utf8), key, ["half"])
  }

  /// What the responses of some rows came to in one score.
  private struct Total: Equatable {
    var numbers: [Double] = []
    var bands: [String: Int] = [:]
    var unscored = 0
  }

  private static func totals(_ persons: PersonFigures, _ score: Int, _ rows: (Int) -> Bool)
    -> Total
  {
    var total = Total()
    persons.forEachBlock { block in
      let (places, values) = block.scores[score]
      for (place, row) in block.rows.enumerated() where rows(row) {
        guard places[place] >= 0 else {
          total.unscored += 1
          continue
        }
        let value = values[Int(places[place])]
        if let number = value.number { total.numbers.append(number) }
        if let band = value.band { total.bands[band, default: 0] += 1 }
      }
    }
    return total
  }

  private static func compare(_ outcome: ResponseImport.Outcome, _ groupings: [Grouping]) throws {
    let figures = SurveyAnalysis(outcome.table, ledger: outcome.ledger, groupings: groupings)
      .figures()
    let persons = PersonFigures(outcome.table, groupings: groupings)
    let shown = persons.scores.indices.filter { persons.scores[$0].refusal == nil }
    for group in figures.groups {
      let grouping = groupings.first { $0.by == group.by }
      let place = grouping.flatMap { $0.values.firstIndex(of: group.value ?? "") }
      #expect(group.scores.map(\.id) == shown.map { persons.scores[$0].score.id })
      for (score, index) in zip(group.scores, shown) {
        let total = totals(persons, index) { place == nil || grouping?.place(ofRow: $0) == place }
        let scores = Frequencies(total.numbers)
        #expect(scores == score.scores, "\(score.id)")
        #expect(scores.mean == score.scores.mean && total.unscored == score.unscored)
        for (label, count) in score.bands.counts ?? [] {
          #expect(total.bands[label, default: 0] == count, "\(score.id) \(label)")
        }
      }
    }
  }

  @Test(arguments: [("staff-wellbeing", "role"), ("pupil-safety", "year_group")])
  func `the responses of the sample add up to the figures of every group`(
    id: String, by: String
  ) throws {
    let data = try Data(contentsOf: Self.root.appending(path: "SampleData/\(id).csv"))
    let outcome = try Self.read([UInt8](data), Self.instrument(id))
    let codes = try #require(outcome.table.codes(by))
    #expect(outcome.table.rowCount > 30)
    try Self.compare(outcome, [Grouping(by: by, codes: codes)])
  }

  @Test(arguments: [
    "olweus-global", "sdq-self", "swemwbs", "kidscreen-10", "who5", "rcads-25-child",
  ])
  func `labels, sums of scores, tables and bands add up to the figures of every group`(id: String)
    throws
  {
    let outcome = try Self.drawn(Self.instrument("keys/" + id))
    let half = try #require(outcome.table.extras["half"])
    try Self.compare(outcome, [Grouping(by: "half", labels: half)])
  }

  @Test func `a score that refuses has no values, and does not make a response unscored`() throws {
    let key = try Self.instrument("keys/kidscreen-10")
    let rows = [Array(repeating: "3", count: 9) + ["4"], Array(repeating: "", count: 9) + ["2"]]
    let text = ([key.items.map(\.id)] + rows).map { $0.joined(separator: ",") }
    let persons = PersonFigures(try Self.read(Array(text.joined(separator: "\n").utf8), key).table)
    let refusing = try #require(persons.scores.firstIndex { $0.refusal != nil })
    #expect(persons.scores[refusing].ends == nil)
    var flags: [PersonFlags] = []
    persons.forEachBlock { block in
      #expect(block.scores[refusing].places[..<2] == [-1, -1])
      flags += block.flags
    }
    #expect(flags == [[], .unscored])
  }

  @Test func `flags stand at the rows that the counts are of`() throws {
    let eleven = (1...10).map { "i\($0)" } + ["-turned"]
    let straight = Array(repeating: "4", count: 11).joined(separator: ",")
    let mixed = "1,2,3,4,5,1,2,3,4,5,1"
    let small = SmallInstrument(
      items: eleven, scores: ["id: all, items: [i1, i2], method: mean, min_answered: 2"])
    let rows = [mixed, straight, ",,3,4,5,1,2,3,4,5,1", ",4" + straight.dropFirst(3)]
    let outcome = try small.responses(rows)
    let persons = PersonFigures(outcome.table)
    var words: [[String]] = []
    persons.forEachBlock { words += $0.flags.map(\.words) }
    #expect(words == [[], ["straight_lined"], ["unscored"], ["straight_lined", "unscored"]])
    let counted = StraightLining(outcome.table).count
    #expect(counted == words.count { $0.contains("straight_lined") })
  }

  @Test func `the rows of a response with a cell of two readings are flagged`() throws {
    let text = """
      id: small
      version: 1
      audience: pupils
      privacy: anonymous
      sections:
        - id: main
          items:
            - id: pick
              type: single
              choices: [ { code: a, label: Same }, { code: b, label: Same too } ]
            - id: any
              type: multiple
              choices: [ { code: x, label: "One, two" }, { code: y, label: One }, { code: z, label: two } ]

      """
    var sink = DiagnosticSink()
    let instrument = try #require(
      InstrumentReader().read(Array(text.utf8), file: "small", into: &sink),
      "\(sink.diagnostics.map(\.message.text))")
    let outcome = try Self.read(Array("pick,any\na,x\nb,\"One, two\"\n".utf8), instrument)
    var words: [[String]] = []
    PersonFigures(outcome.table).forEachBlock { words += $0.flags.map(\.words) }
    #expect(words == [[], ["unreadable_cells"]])
    #expect(outcome.ledger.unreadableCells == 1)
  }
}

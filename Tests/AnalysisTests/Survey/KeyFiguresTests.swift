import Diagnostics
import Foundation
import Instruments
import Responses
import Statistics
import Testing

@testable import Analysis

/// The pass over many responses gives the figures that the vectors of a key ask for one by one.
struct KeyFiguresTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Instruments/keys")

  private static let scored = [
    "brs", "cd-risc-10", "cd-risc-2", "cd-risc-25", "hse-msit-35", "kidscreen-10", "mmf",
    "olweus-global", "ons-loneliness-children", "ons4", "pss-4", "rcads-25-child", "scwbs",
    "sdq-parent", "sdq-self", "sdq-teacher", "slss", "swemwbs", "tswq", "wemwbs", "who5",
  ]

  private static func key(_ id: String) throws -> Instrument {
    var sink = DiagnosticSink()
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: id + ".yaml")))
    return try #require(InstrumentReader().read(bytes, file: id, into: &sink))
  }

  /// The vectors as rows of an export, with a column `half` that splits them.
  private static func outcome(of key: Instrument, repeats: Int = 1) throws
    -> ResponseImport.Outcome
  {
    let vectors = try #require(key.terms?.vectors)
    let rows = (0..<repeats).flatMap { _ in vectors }.enumerated().map { place, vector in
      let codes = vector.answers + Array(repeating: nil, count: key.items.count)
      let cells = codes.prefix(key.items.count).map { $0.map(String.init) ?? "" }
      return (cells + [place.isMultiple(of: 2) ? "even" : "odd"]).joined(separator: ",")
    }
    let heading = (key.items.map(\.id) + ["half"]).joined(separator: ",")
    var options = ImportOptions()
    options.extras = ["half"]
    var sink = DiagnosticSink()
    let bytes = Array(([heading] + rows).joined(separator: "\n").utf8)
    let outcome = ResponseImport.read(
      FileSource(name: "rows.csv", bytes: bytes), for: key, options: options, reporting: &sink)
    return try #require(outcome, "\(sink.diagnostics.map(\.message.text))")
  }

  private static func figures(_ outcome: ResponseImport.Outcome) throws -> SurveyFigures {
    let half = Grouping(by: "half", labels: try #require(outcome.table.extras["half"]))
    return SurveyAnalysis(outcome.table, ledger: outcome.ledger, groupings: [half]).figures()
  }

  @Test(arguments: scored)
  func `the scores and bands of all vectors together are those that they ask for`(id: String)
    throws
  {
    let key = try Self.key(id)
    let figures = try Self.figures(Self.outcome(of: key))
    let vectors = try #require(key.terms?.vectors)
    let parts =
      [vectors]
      + [0, 1].map { half in
        vectors.indices.filter { $0 % 2 == half }.map { vectors[$0] }
      }
    for (group, vectors) in zip(figures.groups, parts) {
      for score in group.scores {
        let expected = vectors.flatMap(\.expected).filter { $0.score == score.id }.map(\.value)
        let numbers = expected.compactMap { value -> Double? in
          if case .number(let number) = value { number } else { nil }
        }
        #expect(score.scores == Frequencies(numbers), "\(score.id)")
        // A vector that leaves a score out of its list has no say in it.
        if expected.count == vectors.count {
          #expect(score.unscored == expected.count { $0 == .none }, "\(score.id)")
          #expect(score.n + score.unscored == vectors.count)
        }
        switch score.bands {
        case .labels(let counts):
          for (label, count) in counts {
            #expect(count == expected.count { $0 == .label(label) }, "\(label)")
          }
        case .bands(_, let counts):
          for (label, count) in counts {
            #expect(count == vectors.count { $0.bands[score.id] == label }, "\(score.id) \(label)")
          }
        case .none, .suppressed: break
        }
      }
    }
  }

  @Test func `a score that refuses stands among no figures`() throws {
    let figures = try Self.figures(Self.outcome(of: Self.key("kidscreen-10")))
    #expect(figures.groups[0].scores.map(\.id) == ["raw"])
  }

  @Test func `a table leaves no error of measurement, and a sum of scores has that of its items`()
    throws
  {
    let metric = try Self.figures(Self.outcome(of: Self.key("swemwbs"))).groups[0].scores[1]
    #expect(metric.reliability.moments.alpha != nil)
    #expect(metric.reliability.standardErrorOfMeasurement == nil)
    #expect(metric.ends == 7...35)
    let total = try Self.figures(Self.outcome(of: Self.key("sdq-self"))).groups[0].scores[5]
    #expect(total.id == "total" && total.reliability.items.count == 20)
    #expect(total.reliability.unit == 20 && total.ends == 0...40)
  }

  @Test func `labels are counted and not compared`() throws {
    let figures = try Self.figures(Self.outcome(of: Self.key("olweus-global")))
    let score = figures.groups[0].scores[0]
    #expect(score.bands.isLabels && score.scores.isEmpty && score.n == 11 && score.unscored == 2)
    #expect(
      score.bands.counts?.map(\.label) == ["victim", "bully", "bully_victim", "not_involved"])
    #expect(figures.comparisons.isEmpty && figures.quality?.piledUp.isEmpty == true)
  }

  @Test func `an audit shows bands of the whole alone, and only if every one has enough people`()
    throws
  {
    let outcome = try Self.outcome(of: Self.key("sdq-self"), repeats: 12)
    let figures = try Self.figures(outcome)
    let shown = figures.released(under: .audit(minimum: 5)).figures
    let emotional = try #require(shown.groups[0].scores.first)
    #expect(
      emotional.bands.counts?.map(\.count) == figures.groups[0].scores[0].bands.counts?.map(\.count)
    )
    for group in shown.groups.dropFirst() {
      #expect(group.n != nil && group.scores.contains { $0.id == "emotional" })
      #expect(group.scores.allSatisfy { $0.bands.counts == nil })
    }
    let strict = figures.released(under: .audit(minimum: 60)).figures
    #expect(strict.groups[0].scores[0].bands.counts == nil)
    #expect(strict.groups[0].scores[0].scores == figures.groups[0].scores[0].scores)
  }

  @Test func `a label that is held back still says how many have one`() throws {
    let outcome = try Self.outcome(of: Self.key("olweus-global"), repeats: 5)
    let figures = try Self.figures(outcome)
    #expect(figures.groups[0].scores[0].n == 55)
    let shown = figures.released(under: .audit(minimum: 20)).figures.groups[0].scores[0]
    #expect(shown.bands.counts == nil && shown.bands.isLabels && shown.n == 55)
  }

  /// How people are says nothing of what the school does, whatever a file claims.
  @Test func `an outcome never enters a component`() throws {
    let small = SmallInstrument(
      items: ["v1/vision.values", "s1/vision.safety"],
      scores: ["id: feeling, items: [v1], method: mean", "id: all, from: feeling, method: sum"])
    let answers = (0..<12).map { "\(1 + $0 % 5),\(2 + $0 % 4)" }
    let rows = (["v1,s1"] + answers).joined(separator: "\n")
    let table = { (instrument: Instrument) throws -> ResponseTable in
      var sink = DiagnosticSink()
      let source = FileSource(name: "rows.csv", bytes: Array(rows.utf8))
      return try #require(
        ResponseImport.read(source, for: instrument, options: ImportOptions(), reporting: &sink)?
          .table)
    }
    let instrument = try small.read()
    #expect(try SurveyEvidence(table(instrument)).items.map(\.item.id) == ["v1", "s1"])
    for score in instrument.scores.indices {
      var claimed = instrument
      claimed.scores[score].isOutcome = true
      let answers = try table(claimed)
      #expect(SurveyEvidence(answers).items.map(\.item.id) == ["s1"])
      let gaps = GapAnalysis(
        [.survey(answers, population: 15)], framework: smallPack, target: 70, notApplicable: [:]
      ).table()
      let vision = try #require(gaps.component("vision"))
      #expect(vision.practices.map { $0.figure != nil } == [false, true])
    }
  }
}

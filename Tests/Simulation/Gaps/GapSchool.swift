import Analysis
import Diagnostics
import Instruments
import Responses

/// A school whose true indices are known: who answers what, through all that `mhars gaps` does.
struct GapSchool: Sendable {
  /// An audience: how many of it answer, of how many, and how many of these are of a declared group.
  struct Group: Sendable {
    let audience: Instrument.Audience
    let answering: Int
    let roll: Int
    var classes = 0
    var declared = 0
    /// How much higher the first component is for the audience and for its declared group.
    var shift = 0.0
    var declaredShift = 0.0
  }

  /// One drawing of the school.
  struct Drawn {
    let table: GapTable
    /// By audience, what everybody on its roll is inclined to, 0 to 100, by component.
    let onRoll: [Instrument.Audience: [Double]]
  }

  let words: String
  var groups: [Group]
  /// The true index of each component, 0 to 1.
  var truths: [Double]
  /// What is looked at besides, and what is looked at in a school of this size.
  private var records: PlantedRecords?
  private let usualRecords: PlantedRecords

  /// The same school with lessons, books and counts of the office, which lie so much lower than what is said.
  func looking(lower: Double) -> GapSchool {
    var school = self
    school.records = usualRecords
    school.records?.lower = lower
    return school
  }

  /// Of the size of the sample school.
  static func middling(_ truths: [Double]) -> GapSchool {
    GapSchool(
      words: "240 pupils, 42 staff",
      groups: [
        Group(audience: .pupils, answering: 212, roll: 240, classes: 8, declared: 16),
        Group(audience: .staff, answering: 34, roll: 42, declared: 6),
        Group(audience: .parents, answering: 88, roll: 190),
      ], truths: truths, usualRecords: .middling)
  }

  /// A special school.
  static func small(_ truths: [Double]) -> GapSchool {
    GapSchool(
      words: "38 pupils, 14 staff",
      groups: [
        Group(audience: .pupils, answering: 32, roll: 38, classes: 4, declared: 4),
        Group(audience: .staff, answering: 12, roll: 14, declared: 4),
        Group(audience: .parents, answering: 20, roll: 30),
      ], truths: truths, usualRecords: .small)
  }

  /// Two audiences of as many people, and nobody else.
  static func pair(_ n: Int, _ truths: [Double]) -> GapSchool {
    GapSchool(
      words: "\(n) staff, \(n) parents",
      groups: [
        Group(audience: .staff, answering: n, roll: n),
        Group(audience: .parents, answering: n, roll: n),
      ], truths: truths, usualRecords: .small)
  }

  func draw(_ lot: inout Lot) -> Drawn? {
    var onRoll: [Instrument.Audience: [Double]] = [:]
    var sources: [GapSource] = []
    for group in groups {
      let drawn = PlantedSurvey(group: group, truths: truths, lot: &lot)
      onRoll[group.audience] = drawn.onRoll
      var sink = DiagnosticSink()
      let outcome = ResponseImport.read(
        FileSource(name: "planted.csv", bytes: drawn.bytes),
        for: PlantedSurvey.instrument(of: group, components: truths.count),
        options: ImportOptions(), reporting: &sink)
      guard let outcome else { return nil }
      sources.append(.survey(outcome.table, population: group.roll))
    }
    if let records {
      guard let seen = records.draw(truths, &lot) else { return nil }
      sources += seen
    }
    let pack = PlantedSurvey.pack(components: truths.count)
    return Drawn(table: GapAnalysis(sources, framework: pack).table(), onRoll: onRoll)
  }
}

import Analysis
import Diagnostics
import Instruments
import Responses
import Statistics

/// Few leaders beside the other staff where nobody differs: how often a gap of theirs looks true, with
/// answers that are as good as normal and with those of people who lean one way or the other.
struct SmallGroups: Sendable {
  let leaders: Int
  let others: Int
  let isNormal: Bool
  /// The chance that a cell is blank.
  let blank: Double

  /// How many gaps had an interval, and what was said of them.
  private(set) var all = 0
  private(set) var apart = 0
  private(set) var sure = 0
  /// The same with Satterthwaite's degrees of freedom alone, as other programs have them.
  private(set) var apartByWelch = 0
  private(set) var sureByWelch = 0

  /// The p value that is counted besides 0.05: about what a flag asks of a gap.
  static let small = 0.0025

  init(leaders: Int, others: Int, isNormal: Bool, blank: Double) {
    self.leaders = leaders
    self.others = others
    self.isNormal = isNormal
    self.blank = blank
  }

  private static let settings = [(6, 28), (4, 8)].flatMap { leaders, others in
    [(true, 0.0), (true, Inclination.blank), (false, 0.0), (false, Inclination.blank)].map {
      SmallGroups(leaders: leaders, others: others, isNormal: $0, blank: $1)
    }
  }

  /// Draws each setting so many times, the parts with seeds of their own.
  static func all(draws: Int, seed: UInt64) -> [SmallGroups] {
    let parts = 4
    let drawn = CoverageSimulation.onThreads(Array(0..<(settings.count * parts))) { job in
      var own = settings[job / parts]
      var lot = Lot(seed: seed &+ 20_000 &+ UInt64(job))
      for _ in 0..<(draws / parts) { own.draw(&lot) }
      return own
    }
    return settings.indices.map { place in
      drawn[(place * parts)..<((place + 1) * parts)].reduce(into: settings[place]) { $0.merge($1) }
    }
  }

  var words: String {
    "leaders \(leaders), other staff \(others)"
  }

  /// How people answer, for a reader.
  var answers: String {
    (isNormal ? "normal" : "two camps") + (blank > 0 ? ", one in ten blank" : "")
  }

  private mutating func merge(_ other: SmallGroups) {
    all += other.all
    apart += other.apart
    sure += other.sure
    apartByWelch += other.apartByWelch
    sureByWelch += other.sureByWelch
  }

  private mutating func draw(_ lot: inout Lot) {
    guard let gap = table(&lot)?.components.first?.perception.first, let interval = gap.interval,
      let p = gap.p, let byWelch = Self.byWelch(gap)
    else { return }
    all += 1
    if !interval.contains(0) { apart += 1 }
    if p < Self.small { sure += 1 }
    if byWelch < 0.05 { apartByWelch += 1 }
    if byWelch < Self.small { sureByWelch += 1 }
  }

  private static func byWelch(_ gap: PerceptionGap) -> Double? {
    guard let first = gap.figureA.standardError, let second = gap.figureB.standardError,
      let dfA = gap.figureA.df, let dfB = gap.figureB.df
    else { return nil }
    let (a, b) = (first * first, second * second)
    let df = (a + b) * (a + b) / (a * a / dfA + b * b / dfB)
    return StudentT(degreesOfFreedom: df).twoSided(gap.difference / (a + b).squareRoot())
  }

  private func table(_ lot: inout Lot) -> GapTable? {
    var bytes = Array("q1,q2,q3,q4,declared\n".utf8)
    let camps = Inclination(truth: 0.5, hasClasses: false)
    for person in 0..<(leaders + others) {
      let own = isNormal ? Self.normal(&lot) : 0
      let chance = isNormal ? 0 : camps.chance(own: lot.happens(0.5), group: 0, &lot)
      for _ in 0..<Inclination.items {
        let code =
          isNormal
          ? Self.code(own, &lot) : 1 + Inclination.answer(chance, &lot)
        if !lot.happens(blank) { bytes += Array("\(code)".utf8) }
        bytes.append(44)
      }
      bytes += Array((person < leaders ? "yes\n" : "no\n").utf8)
    }
    let group = GapSchool.Group(
      audience: .staff, answering: leaders + others, roll: leaders + others, declared: leaders)
    var sink = DiagnosticSink()
    let outcome = ResponseImport.read(
      FileSource(name: "planted.csv", bytes: bytes),
      for: PlantedSurvey.instrument(
        of: group, components: 1, codes: isNormal ? 0...100 : 1...5),
      options: ImportOptions(), reporting: &sink)
    return outcome.map {
      GapAnalysis(
        [.survey($0.table, population: nil)], framework: PlantedSurvey.pack(components: 1)
      )
      .table()
    }
  }

  /// Twelve even numbers added up, mean 0 and variance 1: as good as normal.
  private static func normal(_ lot: inout Lot) -> Double {
    (0..<12).reduce(-6) { sum, _ in sum + lot.share() }
  }

  /// A whole number of 0 to 100 around 50, of whose variance two fifths are the person's own.
  private static func code(_ own: Double, _ lot: inout Lot) -> Int {
    let value = 50 + 9.4 * own + 11.3 * normal(&lot)
    return min(100, max(0, Int(value.rounded())))
  }
}

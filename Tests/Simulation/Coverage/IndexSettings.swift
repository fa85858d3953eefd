import Analysis
import Diagnostics
import Instruments
import Responses
import Statistics

/// Indices of the gap table and differences between them, through all that `mhars gaps` does.
enum IndexSettings {
  /// An audience: how many of it answer, and items that go together.
  private struct Survey: Sendable {
    let audience: Instrument.Audience
    let items: LatentItems
    let n: Int

    var words: String { "\(n) \(audience.rawValue), \(items.words)" }

    /// Five items on two practices, codes 1 to 5.
    private static let practices = ["area.one", "area.one", "area.two", "area.two", "area.two"]

    /// One person in ten leaves an item blank.
    private static let blank = 0.1

    private var instrument: Instrument {
      let scale = Scale(id: "points", points: (1...5).map { Point(code: "\($0)") })
      return Instrument(
        id: audience.rawValue, version: "1", title: LocalizedText(["en": "Planted"]),
        audience: audience, privacy: .anonymous, scales: [scale],
        sections: [Instrument.Section(id: "main")],
        items: Self.practices.enumerated().map { place, practice in
          Item(
            id: "q\(place + 1)", format: .scale(scale), practice: practice, section: "main")
        })
    }

    /// What everybody would say, on 0 to 100.
    var truth: Double {
      let means = (0..<5).map { 100 * items.mean($0) / 4 }
      return ((means[0] + means[1]) / 2 + (means[2] + means[3] + means[4]) / 3) / 2
    }

    func draw(_ lot: inout Lot) -> GapSource? {
      var text = "q1,q2,q3,q4,q5\n"
      for _ in 0..<n {
        let cells = items.row(5, &lot).map { lot.happens(Self.blank) ? "" : "\($0 + 1)" }
        text += cells.joined(separator: ",") + "\n"
      }
      var sink = DiagnosticSink()
      let outcome = ResponseImport.read(
        FileSource(name: "planted.csv", bytes: Array(text.utf8)), for: instrument,
        options: ImportOptions(), reporting: &sink)
      return outcome.map { .survey($0.table, population: nil) }
    }
  }

  private static let pack = Framework(
    id: "planted", title: "Planted", source: "ours",
    components: [
      Framework.Component(
        id: "area", code: "C1", title: "Area",
        practices: [
          Framework.Practice(id: "area.one", code: "C1.P1", label: "One"),
          Framework.Practice(id: "area.two", code: "C1.P2", label: "Two"),
        ], methods: [])
    ])

  private static let staff = [
    Survey(audience: .staff, items: .unequal, n: 12),
    Survey(audience: .staff, items: .skewed, n: 12),
    Survey(audience: .staff, items: .skewed, n: 34),
  ]
  private static let pupils = [
    Survey(audience: .pupils, items: .unequal, n: 60),
    Survey(audience: .pupils, items: .skewed, n: 60),
  ]

  static let all: [CoverageSetting] =
    (staff + pupils).map { survey in
      index([survey], "one audience") { $0.groups.first?.figure }
    }
    + [index([staff[1], pupils[0]], "their mean") { $0.index }]
    + [(staff[0], pupils[1]), (staff[2], pupils[0])].map { first, second in
      CoverageSetting(
        .perception, "\(first.words) and \(second.words)", truth: first.truth - second.truth
      ) { lot in
        component([first, second], &lot)?.perception.first?.interval
      }
    }

  static let controls: [CoverageSetting] = [
    index([pupils[0]], "one audience", fault: "each answer taken for a person") { component in
      // Five answers of each person look like five people.
      component.groups.first?.figure.flatMap(\.interval).map { interval in
        let centre = (interval.low + interval.high) / 2
        return CoverageSetting.wrong(
          centre, (interval.high - interval.low) / 2 / Double(5).squareRoot())
      }
    }
  ]

  private static func index(
    _ surveys: [Survey], _ words: String,
    _ figure: @escaping @Sendable (ComponentGap) -> IndexFigure?
  ) -> CoverageSetting {
    index(surveys, words, fault: nil) { figure($0)?.interval }
  }

  private static func index(
    _ surveys: [Survey], _ words: String, fault: String?,
    _ interval: @escaping @Sendable (ComponentGap) -> Interval?
  ) -> CoverageSetting {
    let truth = surveys.reduce(0) { $0 + $1.truth } / Double(surveys.count)
    let who = surveys.map(\.words).joined(separator: " and ")
    return CoverageSetting(.index, "\(who): \(words)", fault: fault, truth: truth) { lot in
      component(surveys, &lot).flatMap(interval)
    }
  }

  private static func component(_ surveys: [Survey], _ lot: inout Lot) -> ComponentGap? {
    var sources: [GapSource] = []
    for survey in surveys {
      guard let source = survey.draw(&lot) else { return nil }
      sources.append(source)
    }
    return GapAnalysis(sources, framework: pack).table().components.first
  }
}

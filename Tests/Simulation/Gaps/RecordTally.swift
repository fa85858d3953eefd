import Analysis
import Instruments
import Statistics

/// What was counted in drawings of a school that also has records.
struct RecordTally: Sendable {
  /// A figure of a component whose interval is held against the truth.
  enum Part: String, CaseIterable, Sendable {
    case component, seen, lessons, books, office

    /// What it is, for a reader.
    var words: String {
      switch self {
      case .component: "component, said and seen"
      case .seen: "seen: all three"
      case .lessons: "lessons: a share of events"
      case .books: "books: three measures of the same rows"
      case .office: "office: a share of families"
      }
    }

    fileprivate func figure(_ component: ComponentGap) -> IndexFigure? {
      switch self {
      case .component: component.index
      case .seen: component.seen
      case .lessons: Self.figure(of: .observers, component.practices[0])
      case .books: Self.figure(of: .observers, component.practices[1])
      case .office: Self.figure(of: .records, component.practices[0])
      }
    }

    private static func figure(of audience: Instrument.Audience, _ practice: PracticeIndex)
      -> IndexFigure?
    {
      practice.groups.first { $0.audience == audience }?.figure
    }
  }

  /// How often the intervals of a figure held, and how large its error was beside the one it says.
  struct Reading: Sendable {
    /// Of the components of a school, the share whose interval holds the truth.
    fileprivate(set) var held = Spread()
    /// Figures without an interval.
    fileprivate(set) var missing = 0
    private var all = 0
    private var said = 0.0
    private var found = 0.0

    /// The error that the figure says over the error that it has, as root mean squares.
    var ratio: Double { (said / found).squareRoot() }
    /// The error that it has, in points.
    var error: Double { (found / Double(max(1, all))).squareRoot() }

    fileprivate mutating func add(_ figures: [(figure: IndexFigure?, truth: Double)]) {
      var count = (all: 0, held: 0)
      for (figure, truth) in figures {
        guard let figure, let error = figure.standardError, let interval = figure.interval else {
          missing += 1
          continue
        }
        count.all += 1
        if interval.contains(truth) { count.held += 1 }
        said += error * error
        found += (figure.value - truth) * (figure.value - truth)
      }
      all += count.all
      if count.all > 0 { held.add(Double(count.held) / Double(count.all)) }
    }

    fileprivate mutating func merge(_ other: Reading) {
      held.merge(other.held)
      missing += other.missing
      all += other.all
      said += other.said
      found += other.found
    }
  }

  private(set) var readings: [Part: Reading] = [:]
  private(set) var cells: [Int: GapTally.Cells] = [:]
  /// How many components there were, and in how many said and seen disagree.
  private(set) var all = 0
  private(set) var disagreeing = 0
  /// Drawings without a table.
  private(set) var missing = 0

  /// Takes a drawing in; with `lower` what is seen lies below what is said, and only their disagreement is
  /// counted.
  mutating func add(_ drawn: GapSchool.Drawn?, truths: [Double], lower: Double) {
    guard let drawn else { return missing += 1 }
    let components = drawn.table.components
    all += components.count
    disagreeing += components.count { $0.state == .disagree }
    guard lower == 0 else { return }
    for (component, truth) in zip(components, truths) where component.state != .disagree {
      let points = Int((100 * truth).rounded())
      cells[points, default: GapTally.Cells()].add(component.band, points: points)
    }
    for part in Part.allCases {
      let figures = zip(components, truths).filter { $0.0.state != .disagree || part != .component }
      readings[part, default: Reading()].add(
        figures.map { (part.figure($0.0), 100 * $0.1) })
    }
  }

  mutating func merge(_ other: RecordTally) {
    all += other.all
    disagreeing += other.disagreeing
    missing += other.missing
    readings.merge(other.readings) { first, second in
      var sum = first
      sum.merge(second)
      return sum
    }
    cells.merge(other.cells) { first, second in
      var sum = first
      sum.merge(second)
      return sum
    }
  }
}

import Analysis
import Diagnostics
import Instruments
import Responses

/// What is seen and counted in a planted school: lessons, books and the counts of the office, through the
/// program's own reader.
///
/// The events of a lesson resemble each other, the lessons and books of a class too, and what is
/// met in a book goes together.
struct PlantedRecords: Sendable {
  let classes: Int
  /// How many lessons and books of each class are looked at.
  let lessons: Int
  let books: Int
  /// How many families the office counts, by year.
  let families: [Int]
  /// How much lower what is seen lies than what is said, 0 to 1.
  var lower = 0.0

  /// How far classes, lessons, books and years lie from the truth, to either side.
  private static let ofClass = 0.12
  private static let ofLesson = 0.20
  private static let ofBook = 0.20
  private static let ofYear = 0.10
  private static let reach = 0.36
  /// The fewest events of a lesson, and how many more there may be.
  private static let events = (fewest: 8, more: 5)
  /// What a book is looked at for, in each component.
  private static let asked = 3

  /// Of a school of the size of the sample school.
  static let middling = PlantedRecords(
    classes: 6, lessons: 2, books: 4, families: [32, 32, 32, 32, 31, 31])
  /// Of a special school.
  static let small = PlantedRecords(classes: 4, lessons: 1, books: 3, families: [8, 8, 7, 7])

  /// The entries of all three records; `nil` where one cannot be read.
  func draw(_ truths: [Double], _ lot: inout Lot) -> [GapSource]? {
    let seen = truths.map { $0 - lower }
    let files = [
      (Self.lessonRecord(truths.count), lessonRows(seen, &lot)),
      (Self.bookRecord(truths.count), bookRows(seen, &lot)),
      (Self.officeRecord(truths.count), officeRows(seen, &lot)),
    ]
    var sources: [GapSource] = []
    for (instrument, rows) in files {
      let heading = instrument.items.map(\.id).joined(separator: ",")
      var sink = DiagnosticSink()
      let outcome = ResponseImport.read(
        FileSource(
          name: "planted.csv", bytes: Array(([heading] + rows).joined(separator: "\n").utf8)),
        for: instrument, options: ImportOptions(), reporting: &sink)
      guard let outcome else { return nil }
      sources += GapSource.all(in: outcome.table, population: nil)
    }
    return sources
  }

  // MARK: Rows

  private static func scale(_ truth: Double) -> Double { min(1, min(truth, 1 - truth) / reach) }

  private static func part(_ reach: Double, _ lot: inout Lot) -> Double {
    (2 * lot.share() - 1) * reach
  }

  /// A part for each class and component.
  private func classParts(_ components: Int, _ lot: inout Lot) -> [[Double]] {
    (0..<classes).map { _ in (0..<components).map { _ in Self.part(Self.ofClass, &lot) } }
  }

  private func lessonRows(_ seen: [Double], _ lot: inout Lot) -> [String] {
    let classParts = classParts(seen.count, &lot)
    return (0..<(classes * lessons)).map { lesson in
      let place = lesson % classes
      var row = "l\(lesson),class \(place)"
      for (component, truth) in seen.enumerated() {
        let parts = classParts[place][component] + Self.part(Self.ofLesson, &lot)
        let events = Self.events.fewest + lot.below(Self.events.more)
        let count = Self.count(events, truth + Self.scale(truth) * parts, &lot)
        row += ",\(count),\(events - count)"
      }
      return row
    }
  }

  private func bookRows(_ seen: [Double], _ lot: inout Lot) -> [String] {
    let classParts = classParts(seen.count, &lot)
    return (0..<(classes * books)).map { book in
      let place = book % classes
      var row = "b\(book),class \(place)"
      for (component, truth) in seen.enumerated() {
        let own = lot.happens(0.5) ? Self.ofBook : -Self.ofBook
        let chance = truth + Self.scale(truth) * (classParts[place][component] + own)
        for _ in 0..<Self.asked { row += lot.happens(chance) ? ",is_met" : ",not_met" }
      }
      return row
    }
  }

  private func officeRows(_ seen: [Double], _ lot: inout Lot) -> [String] {
    families.enumerated().map { year, count in
      seen.reduce("year \(year),\(count)") { row, truth in
        let chance = truth + Self.scale(truth) * Self.part(Self.ofYear, &lot)
        return row + ",\(Self.count(count, chance, &lot))"
      }
    }
  }

  private static func count(_ all: Int, _ chance: Double, _ lot: inout Lot) -> Int {
    (0..<all).reduce(0) { sum, _ in sum + (lot.happens(chance) ? 1 : 0) }
  }

  // MARK: Instruments

  private static func record(
    _ id: String, _ audience: Instrument.Audience, _ items: [Item], _ rule: RecordRule
  ) -> Instrument {
    Instrument(
      id: id, version: "1", title: LocalizedText(["en": "Planted"]), audience: audience,
      privacy: .anonymous, sections: [Instrument.Section(id: "main")], items: items, record: rule)
  }

  private static func item(_ id: String, _ format: AnswerFormat) -> Item {
    Item(id: id, format: format, section: "main")
  }

  private static func lessonRecord(_ components: Int) -> Instrument {
    let places = Array(1...components)
    return record(
      "lessons", .observers,
      [item("lesson", .text), item("class", .text)]
        + places.flatMap { [item("yes\($0)", .number), item("no\($0)", .number)] },
      RecordRule(
        unit: "lesson", setting: "class",
        minimum: RecordRule.Minimum(units: 3, settings: 2, count: 30),
        measures: places.map {
          Measure(
            id: "m\($0)", kind: .share, of: ["yes\($0)"], among: ["yes\($0)", "no\($0)"],
            practices: ["area\($0).p1"])
        }))
  }

  private static func bookRecord(_ components: Int) -> Instrument {
    let places = (1...components).flatMap { component in
      (1...asked).map { (component: component, id: "met\(component)x\($0)") }
    }
    let points = ["is_met", "not_met"].map { Point(code: $0) }
    return record(
      "books", .observers,
      [item("book", .text), item("class", .text)] + places.map { item($0.id, .single(points)) },
      RecordRule(
        unit: "book", setting: "class", minimum: RecordRule.Minimum(units: 12),
        measures: places.map {
          Measure(
            id: "m" + $0.id, kind: .met, of: [$0.id], values: ["is_met"],
            practices: ["area\($0.component).p2"])
        }))
  }

  private static func officeRecord(_ components: Int) -> Instrument {
    let places = Array(1...components)
    return record(
      "office", .records,
      [item("year", .text), item("families", .number)]
        + places.map { item("came\($0)", .number) },
      RecordRule(
        minimum: RecordRule.Minimum(count: 10),
        measures: places.map {
          Measure(
            id: "m\($0)", kind: .share, of: ["came\($0)"], among: ["families"],
            practices: ["area\($0).p1"])
        }))
  }
}

/// One person's answers to the mini-survey of `SampleData/dialects/mini-safety.yaml`.
struct MiniRecord: Equatable {
  /// The place of the year among the choices.
  var year: Int?
  /// The code, 1 to 4.
  var classroom: Int?
  /// The code, 1 to 4.
  var playground: Int?
  /// The places of the choices; empty where nothing was chosen.
  var worried: Set<Int> = []
  var trusted = ""
  var comment = ""

  static let years = ["Year 3", "Year 4", "Year 5", "Year 6"]
  static let yearCodes = ["y3", "y4", "y5", "y6"]
  static let often = ["Never", "Sometimes", "Mostly", "Always"]
  static let places = ["Toilets", "Corridors", "Journey home, after school"]
  static let placeCodes = ["toilets", "corridors", "journey"]

  /// The record of the tests that have one, with everything that makes exports differ.
  static let example = MiniRecord(
    year: 2, classroom: 4, playground: 2, worried: [0, 2], trusted: "Aisha Khan, Tom Brown",
    comment: "She said \"hi\"\nand left")

  var yearLabel: String { year.map { Self.years[$0] } ?? "" }
  var classroomLabel: String { classroom.map { Self.often[$0 - 1] } ?? "" }
  var playgroundLabel: String { playground.map { Self.often[$0 - 1] } ?? "" }
  var chosen: [String] { worried.sorted().map { Self.places[$0] } }

  /// The answers of a row as an import gives them, by the words of `answers(_:)`.
  var answers: [String: String] {
    [
      "year_group": year.map { Self.yearCodes[$0] } ?? "-",
      "safe_class": classroom.map(String.init) ?? "-",
      "safe_playground": playground.map(String.init) ?? "-",
      "worried_where": worried.isEmpty
        ? "-" : worried.sorted().map { Self.placeCodes[$0] }.joined(separator: "+"),
      "trusted_people": trusted, "comment": comment,
    ]
  }

  /// A record drawn by lot; a tenth of the answers is blank, texts hold what breaks tables.
  static func drawn(_ lot: inout SplitMix) -> MiniRecord {
    func maybe<Value>(_ value: Value) -> Value? { lot.below(10) == 0 ? nil : value }
    var record = MiniRecord()
    record.year = maybe(lot.below(4))
    record.classroom = maybe(lot.below(4) + 1)
    record.playground = maybe(lot.below(4) + 1)
    for place in 0..<3 where lot.below(2) == 0 { record.worried.insert(place) }
    record.trusted = maybe(text(&lot)) ?? ""
    record.comment = maybe(text(&lot)) ?? ""
    return record
  }

  /// Records of which no two are equal: each has a number in its comment.
  static func different(_ count: Int, seed: UInt64) -> [MiniRecord] {
    var lot = SplitMix(seed: seed)
    return (0..<count).map { number in
      var record = drawn(&lot)
      record.comment = "note \(number) of \(seed), \(record.comment)"
      return record
    }
  }

  private static func text(_ lot: inout SplitMix) -> String {
    let pieces = [
      "Aisha", "Tom, and", "\"quoted\"", "é", "naïve; yes", "=1+1", "+44", "@home", "line\nbreak",
      "Zoë's", "5", "No", "Always", "|", "\t", "🙂", "don’t", "a,b", "'x'",
    ]
    let words = (0...lot.below(4)).map { _ in pieces[lot.below(pieces.count)] }
    return words.joined(separator: " ")
  }
}

/// A seeded generator for tests.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(limit))
  }
}

import Diagnostics
import Instruments
import Statistics
import Testing

@testable import Responses

/// Files that nobody means well with: they are refused or read, in bounded time, and never crash.
struct HostileInputTests {
  private static let survey = instrument([
    item("a", often, text: "One", stem: "How"), item("b", often, text: "Two"),
    item("year", .single([point("y3", "Year 3"), point("y4", "Year 4")])),
    item(
      "w",
      .multiple([
        point("toilets", "Toilets"), point("journey", "Journey home, after school"),
        point("home", "Journey home"),
      ])),
    item("n", .number), item("d", .date), item("c", .text),
  ])
  private static let peers = instrument([
    item("me", .text, role: .respondent),
    item("trusted", .nominate(NominationRule(scope: .class, limit: 3)), text: "Who do you trust?"),
  ])
  private static let rollText = """
    pupil,name,known_as,class,year,left
    P1,Tom Brown,Tommy,5B,5,
    P2,Aisha Khan,,5B,5,
    P3,Mohammed Khan,,5A,5,
    P4,Mohammed Khan,,5B,5,
    P5,Zoë O'Neill,,4A,4,
    P6,Old Boy,Boy,4A,4,1/1/2020

    """

  private static let atoms: [[UInt8]] =
    [
      ",", ";", "\t", "|", "\"", "\"\"", "\n", "\r", "\r\n", " ", "1", "4.0", "Never", "PN",
      "Toilets; Journey home, after school", "17/11/2026", "2026-11-17 9:99999999999999999999",
      "3/4/26 9223372036854775807:1", "-1", "999999999999999999", "é", "e\u{301}", "’", "\u{200B}",
      "\u{FEFF}", "\u{202E}", "Tom", "Tommy", "Tom Brown", "mohammed khan", "P1", "no one", "-",
      "O’Neill",
      "T.B.", "=1+1", "sep=;", "a", "One", "x", "½", "٣",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0x80], [0], [0xED, 0xA0, 0x80], [0xFF, 0xFE]]

  private static func body(_ columns: Int, using random: inout SeededGenerator) -> [UInt8] {
    if Int.random(in: 0..<10, using: &random) == 0 {
      return (0..<Int.random(in: 0..<60, using: &random)).map { _ in
        .random(in: 0...255, using: &random)
      }
    }
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<6, using: &random) {
      for column in 0..<columns {
        if column > 0 { bytes.append(0x2C) }
        for _ in 0..<Int.random(in: 0..<3, using: &random) {
          bytes += atoms.randomElement(using: &random) ?? []
        }
      }
      bytes += [[0x0A], [0x0D], [0x0D, 0x0A]].randomElement(using: &random) ?? []
    }
    return bytes
  }

  private static func randomOptions(using random: inout SeededGenerator) -> ImportOptions {
    var options = ImportOptions()
    options.acceptsRejects = .random(using: &random)
    options.dateOrder = [nil, .dayFirst, .monthFirst].randomElement(using: &random) ?? nil
    options.encoding = Int.random(in: 0..<8, using: &random) == 0 ? .windows1252 : .automatic
    options.identifier = Int.random(in: 0..<4, using: &random) == 0 ? "id" : nil
    return options
  }

  /// A short run of a longer one: millions of these went through a release build.
  @Test(arguments: 0..<4)
  func `random files never break an import`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let headers = [
      "a,b,year,w,n,d,c\n", "a;b;year;w;n;d;c\r\n", "Timestamp,a,b,year,w,n,d,c,id\n",
      "ID,Start time,Completion time,a,b,year,w,n,d,c\n",
      "a,b,year,w toilets,w journey,w home,n,d,c,\n",
      "\u{FEFF}How [One],Two,year,w,n,d,c,,id\n", "",
    ]
    for _ in 0..<400 {
      let options = Self.randomOptions(using: &random)
      let header = Array((headers.randomElement(using: &random) ?? "").utf8)
      let width = header.count { $0 == 0x2C || $0 == 0x3B } + 1
      let bytes = header + Self.body(width, using: &random)
      _ = imported(FileSource(name: "answers.csv", bytes: bytes), for: Self.survey, options)
    }
  }

  @Test(arguments: 0..<4)
  func `random files never break rolls, nominations and counts`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let roll = try #require(importedRoll(Self.rollText).roll)
    let headers = [
      "pupil,trusted_1,trusted_2,trusted_3\n", "nominator,nominee,round\n",
      "Timestamp,Your name,Who do you trust?\n",
      "me,trusted\n", "UPN,Legal Forename,Legal Surname,Preferred Name,left\n",
      "pupil,known_as,opted_out\n", "year,count\n",
    ]
    for _ in 0..<200 {
      let options = Self.randomOptions(using: &random)
      let header = Array((headers.randomElement(using: &random) ?? "").utf8)
      let bytes = header + Self.body(header.count { $0 == 0x2C } + 1, using: &random)
      let source = FileSource(name: "names.csv", bytes: bytes)
      _ = nominated(source, on: roll, Self.peers, options)
      _ = importedRoll(source, options)
      var sink = DiagnosticSink()
      let counts = PopulationTable.read(source, options: options, reporting: &sink)
      #expect(counts != nil || sink.hasErrors)
    }
  }

  /// How much there is of each kind of trouble; what grows with the square of it takes far longer
  /// than the time that is allowed, even on a slow machine.
  private static let size = 100_000
  private static let time = Duration.seconds(10)

  private static let troubles: [(String, String)] = [
    ("faults in every cell", header + repeated("x,x,x,x,x,x,\n")),
    ("distinct faults", header + (0..<8_000).map { "w\($0),,,,,,\n" }.joined()),
    ("ragged rows", header + repeated("1\n")),
    ("blank rows", header + repeated(",,,,,,\n")),
    ("blank lines", header + repeated("\n")),
    (
      "separators in an option cell",
      header + repeated(",,,\(String(repeating: ";", count: 60_000)),,,\n")
    ),
    (
      "choices in an option cell",
      header + repeated(",,,\(String(repeating: "Toilets;", count: 7_500)),,,\n")
    ),
    ("distinct option cells", header + (0..<4_000).map { ",,,Toilets;Hall \($0),,,\n" }.joined()),
    (
      "long option cells",
      header + (0..<90).map { ",,,\($0)\(String(repeating: "x", count: 1_000)),,,\n" }.joined()
    ),
    ("dates without order", header + repeated(",,,,,03/04/2026,\n")),
    ("long texts", header + repeated(",,,,,,\(String(repeating: "é", count: 30_000))\n")),
    ("short texts", header + repeated(",,,,,,t\n")),
    (
      "accents on one letter",
      header + repeated("e\(String(repeating: "\u{301}", count: 30_000)),,,,,,\n")
    ),
    (
      "wide headings",
      (0..<2).map { _ in String(repeating: "é", count: 30_000) }.joined(separator: ",") + "\n"
    ),
    (
      "many headings",
      (0..<900).map { "\($0)" + String(repeating: "x", count: 100) }.joined(separator: ",")
        + "\n"
    ),
    ("quoted quotes", header + repeated(",,,,,,\"\(String(repeating: "\"\"", count: 30_000))\"\n")),
    ("one id", "a,b,year,w,n,d,c,id\n" + repeated("1,,,,,,,7\n")),
  ]
  private static let header = "a,b,year,w,n,d,c\n"

  private static func repeated(_ row: String) -> String {
    String(repeating: row, count: size / row.utf8.count)
  }

  @Test(.serialized, arguments: troubles.indices)
  func `trouble takes little time`(_ index: Int) {
    let (name, text) = Self.troubles[index]
    let bytes = Array(text.utf8)
    let time = ContinuousClock().measure {
      let options = name == "one id" ? options { $0.identifier = "id" } : ImportOptions()
      _ = imported(FileSource(name: "answers.csv", bytes: bytes), for: Self.survey, options)
    }
    #expect(time < Self.time, "\(name)")
  }

  @Test(.serialized, arguments: ["one", "many", "letters", "ragged", "doubles"])
  func `odd names take little time`(_ kind: String) throws {
    let roll = try #require(
      importedRoll(
        "pupil,name,class\n"
          + (0..<240).map { "P\($0),Name\($0 % 97) Sur\($0),C\($0 % 8)\n" }.joined()
      ).roll)
    let row: (Int) -> String =
      switch kind {
      case "one": { "P\($0 % 240),zz top\n" }
      case "many": { "P\($0 % 240),Nmae\($0) Sru\($0)\n" }
      case "letters": { "P\($0 % 240),n\n" }
      case "doubles": { _ in "P1,P2\n" }
      default: { _ in "P1\n" }
      }
    let header = kind == "doubles" ? "pupil,trusted_1\n" : "nominator,nominee\n"
    var text = header
    var index = 0
    while text.utf8.count < Self.size / 20 {
      text += row(index)
      index += 1
    }
    let source = FileSource(name: "names.csv", bytes: Array(text.utf8))
    let time = ContinuousClock().measure { _ = nominated(source, on: roll, Self.peers) }
    #expect(time < Self.time, "\(kind)")
  }
}

import Diagnostics
import Foundation
import Statistics
import Testing

@testable import Responses

/// The same pupils as three school systems write them.
struct SchoolRollTests {
  static let systems = ["arbor", "sims", "bromcom"]

  private static func bytes(_ system: String) throws -> [UInt8] {
    let file = projectFolder.appending(path: "SampleData/dialects/\(system)-roll.csv")
    return [UInt8](try Data(contentsOf: file))
  }

  private static func reading(
    _ bytes: [UInt8], _ options: ImportOptions = ImportOptions()
  ) -> (RollReading?, faults: [String]) {
    var sink = DiagnosticSink()
    let source = FileSource(name: "roll.csv", bytes: bytes)
    return (RollImport.reading(source, options: options, reporting: &sink), placed(sink))
  }

  /// What was put down when the pupils were made up.
  private static let pupils = [
    "C999421730004|Noor Farouk|Noor Haddad|6 Oak|Year 6",
    "K999421730001|Wilhelmina Ashdown|Billie Ashdown|4 Elm|Year 4",
    "N999421730003|Mary Jo D'Arcy|MJ D'Arcy|6 Oak|Year 6",
    "R999421730005|Idris Penhallow-Lee||Acorn|Reception",
    "Z999421730002|Tomás Quirke||4 Elm|Year 4",
  ]

  private static func lines(_ roll: Roll) -> [String] {
    ImportedRoll(roll: roll, faults: [], messages: []).pupils
  }

  @Test(arguments: systems)
  func `every school system gives the same roll`(_ system: String) throws {
    let (reading, faults) = Self.reading(try Self.bytes(system))
    let roll = try #require(reading?.roll, "\(faults)")
    #expect(faults.isEmpty)
    #expect(Self.lines(roll) == Self.pupils)
    #expect(Set(roll.others.keys) == ["SEN Status", "Pupil Premium"])
    let first = try #require(Self.reading(try Self.bytes("arbor")).0?.roll)
    #expect(Set(roll.records) == Set(first.records))
    #expect(roll.leavers.map(\.name) == ["Ottoline Brack"])
    #expect(RollChange(from: first.records, to: roll.records).isNone)
  }

  @Test(arguments: systems)
  func `what a pupil writes finds the pupil whatever the system`(_ system: String) throws {
    let roll = try #require(Self.reading(try Self.bytes(system)).0?.roll)
    for (written, id) in [
      ("Billie Ashdown", "K999421730001"), ("wilhelmina ashdown", "K999421730001"),
      ("MJ D’Arcy", "N999421730003"), ("Haddad, Noor", "C999421730004"),
      ("Tomás Quirke", "Z999421730002"),
    ] {
      #expect(roll.place(named: written).map { roll.ids[$0] } == id, "\(written)")
    }
    #expect(roll.place(named: "Ottoline Brack") == nil, "who has left is nobody's guess")
  }

  @Test(arguments: systems)
  func `the remarks say who is not on roll, what is not kept and where the headings stand`(
    _ system: String
  ) throws {
    let remarks = try #require(Self.reading(try Self.bytes(system)).0?.remarks)
    let wanted = [
      "arbor": [
        "1 row of pupils who have left, not on roll.",
        "Not kept: 'Arbor Student ID', 'Date of Birth', 'Email address'.",
      ],
      "sims": [
        "The headings stand on line 5; what is above is no pupil.",
        "1 row of pupils who have left, not on roll.", "Not kept: 'Admission No', 'Date of Birth'.",
      ],
      "bromcom": [
        "1 row of pupils who have left, not on roll.", "Not kept: 'Student email'.",
      ],
    ]
    #expect(remarks == wanted[system])
  }

  @Test(arguments: systems)
  func `delimiters, line ends, marks, titles and the order of columns change nothing`(
    _ system: String
  ) throws {
    let original = try #require(Self.reading(try Self.bytes(system)).0?.roll)
    var random = SeededGenerator(seed: 7)
    var rows = try Self.rows(system)
    let width = rows[0].count
    for round in 0..<60 {
      let order = Array(0..<width).shuffled(using: &random)
      let body = rows.dropFirst().shuffled(using: &random)
      rows = [rows[0]] + body
      let delimiter = [",", ";", "\t", "|"][round % 4]
      let end = ["\n", "\r\n", "\r"][round % 3]
      let titles = [
        [], ["Larkfield Primary", "", "Report printed on 14/09/2026"],
        ["Pupil" + String(repeating: delimiter, count: width)], ["", "UPN"],
      ][round / 2 % 4]
      let extra = round % 5 == 0
      let lines = rows.enumerated().map { place, row in
        let cells =
          order.map { row[$0] } + (extra ? [place == 0 ? "Parent phone" : "0\(place)"] : [])
        return cells.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
          .joined(separator: delimiter)
      }
      var bytes = Array((titles + lines).joined(separator: end).utf8)
      if round % 2 == 0 { bytes = [0xEF, 0xBB, 0xBF] + bytes }
      let (reading, faults) = Self.reading(bytes)
      let roll = try #require(reading?.roll, "\(round): \(faults)")
      #expect(faults.isEmpty)
      #expect(Set(roll.records) == Set(original.records), "\(round)")
    }
  }

  /// The heading line and the rows of a file of the folder.
  private static func rows(_ system: String) throws -> [[String]] {
    var rows: [[String]] = []
    let text =
      try bytes(system).starts(with: [0xEF]) ? bytes(system).dropFirst(3) : bytes(system)[...]
    let delimiter: UInt8 = system == "bromcom" ? 0x3B : 0x2C
    let source = FileSource(name: "", bytes: Array(text))
    _ = try CSVReader(source: source, delimiter: delimiter, skipping: 0).forEachRow { row in
      if row.count > 2 { rows.append((0..<row.count).map(row.text)) }
      return true
    }
    return rows
  }

  @Test func `Windows-1252 is read when the person says so, and never guessed`() throws {
    let text = String(decoding: try Self.bytes("sims"), as: UTF8.self)
    let old = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    #expect(Self.reading(old).faults.map { $0.hasSuffix("not-utf8") } == [true])
    let told = Self.reading(old, options { $0.encoding = .windows1252 })
    #expect(told.0.map { Self.lines($0.roll) } == Self.pupils)
  }
}

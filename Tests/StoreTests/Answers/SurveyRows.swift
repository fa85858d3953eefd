import Statistics

/// Made-up answers to the six questions, written as survey tools export them.
struct SurveyRows {
  static let heading = [
    "year_group", "safe_class", "safe_playground", "worried_where", "trusted_people", "comment",
  ]

  var rows: [[String]]

  init(rows: [[String]]) { self.rows = rows }

  /// Rows of which no two are equal: each has a comment of its own.
  init(_ count: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    rows = (0..<count).map { row in
      [
        ["y3", "y4", "y5", "y6", ""].randomElement(using: &random) ?? "",
        ["1", "2", "3", "4", "PN", ""].randomElement(using: &random) ?? "",
        ["1", "2", "3", "4", "DK", ""].randomElement(using: &random) ?? "",
        ["toilets", "corridors;journey", ""].randomElement(using: &random) ?? "",
        ["Zoë", ""].randomElement(using: &random) ?? "",
        Self.token(seed, row),
      ]
    }
  }

  /// A comment that no other row has, all of one length.
  static func token(_ seed: UInt64, _ row: Int) -> String {
    var random = SeededGenerator(seed: seed &* 65_537 &+ UInt64(row))
    return "word-" + String(random.next() | 1 << 63, radix: 36)
  }

  func plain(delimiter: String = ",", newline: String = "\n", order: [Int] = [0, 1, 2, 3, 4, 5])
    -> String
  {
    ([Self.heading] + rows).map { row in
      order.map { row[$0] }.map { $0.contains(";") ? "\"\($0)\"" : $0 }
        .joined(separator: delimiter) + newline
    }.joined()
  }

  static func email(_ row: Int) -> String { "person\(9_000 + row)@school.example" }
  static func name(_ row: Int) -> String { "Nomen Nescio\(7_000 + row)" }
  static func time(_ row: Int) -> String {
    let minute = 10 + row % 50
    return "12/10/2026 \(10 + row / 50):\(minute)"
  }

  /// As Microsoft Forms exports them, with an id, times, an address and a name.
  func microsoft(ids: [String]? = nil) -> String {
    let heading = ["ID", "Start time", "Completion time", "Email", "Name"] + Self.heading
    let lines = rows.enumerated().map { place, row in
      [
        ids?[place] ?? "\(place + 1)", Self.time(place), Self.time(place), Self.email(place),
        Self.name(place),
      ] + row
    }
    return ([heading] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
  }
}

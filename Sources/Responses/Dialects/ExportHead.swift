import Foundation

/// The records of an export before its first response, and the columns that they describe.
struct ExportHead: Equatable {
  let dialect: Dialect
  /// How many records stand before the first response.
  let rows: Int
  let columns: [ExportColumn]
  /// The heading keys of the first line, by which the tool's own columns are known.
  let keys: [String]

  /// Reads the first records of a file as a tool writes them.
  init(_ dialect: Dialect, _ records: [[String]]) {
    self.dialect = dialect
    let first = records.first ?? []
    keys = first.map(HeadingKey.of)
    switch dialect {
    case .surveyMonkey:
      (rows, columns) = Self.twoLines(records, openings: ["response", "open ended response"])
    case .qualtrics: (rows, columns) = Self.qualtrics(records)
    case .smartSurvey: (rows, columns) = Self.smartSurvey(records)
    case .kobo:
      rows = records.dropFirst().first.map(Self.isTagged) == true ? 2 : 1
      columns = first.map { Self.grouped($0, separators: ["/", "%"]) }
    case .odk:
      rows = 1
      columns = first.map { Self.grouped($0, separators: ["-", "/"]) }
    case .limeSurvey:
      rows = 1
      columns = first.map(Self.limeSurvey)
    case .typeform, .jisc, .redcap:
      rows = 1
      columns = first.map { ExportColumn(title: $0, wordings: [$0]) }
    case .plain, .googleForms, .microsoftForms:
      rows = 1
      columns = first.map { ExportColumn(plain: $0) }
    }
  }

  /// The first column that the tool calls by one of some keys; `#` has no letters and is its own key.
  func column(ofAny wanted: [String]) -> Int? {
    for key in wanted {
      let place = key == "#" ? columns.firstIndex { $0.title == key } : keys.firstIndex(of: key)
      if let place { return place }
    }
    return nil
  }

  /// The columns under a heading as messages show it or, where there is none, under another name.
  func columns(headed heading: String) -> [Int] {
    let key = HeadingKey.of(heading)
    guard !key.isEmpty else { return columns.indices.filter { columns[$0].title == heading } }
    let titled = columns.indices.filter { HeadingKey.of(columns[$0].title) == key }
    if !titled.isEmpty { return titled }
    return columns.indices.filter { keys[$0] == key || columns[$0].names.contains(key) }
  }

  /// A line of questions, of which a blank heading goes on with the one before, over a line of rows or
  /// choices.
  private static func twoLines(
    _ records: [[String]], openings: Set<String>
  ) -> (Int, [ExportColumn]) {
    let questions = carriedOn(records.first ?? [])
    let rows = records.count > 1 ? records[1] : []
    let columns = questions.indices.map { place -> ExportColumn in
      let question = questions[place]
      let row = rows.indices.contains(place) ? rows[place].trimmingBlanks : ""
      guard !row.isEmpty, !openings.contains(HeadingKey.of(row)) else {
        return ExportColumn(title: question, wordings: [question])
      }
      return ExportColumn(title: "\(question) [\(row)]", wordings: ["\(question) \(row)", row])
    }
    return (min(2, records.count), columns)
  }

  private static func smartSurvey(_ records: [[String]]) -> (Int, [ExportColumn]) {
    var rows = 1
    // The lines below the questions leave the tool's own columns blank.
    while rows < min(3, records.count), records[rows].prefix(4).allSatisfy(\.isBlankText) {
      rows += 1
    }
    let (_, columns) = twoLines(rows > 1 ? records : Array(records.prefix(1)), openings: [])
    return (rows, columns)
  }

  /// Names, questions and, in newer exports, the ids of questions.
  private static func qualtrics(_ records: [[String]]) -> (Int, [ExportColumn]) {
    let names = records.first ?? []
    let texts = records.count > 1 ? records[1] : []
    let hasIDs = records.count > 2 && records[2].contains { $0.contains("ImportId") }
    let columns = names.indices.map { place -> ExportColumn in
      let text = texts.indices.contains(place) ? texts[place].trimmingBlanks : ""
      let plain = text.replacing(" - Selected Choice", with: "")
      let row = plain.components(separatedBy: " - ").last ?? plain
      let id = hasIDs && records[2].indices.contains(place) ? importID(records[2][place]) : nil
      return ExportColumn(
        title: text.isEmpty ? names[place] : text,
        wordings: [names[place], plain, row == plain ? "" : row] + (id.map { [$0] } ?? []))
    }
    return (min(hasIDs ? 3 : 2, records.count), columns)
  }

  /// `QID2_1` out of `{"ImportId":"QID2_1"}`.
  private static func importID(_ cell: String) -> String? {
    guard let start = cell.range(of: "ImportId")?.upperBound else { return nil }
    let id = cell[start...].drop { !$0.isLetter && !$0.isNumber && $0 != "_" }
      .prefix { $0.isLetter || $0.isNumber || "_-#".contains($0) }
    return id.isEmpty ? nil : String(id)
  }

  /// The heading and what is left of it without each group that it begins with.
  private static func grouped(_ heading: String, separators: Set<Character>) -> ExportColumn {
    var wordings = [heading]
    var rest = heading[...]
    while let cut = rest.firstIndex(where: separators.contains) {
      rest = rest[rest.index(after: cut)...]
      wordings.append(String(rest))
    }
    return ExportColumn(title: heading, wordings: wordings)
  }

  /// A code, a question, or both with a full stop between.
  private static func limeSurvey(_ heading: String) -> ExportColumn {
    guard let stop = heading.range(of: ". "), !heading[..<stop.lowerBound].contains(" ") else {
      return ExportColumn(title: heading, wordings: [heading])
    }
    return ExportColumn(
      title: heading,
      wordings: [
        heading, String(heading[..<stop.lowerBound]), String(heading[stop.upperBound...]),
      ])
  }

  private static func carriedOn(_ headings: [String]) -> [String] {
    var last = ""
    return headings.map { heading in
      if !heading.isBlankText { last = heading }
      return last
    }
  }

  /// Whether a record holds tags of the humanitarian exchange language, and blanks.
  private static func isTagged(_ record: [String]) -> Bool {
    let cells = record.map(\.trimmingBlanks).filter { !$0.isEmpty }
    return !cells.isEmpty && cells.allSatisfy { $0.hasPrefix("#") && !$0.contains(" ") }
  }
}

extension String {
  fileprivate var isBlankText: Bool { trimmingBlanks.isEmpty }
}

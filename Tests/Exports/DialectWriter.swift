import Responses

/// Writes the mini-survey as a tool exports it.
struct DialectWriter: Sendable, CustomStringConvertible {
  let name: String
  let dialect: Dialect
  var delimiter = ","
  var lineEnd = "\n"
  var quotesAll = false
  var mark = ""
  /// The records before the first response.
  let head: [[String]]
  let row: @Sendable (MiniRecord, Int) -> [String?]
  /// What the person has to say of codes that only the survey's owner knows.
  var recipe: ImportRecipe?
  /// How the tool writes a text.
  var text: @Sendable (String) -> String = { $0 }

  var description: String { name }

  /// The rows of the export: the head, then the records, those of some places in their order; each
  /// keeps the number that its place gives it.
  func table(_ records: [MiniRecord], order: [Int]? = nil) -> [[String?]] {
    head.map { $0.map(Optional.some) }
      + (order ?? Array(records.indices)).map { index in
        var record = records[index]
        record.trusted = text(record.trusted)
        record.comment = text(record.comment)
        return row(record, index + 1)
      }
  }

  func export(_ records: [MiniRecord], order: [Int]? = nil) -> String {
    mark
      + table(records, order: order).map { row in
        row.map(cell).joined(separator: delimiter) + lineEnd
      }.joined()
  }

  /// The same table as the only sheet of a workbook.
  func workbook(_ records: [MiniRecord], order: [Int]? = nil) -> [UInt8] {
    WorkbookWriter(table(records, order: order)).bytes
  }

  /// The name as that of a file.
  var fileName: String {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }

  /// A cell; `nil` stays empty even where every cell has quotation marks.
  private func cell(_ value: String?) -> String {
    guard let value else { return "" }
    let needs =
      quotesAll || value.contains(delimiter) || value.contains("\"") || value.contains("\n")
      || value.contains("\r")
    return needs ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
  }

  static let questions = (
    year: "Year group", stem: "How safe do you feel?",
    rows: ["In my classroom", "In the playground"], worried: "Where do you feel worried?",
    trusted: "Three people you trust", comment: "Anything else?"
  )

  /// A time on the 17th of November for the row of a number.
  static func clock(_ number: Int, seconds: Bool = true) -> String {
    let (hour, minute) = (8 + number / 3_600 % 12, number / 60 % 60)
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return two(hour) + ":" + two(minute) + (seconds ? ":" + two(number % 60) : "")
  }

  /// A cell for each place: what it holds where the place was chosen, and where it was not.
  static func ticks(_ record: MiniRecord, _ yes: (Int) -> String, no: String?) -> [String?] {
    (0..<3).map { record.worried.contains($0) ? yes($0) : no }
  }
}

public import Diagnostics
public import Instruments

/// Reads recipes: tables headed `kind,heading,item,choice,value,code`.
public enum RecipeFile {
  /// The headings of the table.
  public static let headings = ["kind", "heading", "item", "choice", "value", "code"]

  /// Reads a recipe for an instrument.
  ///
  /// - Parameters:
  ///   - source: The file.
  ///   - instrument: What the items and codes are of.
  ///   - sink: Where faults go, all of them in one run.
  /// - Returns: `nil` when there is a fault.
  public static func read(
    _ source: FileSource, for instrument: Instrument, reporting sink: inout DiagnosticSink
  ) -> ImportRecipe? {
    guard let (file, lines) = lines(source, reporting: &sink) else { return nil }
    return recipe(of: lines, in: file, for: instrument, reporting: &sink)
  }

  /// The instrument that a recipe says it is for; `nil` where it says none, or cannot be read.
  public static func instrument(_ source: FileSource) -> String? {
    var sink = DiagnosticSink()
    return lines(source, reporting: &sink)?.lines.first { $0.kind == "instrument" }?.heading
  }

  /// What a recipe holds, whatever instrument it is for; `nil` where it cannot be read.
  public static func outline(_ source: FileSource) -> ImportRecipe? {
    var sink = DiagnosticSink()
    guard let (_, lines) = lines(source, reporting: &sink) else { return nil }
    return recipe(of: lines)
  }

  private static func lines(
    _ source: FileSource, reporting sink: inout DiagnosticSink
  ) -> (file: CSVFile, lines: [Line])? {
    guard let file = CSVFile.open(source, ImportOptions(), reporting: &sink) else { return nil }
    let keys = file.header.map(HeadingKey.of)
    guard let kind = keys.firstIndex(of: "kind") else {
      sink.error(.notARecipe, at: file.headerLocation)
      return nil
    }
    var lines: [Line] = []
    let isWhole = file.forEachRecord(reporting: &sink) { row, record in
      guard !row.isBlank else { return true }
      func cell(_ name: String) -> String {
        guard let column = keys.firstIndex(of: name), column < row.count else { return "" }
        return row.text(column).trimmingBlanks
      }
      lines.append(
        Line(
          record: record, kind: kind < row.count ? row.text(kind).matchingKey : "",
          heading: cell("heading"), item: cell("item"), choice: cell("choice"),
          value: cell("value"), code: cell("code")))
      return true
    }
    return isWhole ? (file, lines) : nil
  }

  private struct Line {
    let record: Int
    let kind, heading, item, choice, value, code: String
  }

  private static func recipe(
    of lines: [Line], in file: CSVFile, for instrument: Instrument,
    reporting sink: inout DiagnosticSink
  ) -> ImportRecipe? {
    let places = file.lines(of: Set(lines.map(\.record)))
    let errors = sink.errorCount
    for line in lines {
      let place = Location(file: file.source.name, line: places[line.record])
      switch line.kind {
      case "instrument":
        if line.heading != instrument.id {
          sink.error(.recipeOfOther(line.heading, not: instrument.id), at: place)
        }
      case "tool":
        if Dialect(rawValue: line.heading) == nil {
          sink.error(.unknownTool(line.heading), at: place)
        }
      case "column", "proposed": check(line.item, line.choice, instrument, at: place, &sink)
      case "value":
        check(line.item, line.code, instrument, at: place, &sink)
        if line.item.isEmpty {
          let all = instrument.items
          check(line.code, of: instrument.id, all, instrument, at: place, &sink)
        }
      default: sink.error(.unknownKind(line.kind), at: place)
      }
    }
    return sink.errorCount == errors ? recipe(of: lines) : nil
  }

  private static func recipe(of lines: [Line]) -> ImportRecipe {
    func text(_ cell: String) -> String? { cell.isEmpty ? nil : cell }
    return ImportRecipe(
      instrument: lines.last { $0.kind == "instrument" }?.heading,
      dialect: lines.last { $0.kind == "tool" }.flatMap { Dialect(rawValue: $0.heading) },
      columns: lines.filter { ["column", "proposed"].contains($0.kind) }.map {
        ImportRecipe.Column(
          heading: $0.heading, item: text($0.item), choice: text($0.choice),
          isProposed: $0.kind == "proposed")
      },
      values: lines.filter { $0.kind == "value" }.map {
        ImportRecipe.Value(item: $0.item, value: $0.value, code: $0.code)
      })
  }

  private static func check(
    _ id: String, _ code: String, _ instrument: Instrument, at place: Location,
    _ sink: inout DiagnosticSink
  ) {
    guard !id.isEmpty else { return }
    guard let item = instrument.item(id) else {
      sink.error(.recipeItem(id, known: instrument.items.map(\.id)), at: place)
      return
    }
    check(code, of: id, [item], instrument, at: place, &sink)
  }

  /// A value has a code that one of some items or a missing answer has, or none.
  private static func check(
    _ code: String, of name: String, _ items: [Item], _ instrument: Instrument,
    at place: Location, _ sink: inout DiagnosticSink
  ) {
    let known =
      items.flatMap { $0.format.points.map(\.code) } + instrument.missing.map(\.point.code)
    if !code.isEmpty, !known.contains(code) {
      sink.error(.recipeCode(code, of: name, known: known), at: place)
    }
  }
}

extension Diagnostic.Message {
  static let notARecipe = Self(
    id: "not-a-recipe",
    "this is no recipe: a recipe is headed \(RecipeFile.headings.joined(separator: ",")); make one "
      + "with --save-map")

  static func unknownTool(_ name: String) -> Self {
    Self(
      id: "unknown-tool",
      "'\(name.clipped)' is no tool; "
        + NearestName.remedy(
          for: name, among: Dialect.allCases.map(\.rawValue), lead: "the tools are"))
  }

  static func unknownKind(_ kind: String) -> Self {
    Self(
      id: "unknown-kind",
      "'\(kind.clipped)' is no kind of line; write instrument, tool, column, proposed or value")
  }

  static func recipeOfOther(_ id: String, not asked: String) -> Self {
    Self(
      id: "recipe-of-other",
      "this recipe is for the instrument '\(id.clipped)', not for '\(asked)'; choose the other "
        + "recipe or the other instrument")
  }

  static func recipeItem(_ id: String, known: [String]) -> Self {
    Self(
      id: "recipe-item",
      "the instrument has no item '\(id.clipped)'; "
        + NearestName.remedy(for: id, among: known, lead: "its items are"))
  }

  static func recipeCode(_ code: String, of item: String, known: [String]) -> Self {
    Self(
      id: "recipe-code",
      "'\(code.clipped)' is no code of '\(item)'; "
        + NearestName.remedy(for: code, among: known, lead: "its codes are"))
  }
}

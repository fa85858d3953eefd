/// What the number format of each cell style of a workbook means.
final class NumberStyles: XMLTaker {
  /// The most formats and styles that are looked at, Excel's own limit.
  private static let limit = 65_490

  private var codes: [Int: NumberStyle] = [:]
  private var styles: [NumberStyle] = []
  private var isInCellFormats = false

  /// The style of a cell by the number it bears; plain where there is none.
  func style(_ index: Int) -> NumberStyle {
    styles.indices.contains(index) ? styles[index] : .plain
  }

  func begin(_ element: String, _ attributes: [String: String]) throws {
    switch element {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }), codes.count < Self.limit else {
        return
      }
      codes[id] = NumberStyle(code: String((attributes["formatCode"] ?? "").prefix(256)))
    case "cellXfs": isInCellFormats = true
    case "xf" where isInCellFormats && styles.count < Self.limit:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      styles.append(codes[id] ?? NumberStyle(builtIn: id))
    default: break
    }
  }

  func take(_ text: String) throws {}

  func end(_ element: String) throws {
    if element == "cellXfs" { isInCellFormats = false }
  }
}

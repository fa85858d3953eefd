import Responses

/// Writes workbooks for tests, part by part.
struct WorkbookWriter {
  /// A sheet: its name, the XML between `<sheetData>` and its end, and how it is shown.
  struct Sheet {
    var name = "Sheet1"
    var rows = ""
    var state = ""
  }

  var sheets: [Sheet]
  /// The XML of each shared string, inside `<si>`.
  var strings: [String] = []
  /// The number format of each style: a built-in one or a code.
  var formats: [String] = ["0"]
  var is1904 = false
  /// What the names of elements begin with, such as `x:`.
  var prefix = ""
  /// Put before the root of the sheets.
  var prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  /// Parts that take the place of others, or are added; `nil` leaves a part out.
  var parts: [String: String?] = [:]

  init(_ rows: String, strings: [String] = [], formats: [String] = ["0"], is1904: Bool = false) {
    sheets = [Sheet(rows: rows)]
    (self.strings, self.formats, self.is1904) = (strings, formats, is1904)
  }

  init(sheets: [Sheet]) { self.sheets = sheets }

  /// A sheet of inline texts, `nil` for a cell that is not there.
  init(_ table: [[String?]]) { self.init(Self.rows(table)) }

  static func rows(_ table: [[String?]]) -> String {
    table.enumerated().map { row, cells in
      let written = cells.enumerated().map { column, text in
        text.map { text in
          "<c r=\"\(letters(of: column))\(row + 1)\" t=\"inlineStr\"><is><t>"
            + escaped(text) + "</t></is></c>"
        } ?? ""
      }
      return "<row r=\"\(row + 1)\">\(written.joined())</row>"
    }.joined()
  }

  /// The letters of a column, counted from 0.
  private static func letters(of column: Int) -> String {
    let own = String(Unicode.Scalar(UInt8(65 + column % 26)))
    return column < 26 ? own : letters(of: column / 26 - 1) + own
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  var files: [(String, String)] {
    var files: [(String, String)] = [
      ("[Content_Types].xml", "<Types/>"),
      ("_rels/.rels", relationships([("rId1", "officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", workbook),
      (
        "xl/_rels/workbook.xml.rels",
        relationships(
          sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
            + [("rId98", "styles", "styles.xml"), ("rId99", "sharedStrings", "/xl/strings.xml")])
      ),
      ("xl/styles.xml", styles),
      (
        "xl/strings.xml",
        "<sst>" + strings.map { "<si>\($0)</si>" }.joined() + "</sst>"
      ),
    ]
    for (index, sheet) in sheets.enumerated() {
      files.append(
        (
          "xl/worksheets/sheet\(index + 1).xml",
          prolog + "<\(prefix)worksheet><\(prefix)sheetData>" + sheet.rows
            + "</\(prefix)sheetData></\(prefix)worksheet>"
        ))
    }
    for (name, part) in parts.sorted(by: { $0.key < $1.key }) {
      files.removeAll { $0.0 == name }
      if let part { files.append((name, part)) }
    }
    return files
  }

  var bytes: [UInt8] { ZipWriter.archive(files) }

  var source: FileSource { FileSource(name: "a.xlsx", bytes: bytes) }

  private var workbook: String {
    let list = sheets.enumerated().map { index, sheet in
      let state = sheet.state.isEmpty ? "" : " state=\"\(sheet.state)\""
      let name = Self.escaped(sheet.name)
      return "<sheet name=\"\(name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
    }
    return "<workbook xmlns:r=\"r\"><workbookPr\(is1904 ? " date1904=\"1\"" : "")/><sheets>"
      + list.joined() + "</sheets></workbook>"
  }

  private var styles: String {
    let codes = formats.enumerated().filter { Self.builtIn($0.element) == nil }.map { index, code in
      let written = Self.escaped(code).replacing("\"", with: "&quot;")
      return "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(written)\"/>"
    }
    let styles = formats.enumerated().map { index, code in
      "<xf numFmtId=\"\(Self.builtIn(code) ?? 200 + index)\"/>"
    }
    return "<styleSheet><numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/>"
      + "</cellStyleXfs><cellXfs>\(styles.joined())</cellXfs></styleSheet>"
  }

  /// The number of a built-in format; `nil` for a code.
  private static func builtIn(_ format: String) -> Int? {
    Int(format).flatMap { "\($0)" == format ? $0 : nil }
  }

  private func relationships(_ list: [(String, String, String)]) -> String {
    let written = list.map { id, kind, target in
      "<Relationship Id=\"\(id)\" Type=\"http://x/relationships/\(kind)\" Target=\"\(target)\"/>"
    }
    return "<Relationships>" + written.joined() + "</Relationships>"
  }
}

import Foundation
import Testing

@testable import Responses
@testable import exports

/// Damaged and hostile workbooks get a sentence, and never more memory or time than they are worth.
struct HostileWorkbookTests {
  private static let table: [[String?]] = [["a", "b"], ["1", "2"], ["3", "4"]]

  private func faults(_ bytes: [UInt8], limit: Int = CSVFile.defaultSizeLimit) -> [String] {
    let file = OpenedFile(
      FileSource(name: "a.xlsx", bytes: bytes), options { $0.sizeLimit = limit })
    #expect(!file.messages.contains { !$0.contains(";") }, "no remedy: \(file.messages)")
    return file.faults
  }

  private func faults(
    _ table: [[String?]] = table, _ change: (inout WorkbookWriter) -> Void
  ) -> [String] {
    var workbook = WorkbookWriter(table)
    change(&workbook)
    return faults(workbook.bytes)
  }

  @Test func `a workbook cut off anywhere is refused`() throws {
    let stored = WorkbookWriter(Self.table).bytes
    let packed = try ZipWriter.packed(WorkbookWriter(Self.table).files.map { ($0, Array($1.utf8)) })
    #expect(faults(stored).isEmpty && faults(packed).isEmpty)
    for bytes in [stored, packed] {
      for length in stride(from: 4, to: bytes.count, by: 16) {
        #expect(faults(Array(bytes[..<length])) == ["a.xlsx archive-damaged"])
      }
    }
  }

  @Test func `a byte changed anywhere never gives another table`() throws {
    let files = WorkbookWriter(Self.table).files.map { ($0, Array($1.utf8)) }
    let packed = try ZipWriter.packed(files)
    let truth = OpenedFile(packed)
    var random = SystemRandomNumberGenerator()
    for place in packed.indices {
      var bytes = packed
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let file = OpenedFile(bytes)
      #expect(
        !file.faults.isEmpty || (file.header == truth.header && file.rows == truth.rows),
        "byte \(place)")
    }
  }

  @Test func `an archive that inflates without end is refused early`() throws {
    let blanks = [UInt8](repeating: 0x20, count: 1 << 26)
    let head = Array("<worksheet><sheetData>".utf8)
    var workbook = WorkbookWriter(Self.table)
    workbook.parts["xl/worksheets/sheet1.xml"] = .some(nil)
    let files = workbook.files.map { ($0, Array($1.utf8)) }
    let bomb = try ZipWriter.packed(files + [("xl/worksheets/sheet1.xml", head + blanks)])
    #expect(bomb.count < 1 << 17)
    #expect(faults(bomb) == ["a.xlsx (Sheet1) archive-too-large"])
    #expect(faults(try ZipWriter.packed([("b.csv", blanks)])) == ["a.xlsx archive-too-large"])
    let large = try ZipWriter.packed([("b.csv", Array("a\n".utf8) + blanks[..<(1 << 21)])])
    #expect(faults(large, limit: 1 << 20) == ["a.xlsx archive-too-large"])
  }

  @Test func `headers that lie about sizes and counts are not believed`() throws {
    let csv = Array("a\n1\n".utf8)
    for size in [1, 3, 5, 1 << 30] {
      let lie = ZipWriter.archive([.init(name: "b.csv", bytes: csv, claimedSize: size)])
      #expect(faults(lie) == ["a.xlsx archive-damaged"], "\(size)")
    }
    var many = ZipWriter.archive([.init(name: "b.csv", bytes: csv)])
    let end = many.count - 22
    many.replaceSubrange(end + 8..<end + 12, with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(faults(many) == ["a.xlsx archive-too-large"])
    let wide =
      ZipWriter.number(0x0606_4B50, 4) + ZipWriter.number(44, 8) + ZipWriter.number(45, 2)
      + ZipWriter.number(45, 2) + ZipWriter.number(0, 8) + ZipWriter.number(1 << 40, 8)
      + ZipWriter.number(1 << 40, 8) + ZipWriter.number(0, 16)
    #expect(
      faults(Array(many[..<end]) + wide + Array(many[end...])) == ["a.xlsx archive-too-large"])
  }

  @Test func `what other programs may write is read`() {
    let csv = Array("a,b\n1,2\n".utf8)
    for entry in [
      ZipWriter.Entry(name: "b.csv", bytes: csv, hasDescriptor: true),
      .init(name: "b.csv", bytes: csv, isZip64: true), .init(name: "/x\\b.csv", bytes: csv),
      .init(name: "../../etc/b.csv", bytes: csv),
    ] {
      let file = OpenedFile(ZipWriter.archive([entry]))
      #expect(file.rows == [["1", "2"]], "\(entry.name): \(file.messages)")
    }
  }

  @Test func `entries that cannot be read are refused by their reason`() {
    let csv = Array("a\n1\n".utf8)
    let locked = ZipWriter.archive([.init(name: "b.csv", bytes: csv, flags: 1)])
    #expect(faults(locked) == ["a.xlsx archive-encrypted"])
    let strange = ZipWriter.archive([.init(name: "b.csv", bytes: csv, method: 98)])
    #expect(faults(strange) == ["a.xlsx archive-unknown-packing"])
    let sheet = ("XL/worksheets/SHEET1.xml", "<worksheet/>")
    let twice = ZipWriter.archive(WorkbookWriter(Self.table).files + [sheet])
    #expect(faults(twice) == ["a.xlsx (Sheet1) archive-damaged"])
  }

  @Test func `other kinds of workbooks are refused by name`() {
    let mark = Array("EncryptedPackage".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 65_520)
    #expect(faults(compound) == ["a.xlsx workbook-other-kind"])
    #expect(faults(compound + mark) == ["a.xlsx workbook-encrypted"])
    let binary = faults {
      $0.parts["_rels/.rels"] =
        "<Relationships><Relationship Id=\"r\" Type=\"/officeDocument\" Target=\"xl/workbook.bin\"/>"
        + "</Relationships>"
    }
    #expect(binary == ["a.xlsx workbook-other-kind"])
    #expect(
      faults(ZipWriter.archive([("mimetype", "x"), ("content.xml", "<a/>")]))
        == ["a.xlsx workbook-other-kind"])
    #expect(
      faults { $0.parts["xl/workbook.xml"] = "<document/>" } == ["a.xlsx workbook-other-kind"])
  }

  @Test(
    arguments: [
      "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
      "xl/strings.xml", "xl/styles.xml",
    ])
  func `a part that is named and missing, broken or strange is refused`(_ part: String) {
    let places = ["a.xlsx workbook-damaged", "a.xlsx (Sheet1) workbook-damaged"]
    let texts: [String?] = [
      nil, "", "<a", "<a><b></a>", "no XML", "<a>&thing;</a>", "<a/><a/>", "<a><b/>", "<a/>x",
      "\u{0}",
      "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><a>&b;</a>",
      "<?xml version=\"1.0\"?>\n<!-- x --> <!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>",
      "<?xml version=\"1.0\" encoding='utf-7'?><a/>",
      "<a>\u{1}</a>",
    ]
    for text in texts {
      let found = faults { $0.parts[part] = .some(text) }
      #expect(found.count == 1 && places.contains(found[0]), "\(text ?? "missing"): \(found)")
    }
  }

  /// The toolchain's parser ends the program where the name of an element is not UTF-8.
  @Test(arguments: ["<row r", "row r", " r=\"1\"", "1\"><c", "<t>", "</sheetData>", "</worksheet>"])
  func `a sheet with a byte that is not UTF-8 is refused wherever it stands`(_ mark: String) {
    for byte: UInt8 in [0xFF, 0x80, 0xC3, 0] {
      let entries = WorkbookWriter(Self.table).files.map { name, text in
        var bytes = Array(text.utf8)
        if name.hasSuffix("sheet1.xml"), let range = text.range(of: mark) {
          bytes.insert(byte, at: text[..<range.lowerBound].utf8.count + 1)
        }
        return ZipWriter.Entry(name: name, bytes: bytes)
      }
      #expect(faults(ZipWriter.archive(entries)) == ["a.xlsx (Sheet1) workbook-damaged"])
    }
  }

  @Test(
    arguments: [
      "<row r=\"0\"/>", "<row r=\"-1\"/>", "<row r=\"x\"/>", "<row r=\"1048577\"/>",
      "<row r=\"99999999999999999999\"/>", "<row r=\"2\"/><row r=\"2\"/>",
      "<row r=\"3\"/><row r=\"2\"/>", "<row r=\"1\"><row r=\"2\"/></row>",
      "<c r=\"A1\"><v>1</v></c>", "<row r=\"1\"><c r=\"A2\"/></row>",
      "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
      "<row r=\"1\"><c r=\"A1\"/><c r=\"A1\"/></row>",
      "<row r=\"1\"><c r=\"XFE1\"/></row>", "<row r=\"1\"><c r=\"1A\"/></row>",
      "<row r=\"1\"><c r=\"\"/></row>", "<row r=\"1\"><c><c/></c></row>",
      "<row r=\"1\"><c t=\"s\"><v>0</v></c></row>", "<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>",
      "<row r=\"1\"><c t=\"s\"><v>x</v></c></row>", "<row r=\"1\"><c><v>x</v></c></row>",
      "<row r=\"1\"><c><v>1</v><v>e</v></c></row>",
    ])
  func `a place or a value that no sheet has is refused`(_ rows: String) {
    let found = faults(WorkbookWriter(rows).bytes)
    #expect(found.count == 1 && found[0].hasPrefix("a.xlsx (Sheet1):"), "\(found)")
    #expect(found[0].hasSuffix("workbook-damaged"))
  }

  @Test func `a cell far away costs nothing unless it holds something`() {
    let far =
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"/></row>"
    #expect(OpenedFile(WorkbookWriter(far).source).header == ["1"])
    let wide = "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>"
    #expect(faults(WorkbookWriter(wide).bytes) == ["a.xlsx (Sheet1):1 too-many-columns"])
    let low = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c><v>2</v></c></row>"
    #expect(OpenedFile(WorkbookWriter(low).source).rows == [["2"]])
  }

  @Test func `a cell longer than any answer is refused at its place`() {
    let long = String(repeating: "x", count: CSVReader.fieldLimit)
    #expect(faults(WorkbookWriter([["a"], [long]]).bytes).isEmpty)
    #expect(
      faults(WorkbookWriter([["a"], [long + "x"]]).bytes) == ["a.xlsx (Sheet1):2 field-too-long"])
    let escapes = String(repeating: "_x000D__x000A_", count: 100_000)
    #expect(
      faults(WorkbookWriter([["a"], [escapes]]).bytes) == ["a.xlsx (Sheet1):2 field-too-long"])
    let number = "<row r=\"1\"><c><v>\(String(repeating: "9", count: 70_000))</v></c></row>"
    #expect(faults(WorkbookWriter(number).bytes) == ["a.xlsx (Sheet1):1 field-too-long"])
  }

  @Test func `a sheet of more text than is held in memory is refused`() {
    let row = "<row>" + String(repeating: "<c><v>123456789</v></c>", count: 900) + "</row>"
    let rows = String(repeating: row, count: 40)
    let found = faults(WorkbookWriter(rows).bytes, limit: 1 << 18)
    #expect(found == ["a.xlsx archive-too-large"] || found == ["a.xlsx file-too-large"], "\(found)")
  }
}

import Testing

@testable import Responses

/// Files that are no CSV files are refused by name, not by their content.
struct FileKindTests {
  @Test(
    arguments: [
      ([0x50, 0x4B, 0x05, 0x06], "empty zip"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D], "PNG picture"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG picture"),
      (Array("GIF89a".utf8), "GIF picture"),
      (Array("%PDF-1.7".utf8), "PDF"),
      ([0x1F, 0x8B, 0x08], "compressed"),
      (Array("SQLite format 3\0".utf8), "database"),
      (Array("\n <!DOCTYPE html><p>".utf8), "web page"),
      ([0xEF, 0xBB, 0xBF] + Array("<HTML><table>".utf8), "web page"),
      (Array("<?xml version=\"1.0\"?>".utf8), "web page"),
    ] as [([UInt8], String)])
  func `a file of another kind is refused by its first bytes`(
    _ bytes: [UInt8], _ words: String
  ) throws {
    let file = OpenedFile(bytes)
    #expect(file.faults == ["a.csv file-not-csv"])
    #expect(try #require(file.messages.first).contains(words))
  }

  @Test(arguments: ["", "\u{FEFF}", "\n\r\n\n", "sep=;\n"])
  func `a file with nothing in it is refused`(_ text: String) {
    #expect(OpenedFile(text).faults == ["a.csv file-empty"])
  }

  @Test func `a heading line alone is a table without records`() {
    let file = OpenedFile("a,b")
    #expect(file.header == ["a", "b"] && file.rows.isEmpty && file.faults.isEmpty)
  }

  @Test func `a missing file and a folder are told apart`() {
    let missing = OpenedFile(FileSource(path: "no-such-folder/no-such-file.csv"))
    let folder = OpenedFile(FileSource(path: projectPath))
    #expect(missing.faults == ["no-such-folder/no-such-file.csv file-missing"])
    #expect(folder.faults == ["\(projectPath) file-is-folder"])
  }
}

import Testing

@testable import Responses

struct EncodingTests {
  @Test func `a byte-order mark belongs to no heading`() {
    let file = OpenedFile([0xEF, 0xBB, 0xBF] + Array("a,b\n1,é\n".utf8))
    #expect(file.header == ["a", "b"] && file.rows == [["1", "é"]] && file.faults.isEmpty)
  }

  /// Sequences that are not UTF-8 (Unicode 15, table 3-7), and the column of the first byte.
  @Test(
    arguments: [
      ([0x80], 3), ([0xC0, 0x80], 3), ([0xC3], 3), ([0xE0, 0x9F, 0xBF], 3),
      ([0xED, 0xA0, 0x80], 3),
      ([0xF0, 0x8F, 0xBF, 0xBF], 3), ([0xF4, 0x90, 0x80, 0x80], 3), ([0xF5], 3), ([0xFF], 3),
      ([0xC3, 0xA9, 0x9C], 4), ([0xF0, 0x9F, 0x98, 0x80, 0xE9], 4), ([0x63, 0x61, 0x66, 0xE9], 6),
    ] as [([UInt8], Int)])
  func `bytes that are not UTF-8 are refused where they begin`(_ bytes: [UInt8], _ column: Int) {
    let start = Array("a,b\r\n1,\"two\nlines\"\r\n2,".utf8)
    let file = OpenedFile(start + bytes + Array(",\n".utf8))
    #expect(file.faults == ["a.csv:4:\(column) not-utf8"])
    #expect(file.rows == [["1", "two\nlines"]])
  }

  @Test func `a file that ends inside a character is refused`() {
    #expect(OpenedFile(Array("a\nx\n".utf8) + [0xC3]).faults == ["a.csv:3:1 not-utf8"])
  }

  @Test func `a NUL is refused where it stands`() {
    #expect(OpenedFile("a,b\n1,x\0y\n").faults == ["a.csv:2:4 file-not-text"])
    #expect(OpenedFile("a,b\n\"1\0\",2\n").faults == ["a.csv:2:3 file-not-text"])
  }

  @Test(arguments: [true, false])
  func `UTF-16 with its mark is read`(_ bigEndian: Bool) {
    let text = "a;b\r\n1;Zoë 😀\r\n"
    let file = OpenedFile(utf16("\u{FEFF}" + text, bigEndian: bigEndian))
    #expect(file.header == ["a", "b"] && file.rows == [["1", "Zoë 😀"]] && file.faults.isEmpty)
  }

  @Test(arguments: [true, false])
  func `UTF-16 that breaks off or has half a character is refused`(_ bigEndian: Bool) {
    let sound = utf16("\u{FEFF}a,b\n1,2\n", bigEndian: bigEndian)
    let surrogate: [UInt8] = bigEndian ? [0xD8, 0x3D] : [0x3D, 0xD8]
    #expect(OpenedFile(sound + [0x61]).faults == ["a.csv not-utf16"])
    #expect(OpenedFile(sound + surrogate).faults == ["a.csv not-utf16"])
  }

  @Test func `UTF-16 without its mark is said to be no text`() {
    let bytes = Array(utf16("\u{FEFF}a,b\n1,2\n", bigEndian: false).dropFirst(2))
    #expect(OpenedFile(bytes).faults == ["a.csv:1:2 file-not-text"])
  }

  @Test func `Windows-1252 is read only when the person says so`() {
    let bytes = Array("a,b\n1,caf".utf8) + [0xE9, 0x20, 0x93, 0x80, 0x94, 0x0A]
    #expect(OpenedFile(bytes).faults == ["a.csv:2:6 not-utf8"])
    let file = OpenedFile(bytes, options { $0.encoding = .windows1252 })
    #expect(file.rows == [["1", "café “€”"]] && file.faults.isEmpty)
  }

  @Test func `bytes that Windows-1252 does not have are refused`() {
    let file = OpenedFile([0x61, 0x0A, 0x81], options { $0.encoding = .windows1252 })
    #expect(file.faults == ["a.csv not-windows-1252"])
  }

  @Test func `a mark of UTF-8 wins over --encoding windows-1252`() {
    let file = OpenedFile("\u{FEFF}a,b\n1,é\n", options { $0.encoding = .windows1252 })
    #expect(file.rows == [["1", "é"]])
  }

  private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? bytes : bytes.reversed()
    }
  }
}

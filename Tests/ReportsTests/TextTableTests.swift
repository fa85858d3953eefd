import Testing

@testable import Reports

struct TextTableTests {
  private let plain = TextStyle(colour: false)

  @Test func `columns are aligned, and blanks at the end of a line cut`() {
    var table = TextTable([("Name", .left), ("n", .right), ("", .left)])
    table.add(["Oak", "7", ""])
    table.add(["Elm tree", "112", "x"])
    #expect(table.lines(style: plain) == ["Name        n", "Oak         7", "Elm tree  112  x"])
  }

  @Test func `the first column goes on in further lines where the others leave it no room`() {
    var table = TextTable([("Item", .left), ("n", .right)])
    table.add(["  one two three four", "12"])
    table.add(["five", "3"])
    #expect(
      table.lines(style: plain, width: 16) == [
        "Item           n", "  one two     12", "    three", "    four", "five           3",
      ])
  }

  @Test func `a wrapped last column gives way before the first one, and not beyond its least`() {
    var table = TextTable([("Item", .left), ("Evidence", .wrapped(least: 24))])
    table.add(["one two three", String(repeating: "abc ", count: 12)])
    let wide = table.lines(style: plain, width: 45)
    #expect(wide[1].hasPrefix("one two three  abc abc"))
    #expect(wide[2].hasPrefix(String(repeating: " ", count: 15) + "abc"))
    let narrow = table.lines(style: plain, width: 35)
    #expect(narrow[1].hasPrefix("one two    abc abc"))
    #expect(narrow[2].hasPrefix("  three    abc"))
    #expect((wide + narrow).allSatisfy { $0.count <= 45 })
  }

  @Test func `only a word that is longer than its column is cut`() {
    var table = TextTable([("Item", .left), ("n", .right)])
    table.add(["a " + String(repeating: "long", count: 30), "12"])
    let lines = table.lines(style: plain, width: 40)
    #expect(lines.allSatisfy { $0.count <= 40 })
    #expect(lines[1].hasPrefix("a  ") && lines[2].contains("…"))
  }

  @Test func `labels out of a file cannot act on a terminal, wherever they stand`() {
    let label = "5\u{1B}[31m\u{202E}B\r"
    var table = TextTable([(label, .left), ("n", .right)])
    table.add([label, "1"])
    let lines =
      table.lines(style: plain) + Wording.wrapped("Class \(label): all answered.")
      + [plain.heading(label), plain.warning(label)]
    for line in lines {
      #expect(line.contains("5\u{FFFD}[31m\u{FFFD}B\u{FFFD}"))
      #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
    #expect(TextStyle(colour: true).heading(label).unicodeScalars.count { $0 == "\u{1B}" } == 2)
  }

  @Test func `colour wraps the heading and leaves the words`() {
    let table = TextTable([("Name", .left)])
    #expect(table.lines(style: TextStyle(colour: true)) == ["\u{1B}[1mName\u{1B}[0m"])
  }
}

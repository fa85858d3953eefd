import Testing

@testable import Responses

struct ByteTableTests {
  @Test func `equal strings have one number, in the order of their first appearance`() {
    var table = ByteTable()
    let words = (0..<5_000).map { "w\($0 * 7_919 % 1_009)" } + ["", "é", "e\u{301}", ""]
    var expected: [String] = []
    var numbers: [[UInt8]: Int] = [:]
    for word in words {
      let bytes = Array(word.utf8)
      let known = numbers[bytes]
      let entry = bytes.withUnsafeBufferPointer { table.intern($0) }
      #expect(entry.isNew == (known == nil))
      #expect(entry.index == known ?? expected.count)
      if known == nil {
        numbers[bytes] = expected.count
        expected.append(word)
      }
    }
    #expect(table.texts == expected && table.count == expected.count)
    #expect(Array("w1".utf8).withUnsafeBufferPointer { table.index(of: $0) } != nil)
    #expect(Array("w-1".utf8).withUnsafeBufferPointer { table.index(of: $0) } == nil)
  }
}

struct TextColumnTests {
  private func column(_ texts: [String]) -> TextColumn {
    var column = TextColumn()
    for text in texts { column.append(text) }
    return column
  }

  @Test func `texts are sorted by their bytes, and sorted ones are left alone`() {
    let mixed = column(["b", "", "a", "ab", "Ä", "a", "B"])
    let order = mixed.sortedOrder()
    let sorted = order.map { mixed.reordered($0) }
    #expect((0..<7).map { sorted?[$0] } == ["", "B", "a", "a", "ab", "b", "Ä"])
    #expect(sorted?.sortedOrder() == nil && column([]).sortedOrder() == nil)
  }

  @Test func `rows can be left out`() {
    let kept = column(["a", "", "ccc", "dd"]).removing(rows: [0, 2])
    #expect((0..<kept.count).map { kept[$0] } == ["", "dd"])
    #expect(kept == column(["", "dd"]))
  }

  @Test func `labels that differ in blanks are one, and a label of blanks is none`() {
    let column = LabelColumn(labels: ["x", " y", "x ", "\t"], cells: [1, 3, 2, -1, 0])
    #expect(column.trimmed() == LabelColumn(labels: ["y", "x"], cells: [0, -1, 1, -1, 1]))
  }

  @Test func `labels that differ in case and spacing are one, spelt as most rows spell it`() {
    let labels = ["5b", "5 B", "5B", "oak", "Oak"]
    let column = LabelColumn(labels: labels, cells: [0, 2, 1, 2, 3, 4])
    #expect(column.trimmed() == LabelColumn(labels: ["5B", "Oak"], cells: [0, 0, 0, 0, 1, 1]))
  }
}

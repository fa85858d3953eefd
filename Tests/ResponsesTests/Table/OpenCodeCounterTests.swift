import Testing

@testable import Responses

struct OpenCodeCounterTests {
  /// Every code in every place of a word, and more words than one sum holds.
  @Test(arguments: [0, 1, 7, 8, 9, 255, 4_096, 20_011])
  func `codes that are no answers are counted as they are one by one`(count: Int) {
    for first in 0..<256 {
      let codes = (0..<count).map { UInt8(truncatingIfNeeded: first + $0 * 31) }
      var counter = OpenCodeCounter()
      codes.withUnsafeBytes { counter.count($0) }
      #expect(counter.blank == codes.count { $0 == CellCode.blank })
      #expect(counter.unreadable == codes.count { $0 == CellCode.unreadable })
      #expect(
        counter.declared
          == codes.count { (CellCode.firstDeclared..<CellCode.unreadable).contains($0) })
    }
  }

  @Test func `a column of one code only is counted whole`() {
    for code in [CellCode.blank, CellCode.unreadable, CellCode.firstDeclared, 0, 239] {
      let codes = [UInt8](repeating: code, count: 10_000)
      var counter = OpenCodeCounter()
      codes.withUnsafeBytes { counter.count($0) }
      #expect(counter.blank == (code == CellCode.blank ? 10_000 : 0))
      #expect(counter.unreadable == (code == CellCode.unreadable ? 10_000 : 0))
      #expect(counter.declared == (code == CellCode.firstDeclared ? 10_000 : 0))
    }
  }
}

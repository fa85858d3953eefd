import Statistics
import Testing

@testable import Reports

struct WordingTests {
  @Test(arguments: [
    (12.4, 0, "12"), (12.5, 0, "13"), (-0.4, 0, "0"), (-12.6, 0, "−13"), (1.995, 2, "2.00"),
    (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-1.25, 2, "−1.25"), (3.07, 2, "3.07"),
    (99.96, 1, "100.0"),
  ])
  func `figures are rounded for a reader, without a minus zero`(
    value: Double, decimals: Int, expected: String
  ) {
    #expect(Wording.figure(value, decimals: decimals) == expected)
  }

  @Test func `a figure that does not exist is a dash`() {
    #expect(Wording.figure(nil) == "–")
    #expect(Wording.percent(nil) == "–")
    #expect(Wording.span(nil, within: 0...100) == "–")
  }

  @Test func `a range is shown within the ends of its scale`() {
    let interval = Interval(low: -38, high: 146, method: "t")
    #expect(Wording.span(interval, within: 0...100) == "0–100")
  }

  @Test(arguments: [
    (7, "7"), (1_234, "1234"), (12_345, "12\u{202F}345"), (1_000_000, "1\u{202F}000\u{202F}000"),
  ])
  func `long counts are grouped`(count: Int, expected: String) {
    #expect(Wording.grouped(count) == expected)
  }

  @Test func `text is broken before the width, and its indent kept`() {
    let lines = Wording.wrapped("  one two three four", width: 9, indent: "    ")
    #expect(lines == ["  one two", "    three", "    four"])
  }

  @Test func `a sign of per cent is not parted from its number`() {
    #expect(Wording.wrapped("two in 0 %. x", width: 8) == ["two in", "0 %. x"])
    #expect(Wording.wrapped("% a", width: 2) == ["%", "a"])
  }

  @Test func `a word longer than the width stands alone`() {
    #expect(Wording.wrapped("a incomprehensible b", width: 5) == ["a", "incomprehensible", "b"])
  }

  @Test func `a headline that does not fit stands on two lines`() {
    #expect(Wording.headline("left", "right", width: 12) == "left   right")
    #expect(Wording.headline("left", "right", width: 10) == "left\nright")
  }
}

import Statistics
import Testing

struct AnswerPatternTests {
  @Test(arguments: ["bfi", "attitude", "generated"])
  func `runs and variability agree with rle and sd in R`(_ name: String) throws {
    let rows = try #require(try RecordedData.read().surveys[name])
    let recorded = try #require(try RecordedFigures.read().surveys[name])
    for (row, codes) in rows.enumerated() {
      let pattern = AnswerPattern(codes)
      #expect(pattern.longestRun == recorded.longestRun[row])
      #expect(isClose(pattern.variability, recorded.variability[row]))
    }
  }

  @Test func `a blank ends a run and counts nothing`() {
    #expect(AnswerPattern([3, 3, nil, 3, 3, 3, 2]).longestRun == 3)
    #expect(AnswerPattern([3, nil, 3, nil, 3]).longestRun == 1)
    #expect(AnswerPattern([nil, nil]).longestRun == 0 && AnswerPattern([]).longestRun == 0)
  }

  @Test func `straight is one code over at least ten answers`() {
    let ten = Array(repeating: Int?(4), count: 10)
    #expect(AnswerPattern(ten).isStraight() && AnswerPattern(ten + [nil]).isStraight())
    #expect(!AnswerPattern(ten.dropLast()).isStraight() && !AnswerPattern(ten + [5]).isStraight())
    #expect(AnswerPattern(ten.prefix(3)).isStraight(fewestAnswers: 3))
    #expect(!AnswerPattern([nil, nil]).isStraight(fewestAnswers: 0))
    #expect(AnswerPattern(ten).variability == 0)
  }

  @Test func `one answer has no variability, and its shift changes nothing`() {
    #expect(AnswerPattern([4]).variability == nil && AnswerPattern([nil, nil]).variability == nil)
    #expect(AnswerPattern([1, 2, 5]).variability == AnswerPattern([-9, -8, -5]).variability)
  }
}

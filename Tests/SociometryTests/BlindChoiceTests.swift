import Testing

@testable import Sociometry

struct BlindChoiceTests {
  /// Names given by all members, and which of them are looked at.
  static let groups: [(names: [Int], looked: Range<Int>)] = [
    ([0], 0..<1), ([1, 1], 0..<2), ([2, 1, 0], 1..<3), ([3, 2, 1, 0, 3], 0..<3),
    ((0..<30).map { $0 % 4 }, 0..<30), ((0..<30).map { $0 % 4 }, 5..<17),
    ((0..<60).map { $0 % 7 == 0 ? 0 : 3 }, 0..<60), ((0..<90).map { $0 % 4 }, 30..<60),
    ([Int](repeating: 0, count: 9), 0..<9), ([Int](repeating: 8, count: 9), 0..<9),
  ]

  @Test(arguments: groups) func `the two exact methods agree`(names: [Int], looked: Range<Int>) {
    let choice = BlindChoice(whole: NameCounts(names), part: NameCounts(names[looked]))
    let walked = choice.byOccupancy()
    #expect(isNear(walked.reduce(0, +), 1, 1e-12))
    guard let summed = choice.byMoments() else { return }
    for count in walked.indices {
      #expect(isNear(count < summed.count ? summed[count] : 0, walked[count], 1e-8))
    }
  }

  @Test func `the alternating sum gives up where rounding would spoil it`() {
    let large = NameCounts([Int](repeating: 3, count: 240))
    #expect(BlindChoice(whole: large, part: large).byMoments() == nil)
    let year = NameCounts([Int](repeating: 3, count: 180))
    #expect(BlindChoice(whole: year, part: year).byMoments() != nil)
  }
}

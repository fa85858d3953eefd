import Testing

@testable import Analysis

/// Which sizes of groups an audit tells.
struct GroupSizesTests {
  @Test(
    arguments: [
      // Nothing is small: all stay.
      ([30, 30, 12], [30, 30, 12]),
      // With a small one the smallest of the others goes.
      ([14, 3, 20, 6], [14, nil, 20, nil]),
      // Two that are too few together take a third.
      ([14, 1, 2, 20], [nil, nil, nil, 20]),
      // Nobody belongs to one, or nobody said how many do.
      ([14, 0, nil], [14, 0, nil]), ([14, 0, 3], [nil, 0, nil]),
      ([5, 4], [nil, nil]), ([4], [nil]), ([], []),
    ] as [([Int?], [Int?])])
  func `a size below the minimum is not told, nor is what would give it away`(
    sizes: [Int?], told: [Int?]
  ) {
    let found = GroupSizes(sizes.map { ($0, false) }, below: 5, isOnlyColumn: true)
    #expect(found.told == told)
  }

  @Test func `declared groups go last, and beside another column all go`() {
    let groups: [(size: Int?, isDeclared: Bool)] = [(6, true), (3, false), (14, false)]
    let alone = GroupSizes(groups, below: 5, isOnlyColumn: true)
    #expect(alone.told == [6, nil, nil])
    #expect(GroupSizes(groups, below: 5, isOnlyColumn: false).told == [nil, nil, nil])
    #expect(GroupSizes(groups, below: 3, isOnlyColumn: false).told == [6, 3, 14])
  }
}

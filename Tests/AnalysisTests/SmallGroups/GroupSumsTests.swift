import Testing

@testable import Analysis

/// Which groups add up to which others.
struct GroupSumsTests {
  typealias Sum = GroupSums.Sum

  @Test func `every column divides the whole`() {
    let sums = GroupSums(columns: [([0, 1, 0, 1], 2), ([0, 0, 1, 1], 2)])
    #expect(sums.groupCount == 5)
    #expect(
      Array(sums.sums.prefix(2)) == [
        Sum(column: 0, wholes: [0], parts: [1, 2]), Sum(column: 1, wholes: [0], parts: [3, 4]),
      ])
  }

  @Test func `classes divide their years, whichever column comes first`() {
    let (years, classes): ([Int32], [Int32]) = ([0, 0, 0, 1, 1], [0, 1, 1, 2, 3])
    let sums = GroupSums(columns: [(years, 2), (classes, 4)])
    #expect(
      sums.sums.dropFirst(2) == [
        Sum(column: 1, wholes: [1], parts: [3, 4]), Sum(column: 1, wholes: [2], parts: [5, 6]),
      ])
    let turned = GroupSums(columns: [(classes, 4), (years, 2)])
    #expect(turned.sums.dropFirst(2).map(\.wholes) == [[5], [6]])
  }

  @Test func `years that share a class are divided together with it`() {
    // Year 0 has a class of its own, years 1 and 2 share class 1.
    let sums = GroupSums(columns: [([0, 1, 2, 2], 3), ([0, 1, 1, 2], 3)])
    #expect(sums.sums.contains(Sum(column: 1, wholes: [1], parts: [4])))
    #expect(sums.sums.contains(Sum(column: 1, wholes: [2, 3], parts: [5, 6])))
    #expect(sums.sums.contains(Sum(column: 1, wholes: [0], parts: [1, 5, 6])))
    #expect(!sums.sums.contains { $0.wholes == [2] || $0.wholes == [3] })
  }

  @Test func `groups of the same people are parts of one another`() {
    let sums = GroupSums(columns: [([0, 0, 1, 1], 2), ([0, 1, 2, 2], 3)])
    #expect(sums.sums.contains(Sum(column: 1, wholes: [2], parts: [5])))
    #expect(sums.sums.contains(Sum(column: 0, wholes: [5], parts: [2])))
  }

  @Test func `those without a year count as a year of their own`() {
    let sums = GroupSums(columns: [([0, -1, -1], 1), ([0, 1, 1], 2)])
    // Four cells; the remainder of the years is the first after them.
    #expect(sums.sums.contains(Sum(column: 1, wholes: [4], parts: [3])))
  }

  @Test func `without columns there is nothing to divide`() {
    let sums = GroupSums(columns: [])
    #expect(sums.groupCount == 1 && sums.sums.isEmpty)
  }
}

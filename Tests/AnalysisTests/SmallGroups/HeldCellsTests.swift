import Testing

@testable import Analysis

/// The rule of `docs/methods/small-groups.md` on small figures.
struct HeldCellsTests {
  /// The groups of one column that are held back, `whole` being the people of all of them together
  /// with those who have no value.
  private func held(_ groups: [Int], without: Int = 0, minimum: Int = 10) -> String {
    let cells = groups.enumerated().flatMap { Array(repeating: Int32($0), count: $1) }
    let sums = GroupSums(
      columns: [(cells + Array(repeating: -1, count: without), groups.count)])
    let found = HeldCells(
      people: [cells.count + without] + groups, sums: sums, minimum: minimum)
    let letters = (0...groups.count).map { found.isHeld[$0] ? "x" : "." }.joined()
    return letters + (found.holdsRemainder ? "r" : "")
  }

  @Test(arguments: [
    // The whole first, then the groups.
    ([12, 30, 15], 0, "...."), ([12, 4, 30, 15], 0, ".xx.."), ([4, 7, 30], 0, ".xx."),
    ([4, 5, 30, 12], 0, ".xx.x"), ([12, 12, 4], 0, ".x.x"), ([9, 11], 0, ".xx"), ([9], 0, "xx"),
    ([30], 0, ".."), ([], 0, "."), ([4, 3], 0, "xxx"), ([0, 30, 12], 0, "...."),
    ([0, 4, 30, 12], 0, "..x.x"), ([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 0, ".xxxxxxxxxx"),
  ])
  func `a small group is held back, and the smallest others until ten stand behind it`(
    groups: [Int], without: Int, expected: String
  ) {
    #expect(held(groups, without: without) == expected)
  }

  @Test(arguments: [
    ([30, 12], 0, "..."), ([30, 12], 3, "..xr"), ([30, 12], 10, "..."), ([30, 4], 6, "..xr"),
    ([30, 4], 5, ".xxr"), ([30, 4, 20], 20, "..xx"), ([4], 20, ".xr"), ([5, 6], 1, ".xxr"),
  ])
  func `those without a value are a remainder that is held back like a group`(
    groups: [Int], without: Int, expected: String
  ) {
    #expect(held(groups, without: without) == expected)
  }

  @Test func `of equal groups the first is taken`() {
    #expect(held([12, 4, 12, 12]) == ".xx..")
  }

  /// Years of 40 and 30; classes of the first 4, 18 and 18, of the second 15 and 15.
  private func nested(_ classes: [[Int]], minimum: Int = 10) -> [Bool] {
    var years: [Int32] = []
    var cells: [Int32] = []
    var label: Int32 = 0
    for (year, sizes) in classes.enumerated() {
      for size in sizes {
        years += Array(repeating: Int32(year), count: size)
        cells += Array(repeating: label, count: size)
        label += 1
      }
    }
    let sums = GroupSums(columns: [(years, classes.count), (cells, Int(label))])
    let sizes = [years.count] + classes.map { $0.reduce(0, +) } + classes.flatMap { $0 }
    return Array(
      HeldCells(people: sizes, sums: sums, minimum: minimum).isHeld.prefix(sizes.count))
  }

  @Test func `a small class takes one of its own year with it`() {
    let held = nested([[4, 18, 18], [12, 18]])
    #expect(held == [false, false, false, true, true, false, false, false])
  }

  @Test func `small classes of two years do not cover one another`() {
    let held = nested([[6, 20], [6, 20]])
    #expect(held == [false, false, false, true, true, true, true])
  }

  @Test func `a small class that is its whole year hides another year with its classes`() {
    let held = nested([[4], [12, 18], [40]])
    #expect(held == [false, true, true, false, true, true, true, false])
  }

  @Test func `figures that rest on fewer answers than people are judged by the answers`() {
    let sums = GroupSums(
      columns: [(Array(repeating: 0, count: 30) + Array(repeating: 1, count: 25), 2)])
    let none = HeldCells(people: [55, 30, 25], answers: [30, 30, 0], sums: sums, minimum: 10)
    #expect(Array(none.isHeld.prefix(3)) == [false, true, true])
  }

  @Test(arguments: [1, 0])
  func `with a minimum of one nothing is held back`(minimum: Int) {
    #expect(held([1, 2, 3], without: 1, minimum: minimum) == "....")
  }
}

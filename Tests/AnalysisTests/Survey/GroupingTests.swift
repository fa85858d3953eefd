import Responses
import Testing

@testable import Analysis

/// How responses are split, whatever carries the label.
struct GroupingTests {
  private let role =
    "{ id: role, type: single, role: group, text: Role, choices: [ { code: t, label: Teacher }, "
    + "{ code: o, label: Office }, { code: h, label: Head } ] }"

  @Test func `values of an item are its codes in sorted order, with their words`() throws {
    let table = try SmallInstrument(items: ["a"], further: [role])
      .responses(["1,t", "2,Office", "3,", "4,PN", "5,T"], heading: "a,role").table
    let grouping = Grouping(by: "role", codes: try #require(table.codes("role")))
    #expect(grouping.values == ["o", "t"])
    #expect(grouping.titles == ["Office", "Teacher"])
    #expect(grouping.counts == [1, 2])
    #expect(grouping.cells == [1, 0, -1, -1, 1])
    #expect(grouping.ungrouped == 2)
  }

  @Test func `values of another column are its labels, blanks aside`() throws {
    let table = try SmallInstrument(items: ["a"])
      .responses(
        ["1,North", "2,", "3,east", "4,North", "5,  "], heading: "a,Site", extras: ["site"]
      )
      .table
    let grouping = Grouping(by: "site", labels: try #require(table.extras["site"]))
    #expect(grouping.values == ["North", "east"])
    #expect(grouping.counts == [2, 1])
    #expect(grouping.ungrouped == 2)
  }

  @Test func `a column of the roll is read through the pupil of each response`() {
    let classes = LabelColumn(labels: ["B", "A", "unused"], cells: [0, 1, 1, -1])
    let grouping = Grouping(by: "class", labels: classes, rows: [2, 0, -1, 3, 1])
    #expect(grouping.values == ["A", "B"])
    #expect(grouping.cells == [0, 1, -1, -1, 0])
  }

  @Test(arguments: [("o", 0), ("Office", 0), ("TEACHER", 1), ("head", nil), ("", nil)])
  func `a value is found by its code or its words`(label: String, place: Int?) throws {
    let table = try SmallInstrument(items: ["a"], further: [role])
      .responses(["1,t", "2,o"], heading: "a,role").table
    let grouping = Grouping(by: "role", codes: try #require(table.codes("role")))
    #expect(grouping.place(of: label) == place)
  }
}

import Instruments
import Responses
import Testing

@testable import Analysis

/// Which components people say matter most.
struct StatedImportanceTests {
  private static let ten = Array(repeating: "vision;staff", count: 8) + ["networks", "vision"]

  @Test func `a share is of those who chose one to three, and groups weigh alike`() throws {
    let pupils = try SmallChoice().table(
      Self.ten + ["vision;staff;networks;parents", "", "vision;staff;networks"])
    let staff = try SmallChoice(audience: "staff").table(Array(repeating: "staff", count: 5))
    let found = try #require(
      StatedImportance([pupils, staff], fewest: .ofIndices))
    #expect(found.groups.map(\.audience) == [.pupils, .staff])
    #expect(found.groups.map(\.n) == [11, 5])
    #expect(found.groups.map(\.choseTooMany) == [1, 0])
    #expect(isClose(found.share(of: "vision"), (10.0 / 11 + 0) / 2))
    #expect(isClose(found.share(of: "staff"), (9.0 / 11 + 1) / 2))
    #expect(found.share(of: "parents") == 0)
    #expect(found.share(of: "digital") == nil)
  }

  @Test func `a component counts among the groups that it was offered to`() throws {
    let pupils = try SmallChoice().table(Self.ten)
    let staff = try SmallChoice(
      audience: "staff", offered: ["staff", "vision", "networks", "digital"]
    ).table(Array(repeating: "digital", count: 5))
    let found = try #require(StatedImportance([pupils, staff], fewest: .ofIndices))
    #expect(found.share(of: "digital") == 1)
    #expect(found.share(of: "parents") == 0)
  }

  @Test(arguments: [9, 10])
  func `a group of too few is in no share`(count: Int) throws {
    let pupils = try SmallChoice().table(Array(repeating: "vision", count: count))
    let found = try #require(StatedImportance([pupils], fewest: .ofIndices))
    #expect(found.groups[0].isCounted == (count == 10))
    #expect(found.share(of: "vision") == (count == 10 ? 1 : nil))
  }

  @Test func `nobody asked is no importance, and nobody choosing no share`() throws {
    let small = SmallInstrument(items: ["q/vision.values"])
    #expect(StatedImportance([try small.responses(["3"]).table], fewest: .ofIndices) == nil)
    let none = try SmallChoice().table(["", ""])
    let found = try #require(StatedImportance([none], fewest: .ofIndices))
    #expect(found.groups[0].n == 0 && found.share(of: "vision") == nil)
  }

  @Test func `what a hidden group chose changes nothing that an audit shows`() throws {
    let minimums = GroupMinimums([.pupils: 10], others: 8)
    let shown = try ["vision", "staff"].map { choice in
      let table = GapAnalysis(
        [
          try SmallChoice().source(Self.ten),
          try SmallChoice(audience: "staff").source(Array(repeating: choice, count: 7)),
        ], framework: smallPack, minimums: minimums
      ).table()
      return try #require(table.released(under: .audit(minimums)).figures.importance)
    }
    #expect(shown[0] == shown[1])
    #expect(shown[0].groups.map(\.n) == [10, nil])
    #expect(shown[0].groups.map(\.isCounted) == [true, false])
    #expect(isClose(shown[0].share(of: "vision"), 0.9))
  }
}

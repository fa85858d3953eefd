import Instruments
import Testing

@testable import Analysis

/// Whether one adult carries much of all naming.
struct NamingLoadTests {
  private let helpers = SmallRecord(
    audience: "pupils", items: ["id: pupil, type: text", "id: adult, type: text"],
    rule: [
      "unit: pupil", "minimum: { units: 3 }", "measures:",
      "  - { id: load, kind: load, of: adult, better: lower, practices: networks.asking }",
    ])

  @Test func `the load is the most named adult's share of all namings`() throws {
    let rows = ["1,A", "1,B", "1,A", "2,a", "3,C", "4,A", "5,"]
    let found = try #require(try helpers.evidence(["pupil,adult"] + rows).first)
    guard case .load(let load) = found.figure else {
      Issue.record("the figure is no load")
      return
    }
    // A is named by three pupils, once each; B and C by one: 3 of 5.
    #expect((load.most, load.all, load.share) == (3, 5, 60))
    #expect((found.base.units, found.base.count) == (4, 5))
    #expect(found.index == nil && found.feeds == .strength)
    #expect(found.heldBack(below: 10).isHeldBack)
    // Three name the most named one.
    #expect(found.heldBack(below: 4).isHeldBack)
    #expect(found.heldBack(below: 3) == found)
  }

  @Test func `nobody named is no load`() throws {
    #expect(try helpers.evidence(["pupil,adult", "1,", "2,"]).isEmpty)
  }
}

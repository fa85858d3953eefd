import Instruments
import Responses
import Testing

@testable import Analysis

/// The short ids of evidence.
struct NumberedEvidenceTests {
  private func sources() throws -> [GapSource] {
    let pupils = SmallInstrument(id: "pupils", items: ["q/vision.values"])
    let talk = SmallInstrument(id: "about", audience: "staff", items: ["q"])
    let seen = SmallRecord(
      items: ["id: lesson, type: text", "id: good, type: number", "id: all, type: number"],
      rule: [
        "unit: lesson", "measures:",
        "  - { id: seen, kind: share, of: good, among: all, practices: [vision.values] }",
        "  - { id: kind, kind: share, of: all, among: good, practices: [staff.voice] }",
      ])
    return [
      .record(try seen.evidence(["lesson,good,all", "a,3,10", "b,4,10"])),
      .survey(try pupils.responses(["3", "4"]).table, population: nil),
      .survey(try talk.responses(["3", "4"]).table, population: nil),
      try SmallChoice().source(["vision"]),
    ]
  }

  @Test func `numbers run over all evidence by its ids, whatever framework and order`() throws {
    let table = GapAnalysis(try sources(), framework: smallPack).table()
    #expect(
      table.numbered.map(\.id) == ["choice-pupils", "pupils", "small.kind", "small.seen"])
    #expect(table.numbered.map(\.mark) == ["E1", "E2", "E3", "E4"])
    #expect(table.numbers(of: ["small.seen", "pupils", "nothing"]) == [2, 4])
    var other = smallPack
    other.components.removeFirst(2)
    let seen = GapAnalysis(try sources().reversed(), framework: other).table()
    #expect(seen.numbered == table.numbered)
  }
}

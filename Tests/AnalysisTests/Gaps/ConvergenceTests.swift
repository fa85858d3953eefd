import Instruments
import Responses
import Testing

@testable import Analysis

/// Whether the kinds of sources point the same way.
struct ConvergenceTests {
  private static func voice(_ index: Double?, _ signs: EvidenceEntry.Direction...) -> FamilyVoice? {
    FamilyVoice(index: index, signs: signs)
  }

  @Test(
    arguments: [
      ([], false, nil), ([voice(80)], false, nil), ([voice(80), nil], false, nil),
      ([voice(80), voice(75)], false, .agree), ([voice(52), voice(68)], false, .agree),
      // Nine points apart on two sides of a band's edge, then ten.
      ([voice(74), voice(65)], false, .agree), ([voice(75), voice(65)], false, .mixed),
      ([voice(54), voice(46)], false, .agree), ([voice(80), voice(40)], false, .mixed),
      ([voice(80), voice(nil, .strength)], false, .agree),
      ([voice(80), voice(nil, .mixed)], false, .mixed),
      ([voice(60), voice(nil, .gap)], false, .mixed),
      ([voice(40), voice(nil, .gap, .gap)], false, .agree),
      ([voice(80), voice(75), voice(nil, .gap)], false, .mixed),
      ([voice(nil, .gap), voice(nil, .strength)], false, .mixed),
      ([voice(nil, .gap, .strength), voice(60)], false, .agree),
      ([voice(80, .gap), voice(80)], false, .mixed),
      ([voice(80), voice(75)], true, .contradict), ([], true, .contradict),
    ] as [([FamilyVoice?], Bool, Convergence?)])
  func `two kinds of source agree in one band, or with indices under ten points apart`(
    voices: [FamilyVoice?], isContradicted: Bool, word: Convergence?
  ) {
    let known = voices.compactMap(\.self)
    #expect(Convergence(known, isContradicted: isContradicted) == word)
    #expect(Convergence(known.reversed(), isContradicted: isContradicted) == word)
  }

  @Test func `a kind that says nothing is none`() {
    #expect(FamilyVoice(index: nil, signs: []) == nil)
  }

  private func talks(_ words: [String]) throws -> [EvidenceEntry] {
    try SmallRecord(
      audience: "staff",
      items: [
        "id: voice, type: text",
        "id: says, type: single, choices: [{ code: strength }, { code: gap }]",
      ],
      rule: [
        "unit: voice", "minimum: { units: 3 }", "measures:",
        "  - { id: said, kind: voices, of: says, practices: vision.values }",
      ]
    ).evidence(["voice,says"] + words.enumerated().map { "\($0),\($1)" })
  }

  private func survey(_ answers: [Int], audience: String = "pupils") throws -> GapSource {
    let small = SmallInstrument(
      id: audience, audience: audience, items: ["q/vision.values", "r/vision.safety"])
    return .survey(
      try small.responses(answers.map { "\($0),\($0)" }).table, population: answers.count)
  }

  private func word(_ sources: [GapSource], minimums: GroupMinimums? = nil) throws -> Convergence? {
    let table = GapAnalysis(sources, framework: smallPack, minimums: minimums).table()
    return try #require(table.component("vision")).strength.convergence
  }

  private static let high = Array(repeating: 5, count: 12)
  private static let middle = Array(repeating: 3, count: 12)

  @Test func `a table says whether survey and talks agree, and two surveys are one kind`() throws {
    let (gap, strength) = (["gap", "gap", "gap"], ["strength", "strength", "strength"])
    #expect(try word([survey(Self.high)]) == nil)
    #expect(try word([survey(Self.high), survey(Self.middle, audience: "staff")]) == nil)
    #expect(try word([survey(Self.high), .record(talks(strength))]) == .agree)
    #expect(try word([survey(Self.middle), .record(talks(strength))]) == .mixed)
    #expect(try word([survey(Self.high), .record(talks(gap))]) == .contradict)
  }

  @Test func `voices below the minimum do not speak`() throws {
    #expect(try word([survey(Self.high), .record(talks(["strength", "strength"]))]) == nil)
  }

  @Test func `a survey of too few does not speak in an audit, whatever it says`() throws {
    let seen = SmallRecord(
      items: ["id: lesson, type: text", "id: good, type: number", "id: all, type: number"],
      rule: [
        "unit: lesson", "minimum: { units: 3 }", "measures:",
        "  - { id: seen, kind: share, of: good, among: all, practices: [vision.values] }",
      ])
    let lessons = try seen.evidence(["lesson,good,all", "a,9,10", "b,9,10", "c,9,10"])
    let words = try [1, 5].map { answer in
      try word(
        [survey(Array(repeating: answer, count: 9)), .record(lessons)],
        minimums: GroupMinimums(10))
    }
    #expect(words == [nil, nil])
  }
}

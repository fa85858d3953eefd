import Diagnostics
import Instruments
import Testing

struct InstrumentReaderTests {
  /// One instrument with every key that the format has.
  static let everything = """
    # An instrument with all there is.
    id: all-keys
    version: 2026.1
    title: { en: "Feeling safe", cy: "Teimlo'n ddiogel" }
    framework: small
    audience: pupils
    privacy: confidential
    method: [C4.M3]
    missing:
      prefer_not: "PN"
      dont_know: { code: DK, label: { en: "I do not know", cy: "Dwn i ddim" } }
    scales:
      often:
        favourable: [3, 4]
        points:
          - { code: 1, label: { en: No, cy: Na } }
          - { code: 2, label: { en: Off, cy: Weithiau } }
          - { code: 3, label: { en: Yes, cy: Ie } }
          - { code: 4, label: { en: 2024-01-01, cy: Bob amser } }
      agree:
        points: [{ code: -1, label: Disagree }, { code: 0, label: ~ }, { code: 1 }]
    sections:
      - id: places
        stem: { en: "How safe?", cy: "Pa mor ddiogel?" }
        scale: often
        items:
          - { id: class_room, text: { en: Class, cy: Dosbarth }, practice: vision.safety }
          - id: worried
            text:
              en: >-
                I worry
                a lot
              cy: "Dwi'n poeni"
            reverse: true
            practice: vision.safety
          - { id: fair, type: scale, scale: agree, practice: vision.safety }
          - { id: note, type: text }
      - id: about
        items:
          - { id: me, type: text, role: respondent }
          - { id: group, type: single, role: group, choices: [{ code: 012 }, { code: A2 }] }
          - { id: where, type: multiple, choices: [{ code: hall }, { code: yard }] }
          - { id: age, type: number }
          - { id: born, type: date }
          - { id: words, type: list }
          - { id: trusted, type: nominate, from: roll, scope: year, max: 5 }
          - { id: friend, type: nominate }
    scores:
      - id: safety
        title: { en: Safety, cy: Diogelwch }
        items: [class_room, { item: worried, reverse: false }]
        method: mean
        min_answered: 2
        range: [0, 100]
      - { id: total, items: [class_room, worried, { item: fair }], method: sum }
    import:
      class_room: ["How safe? [Class]", "q1"]
      worried: q2
    """

  @Test func `every key of the format is read`() throws {
    let text = Self.everything.replacing(", { item: fair }", with: "")
    let (instrument, ids) = read(text, frameworks: [smallFramework])
    #expect(ids == ["untranslated", "untranslated"])
    let all = try #require(instrument)
    #expect(all.id == "all-keys")
    #expect(all.version == "2026.1")
    #expect(all.title.wordings == ["en": "Feeling safe", "cy": "Teimlo'n ddiogel"])
    #expect(all.framework == "small")
    #expect(all.audience == .pupils)
    #expect(all.privacy == .confidential)
    #expect(all.methods == ["C4.M3"])
    #expect(all.missing.map(\.reason) == ["prefer_not", "dont_know"])
    #expect(all.missing.map(\.point.code) == ["PN", "DK"])
    #expect(all.missing[1].point.title == "I do not know")
    #expect(all.scales.map(\.id) == ["often", "agree"])
    #expect(all.scales.map(\.favourable) == [[3, 4], nil])
    #expect(all.scales.map(\.range) == [1...4, -1...1])
    #expect(all.sections.map(\.id) == ["places", "about"])
    #expect(all.aliases == ["class_room": ["How safe? [Class]", "q1"], "worried": ["q2"]])
    #expect(all.respondent?.id == "me")
    #expect(all.nomination?.item.id == "trusted")
    #expect(all.hash.count == 64)
  }

  @Test func `items carry their section, format, direction and practice`() throws {
    let text = Self.everything.replacing(", { item: fair }", with: "")
    let items = try #require(read(text).0).items
    #expect(
      items.map(\.format.name) == [
        "scale", "scale", "scale", "text", "text", "single", "multiple", "number", "date", "list",
        "nominate", "nominate",
      ])
    #expect(items[1].text?.preferred == "I worry a lot")
    #expect(items[1].stem?.preferred == "How safe?")
    #expect(items.map(\.isReversed).prefix(3) == [false, true, false])
    #expect(items[0].practice == "vision.safety")
    #expect(items[0].section == "places")
    #expect(items[2].format.points.map(\.code) == ["-1", "0", "1"])
    #expect(items.compactMap(\.role) == [.respondent, .group])
    #expect(items[10].format == .nominate(NominationRule(scope: .year, limit: 5)))
    #expect(items[11].format == .nominate(NominationRule(scope: .class, limit: 3)))
  }

  @Test func `scalars stay the text that their author typed`() throws {
    let text = Self.everything.replacing(", { item: fair }", with: "")
    let instrument = try #require(read(text).0)
    #expect(instrument.scales[0].points.map(\.title) == ["No", "Off", "Yes", "2024-01-01"])
    #expect(instrument.scales[1].points.map(\.title) == ["Disagree", "~", "1"])
    #expect(instrument.items[5].format.points.map(\.code) == ["012", "A2"])
  }

  @Test func `a score turns an item round unless its use says else`() throws {
    let text = Self.everything.replacing(", { item: fair }", with: "")
    let scores = try #require(read(text).0).scores
    #expect(scores[0].uses.map(\.isReversed) == [false, false])
    #expect(scores[1].uses.map(\.isReversed) == [false, true])
    #expect(scores.map(\.range) == [0...100, nil])
    #expect(scores[0].title?.preferred == "Safety")
  }

  @Test(arguments: [
    ("mean", "[a]", 1), ("mean", "[a, b]", 1), ("sum", "[a]", 1), ("sum", "[a, b]", 2),
  ])
  func `by default a mean needs half of its items and a sum all`(
    _ method: String, _ items: String, _ least: Int
  ) throws {
    let score = "scores: [{ id: s, items: \(items), method: \(method) }]"
    let instrument = try #require(read(head + often + twoItems + score).0)
    #expect(instrument.scores.map(\.minimumAnswered) == [least])
    #expect(instrument.scores.map(\.method.rawValue) == [method])
  }

  @Test func `a title, texts and scores may be absent`() throws {
    let text = head + often + "sections: [{ id: s, scale: often, items: [{ id: a }] }]"
    let instrument = try #require(read(text).0)
    #expect(instrument.title.preferred == "sample")
    #expect(instrument.items.map(\.title) == ["a"])
    #expect(instrument.scores.isEmpty)
  }

  @Test func `warnings do not keep an instrument back`() {
    let (instrument, ids) = read(head + often + "sections: [{ id: s, items: [] }]")
    #expect(instrument != nil)
    #expect(ids == ["empty-section", "unused-scale"])
  }

  @Test func `one method may stand without a list`() throws {
    let text = head + "method: C4.M3\n" + often + twoItems
    #expect(try #require(read(text).0).methods == ["C4.M3"])
  }

  @Test func `errors that were reported before do not keep an instrument back`() {
    var sink = DiagnosticSink()
    let reader = InstrumentReader()
    #expect(reader.read([], file: "empty.yaml", into: &sink) == nil)
    let text = Array((head + often + twoItems).utf8)
    #expect(reader.read(text, file: "sample.yaml", into: &sink) != nil)
    #expect(sink.errorCount == 1)
  }
}

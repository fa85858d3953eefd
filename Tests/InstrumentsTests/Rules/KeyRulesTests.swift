import Diagnostics
import Instruments
import Testing

/// What a published key may not do, each fault at its place.
struct KeyRulesTests {
  private let top = """
    id: sample
    version: 1
    audience: pupils
    privacy: anonymous
    scales: { points: { points: [{ code: 1 }, { code: 2 }, { code: 3 }] } }
    sections: [{ id: items, scale: points, items: [{ id: item_1 }, { id: item_2 }] }]

    """
  private let licence = "licence: { status: ours, ships_text: false }\n"

  @Test func `confidence and vectors belong to a licence`() {
    expectFaults(
      in: top + "1️⃣confidence: { table: low }\n2️⃣vectors: []\n",
      Fault("1️⃣", "no-licence", "'confidence'"), Fault("2️⃣", "no-licence", "'vectors'"))
  }

  @Test func `every score of a key has a vector`() {
    expectFaults(
      in: top + licence + "scores: [{ id: 1️⃣s, items: [item_1], method: sum }]\n",
      Fault("1️⃣", "score-without-vector", "'s'"))
  }

  @Test func `a vector has no more answers than items, and codes and scores that there are`() {
    expectFaults(
      in: top + licence + """
        scores: [{ id: s, items: [item_1], method: sum }]
        vectors:
          - { answers: [1, 2, 1️⃣3], expect: { s: 1 } }
          - { answers: [2️⃣4], expect: { s: 1, 3️⃣t: 2 }, bands: { 4️⃣u: low } }
        """,
      Fault("1️⃣", "vector-answers", "3 answers and the key 2 items"),
      Fault("2️⃣", "unknown-code", "its codes are '1', '2', '3'"),
      Fault("3️⃣", "unknown-score", "'t'"), Fault("4️⃣", "unknown-score", "'u'"))
  }

  @Test func `a key whose wording stays with its owner has none of it`() {
    expectFaults(
      in: """
        id: sample
        version: 1
        audience: pupils
        privacy: anonymous
        licence: { status: ours, ships_text: false }
        scales: { points: { points: [{ code: 1, label: 1️⃣Never }, { code: 2 }] } }
        sections: [{ id: a, stem: 2️⃣How, scale: points, items: [{ id: b, text: 3️⃣Calm }] }]
        """,
      Fault("1️⃣", "key-wording"), Fault("2️⃣", "key-wording"), Fault("3️⃣", "key-wording"))
  }

  @Test func `an outcome is no evidence of a practice`() {
    expectFaults(
      in: """
        id: sample
        version: 1
        audience: pupils
        privacy: anonymous
        framework: small
        scales: { points: { points: [{ code: 1 }, { code: 2 }] } }
        sections:
          - id: a
            scale: points
            items: [{ id: b, practice: 1️⃣vision.safety }, { id: c, practice: vision.safety }]
        scores:
          - { id: s, items: [b], method: sum, outcome: true }
          - { id: t, items: [c], method: sum }
        """, Fault("1️⃣", "outcome-practice", "'b'"))
  }

  @Test func `a score is computed from scores above it that are numbers`() {
    expectFaults(
      in: top
        + """
        scores:
          - { id: first, from: [1️⃣later, 2️⃣none_such], method: sum }
          - { id: later, items: [item_1], method: sum }
          - { id: both, from: [later], items: [item_2], method: sum }
          - { id: name, items: [item_1], method: label, labels: [{ label: x, when: { item_1: 1 } }] }
          - { id: odd, from: [3️⃣name], method: sum }
          - { id: pair, from: [later], method: sum }
          - { id: nested, from: [4️⃣pair], method: sum }
        """.replacing("id: both", with: "id: 5️⃣both"),
      Fault("1️⃣", "score-source", "stands below"), Fault("2️⃣", "unknown-score"),
      Fault("3️⃣", "score-source"), Fault("4️⃣", "score-source"),
      Fault("5️⃣", "score-source", "both 'items' and 'from'"))
  }

  @Test func `a score has what its method asks for and nothing else`() {
    expectFaults(
      in: top + """
        scores:
          - { id: raw, items: [item_1], method: sum }
          - { id: a, from: raw, method: 1️⃣table }
          - { id: b, items: [item_1], method: 2️⃣table, awaits: table }
          - { id: c, items: [item_1], method: 3️⃣label }
          - { id: d, from: raw, method: 4️⃣mean }
          - { id: e, items: [item_1], method: 5️⃣sum, table: { 1: 2 } }
          - { id: f, from: raw, method: 6️⃣sum, range: [0, 1] }
        """,
      Fault("1️⃣", "score-part", "'awaits: table'"), Fault("2️⃣", "score-part", "'from'"),
      Fault("3️⃣", "score-part", "'labels'"), Fault("4️⃣", "score-part", "'items'"),
      Fault("5️⃣", "score-part", "'table' means nothing"),
      Fault("6️⃣", "score-part", "'range' means nothing"))
  }

  @Test func `the rules of a label speak of its own items and their codes`() {
    expectFaults(
      in: top + """
        scores:
          - id: s
            items: [item_1]
            method: label
            labels: [{ label: x, when: { item_1: [1, 1️⃣9], 2️⃣item_2: 1 } }]
        """, Fault("1️⃣", "unknown-code", "no code 9"), Fault("2️⃣", "unknown-item"))
  }

  @Test func `a code that is recoded is one that there is`() {
    expectFaults(
      in: top + "scores: [{ id: s, items: [item_1], method: sum, recode: { 1: 0, 1️⃣7: 2 } }]\n",
      Fault("1️⃣", "unknown-code", "no code 7"))
  }

  @Test func `a total adds up scores of one range of values`() {
    expectFaults(
      in: top + """
        scores:
          - { id: s, items: [item_1], method: sum }
          - { id: t, items: [item_2], method: sum, recode: { 1: 0 } }
          - { id: 1️⃣both, from: [s, t], method: sum }
        """, Fault("1️⃣", "score-mixes-scales", "'both'"))
  }

  @Test func `bands have values, names of their own, and share none`() {
    expectFaults(
      in: top
        + """
        scores:
          - id: s
            items: [item_1]
            method: sum
            bands:
              scheme: ours
              bands:
                - { label: low, to: 1 }
                - { label: 1️⃣mid, from: 1, to: 2 }
                - { label: 2️⃣low, above: 2, below: 3 }
                - { label: 3️⃣turned, from: 9, to: 8 }
                - { label: 4️⃣twice, from: 20, above: 21 }
                - { label: fine, above: 2, below: 3 }
        """.replacing(
          "- { label: fine, above: 2, below: 3 }", with: "- { label: fine, from: 4, to: 4 }"),
      Fault("1️⃣", "bad-band", "share a value"), Fault("2️⃣", "bad-band", "two bands"),
      Fault("3️⃣", "bad-band", "no values"), Fault("4️⃣", "bad-band", "no values"))
  }

  @Test(arguments: ["structure", "reversal", "subscales", "table"])
  func `a score refuses while the key is unsure of its items or its table`(field: String) throws {
    let text =
      top + licence + """
        confidence: { \(field): low, missing: low, bands: low }
        scores:
          - { id: raw, items: [item_1], method: sum }
          - { id: metric, from: raw, method: table, table: { 1: 1, 2: 4, 3: 9 } }
        vectors:
          - { answers: [2], expect: { raw: \(field == "table" ? "2" : "refused"), metric: refused } }
        """
    let key = try #require(read(text).0)
    #expect(key.scores.map { key.refusal(of: $0) != nil } == [field != "table", true])
    #expect(key.unverifiedRules(of: key.scores[0]) == (field == "table" ? [.missing] : []))
    let sure = text.replacing("\(field): low", with: "\(field): medium")
      .replacing("refused", with: "2").replacing("metric: 2", with: "metric: 4")
    let sureKey = try #require(read(sure).0)
    #expect(sureKey.scores.allSatisfy { sureKey.refusal(of: $0) == nil })
  }
}

import Diagnostics
import Instruments
import Testing

struct FieldFaultTests {
  @Test func `unknown keys name the nearest known one`() {
    expectFaults(
      in: head + """
        1️⃣titel: Safe
        2️⃣colour: none
        scales:
          often:
            3️⃣favorable: [1]
            points: [{ code: 1, 4️⃣lable: No }, { code: 2 }]
        sections:
          - id: main
            5️⃣scales: often
            items: [{ id: a, type: text, 6️⃣practise: x }]
        scores:
          - { id: s, items: [], method: mean, 7️⃣weight: [] }
        """, only: "unknown-key",
      Fault("1️⃣", "unknown-key", "an instrument has no key 'titel'; did you mean 'title'?"),
      Fault("2️⃣", "unknown-key", "keys here are 'id', 'version'"),
      Fault("3️⃣", "unknown-key", "'favourable'"), Fault("4️⃣", "unknown-key", "'label'"),
      Fault("5️⃣", "unknown-key", "a section has no key 'scales'; did you mean 'scale'?"),
      Fault("6️⃣", "unknown-key", "'practice'"), Fault("7️⃣", "unknown-key", "a score has no key"))
  }

  @Test func `the keys that a part needs are asked for where the part starts`() {
    expectFaults(
      in: """
        1️⃣title: Safe
        missing: { gone: 2️⃣{ label: Gone } }
        scales:
          often: 3️⃣{ favourable: [] }
          seldom:
            points: [4️⃣{ label: No }, { code: 2 }]
        sections:
          - 5️⃣items: [6️⃣{ type: text }, 7️⃣{ id: a, type: single }]
        scores:
          - 8️⃣{ title: Total }
        """, only: "missing-key",
      Fault("1️⃣", "missing-key", "an instrument needs 'id'"), Fault("1️⃣", "missing-key"),
      Fault("1️⃣", "missing-key"), Fault("1️⃣", "missing-key"),
      Fault("2️⃣", "missing-key", "needs 'code'"), Fault("3️⃣", "missing-key", "needs 'points'"),
      Fault("4️⃣", "missing-key", "needs 'code'"),
      Fault("5️⃣", "missing-key", "a section needs 'id'"),
      Fault("6️⃣", "missing-key", "an item needs 'id'"),
      Fault("7️⃣", "missing-key", "an item needs 'choices'"),
      Fault("8️⃣", "missing-key"), Fault("8️⃣", "missing-key"), Fault("8️⃣", "missing-key"))
  }

  @Test func `a value of another shape is named with what was expected`() {
    expectFaults(
      in: head + """
        title: 1️⃣[Feeling safe]
        method: 2️⃣{ a: b }
        missing: 3️⃣[PN]
        scales: 4️⃣often
        sections:
          - 5️⃣main
          - id: other
            items: 6️⃣a
        scores: 7️⃣{ id: s }
        """, only: "wrong-shape",
      Fault("1️⃣", "wrong-shape", "expected a text for title and found a list; put quotes"),
      Fault("2️⃣", "wrong-shape", "a list of methods"), Fault("3️⃣", "wrong-shape"),
      Fault("4️⃣", "wrong-shape", "found a text"), Fault("5️⃣", "wrong-shape", "for a section"),
      Fault("6️⃣", "wrong-shape", "a list of items"),
      Fault("7️⃣", "wrong-shape"))
  }

  @Test func `an empty value is named`() {
    expectFaults(
      in: head + "title: 1️⃣\"\"\nframework:2️⃣\nscores:3️⃣\n" + often + twoItems,
      Fault("1️⃣", "empty-value", "title is empty"),
      Fault("2️⃣", "empty-value", "fill it in or delete the key"),
      Fault("3️⃣", "empty-value", "a list of scores and found nothing"))
  }

  @Test func `words that are not known name the nearest one`() {
    expectFaults(
      in: """
        id: sample
        version: 1
        audience: 1️⃣pupil
        privacy: 2️⃣annonymous
        sections:
          - id: main
            items:
              - { id: a, type: 3️⃣txt, role: 4️⃣grouping }
              - { id: b, type: nominate, from: 5️⃣list, scope: 6️⃣klass }
        scores:
          - { id: s, items: [], method: 7️⃣average }
        """, only: "unknown-word",
      Fault("1️⃣", "unknown-word", "'pupil' is not known as an audience; did you mean 'pupils'?"),
      Fault("2️⃣", "unknown-word", "'anonymous'"), Fault("3️⃣", "unknown-word", "'text'"),
      Fault("4️⃣", "unknown-word", "write one of 'group', 'respondent'"),
      Fault("5️⃣", "unknown-word", "'roll'"), Fault("6️⃣", "unknown-word", "'class'"),
      Fault("7️⃣", "unknown-word", "write one of 'mean', 'sum'"))
  }

  @Test(arguments: ["Yes", "True", "1", "on", "no"])
  func `only true and false are truth values`(_ word: String) {
    let items = "sections: [{ id: s, scale: often, items: [{ id: a, reverse: 1️⃣\(word) }] }]"
    expectFaults(in: head + often + items, Fault("1️⃣", "not-true-or-false", "write true or false"))
  }

  @Test func `numbers are written in digits`() {
    expectFaults(
      in: head + often + twoItems + """
        scores:
          - { id: s, items: [a], method: mean, min_answered: 1️⃣one, range: [2️⃣zero, 3️⃣1e2] }
          - { id: t, items: [a], method: mean, min_answered: 4️⃣01, range: [0, 5️⃣nan] }
        """,
      Fault("1️⃣", "not-a-number", "a whole number in digits"), Fault("2️⃣", "not-a-number"),
      Fault("3️⃣", "not-a-number"), Fault("4️⃣", "not-a-number"), Fault("5️⃣", "not-a-number"))
  }

  @Test func `ids have the forms of their kinds`() {
    expectFaults(
      in: """
        id: 1️⃣Pupil_Safety
        version: 1
        audience: pupils
        privacy: anonymous
        framework: 2️⃣Islington MHARS
        method: 3️⃣M4.3
        missing: { 4️⃣Prefer-not: PN }
        scales: { 5️⃣how-often: { points: [{ code: 1 }, { code: 2 }] } }
        sections:
          - id: 6️⃣1st
            scale: how-often
            items: [{ id: 7️⃣Safe, practice: 8️⃣safety }]
        scores:
          - { id: 9️⃣a.b, items: [Safe], method: mean }
        """, only: "bad-id",
      Fault("1️⃣", "bad-id", "such as 'pupil-safety'"), Fault("2️⃣", "bad-id"),
      Fault("3️⃣", "bad-id", "such as 'C4.M3'"), Fault("4️⃣", "bad-id"), Fault("5️⃣", "bad-id"),
      Fault("6️⃣", "bad-id"), Fault("7️⃣", "bad-id", "such as 'safe_class'"),
      Fault("8️⃣", "bad-id", "such as 'vision.safety'"), Fault("9️⃣", "bad-id"))
  }

  @Test func `a comma in a text without quotes is recognised`() {
    expectFaults(
      in: head + "title: { en: Safe, 1️⃣kind and happy, 2️⃣EN: x }\n" + often + twoItems,
      Fault("1️⃣", "bad-language", "put quotes round the whole text"), Fault("2️⃣", "bad-language"))
  }

  @Test func `an item must say how it is answered, in one way`() {
    expectFaults(
      in: head + often + """
        sections:
          - id: main
            items:
              - 1️⃣{ id: a }
              - 2️⃣{ id: b, choices: [{ code: 1 }, { code: 2 }] }
              - 3️⃣{ id: c, type: scale }
              - { id: d, scale: 4️⃣offen }
              - { id: e, type: text, 5️⃣max: 3, 6️⃣reverse: true }
              - { id: f, type: scale, scale: often, 7️⃣choices: [] }
          - id: other
            scale: 8️⃣never
            items: [{ id: g }, { id: h, type: text }]
        """,
      Fault("1️⃣", "no-type", "or 'scale' to the item or its section"),
      Fault("2️⃣", "no-type", "'type: single' or 'type: multiple'"),
      Fault("3️⃣", "no-scale", "add 'scale'"),
      Fault("4️⃣", "unknown-scale", "did you mean 'often'?"),
      Fault("5️⃣", "misplaced-key", "an item of type 'text' has no 'max'"),
      Fault("6️⃣", "misplaced-key", "change the type to 'scale'"),
      Fault("7️⃣", "misplaced-key", "'single' or 'multiple'"),
      Fault("8️⃣", "unknown-scale", "the scales are 'often'"))
  }

  @Test func `a pupil may give at least one name`() {
    let section = "sections: [{ id: s, items: [{ id: a, type: nominate, max: 1️⃣0 }] }]"
    expectFaults(
      in: head.replacing("anonymous", with: "confidential") + section,
      Fault("1️⃣", "bad-limit", "at least 1 name"))
  }

  @Test(arguments: ["[100, 0]", "[0]", "[1, 1]", "[0, 1, 2]"])
  func `a range has two ends, the lower first`(_ range: String) {
    let score = "scores: [{ id: s, items: [a], method: mean, range: 1️⃣\(range) }]"
    expectFaults(in: head + often + twoItems + score, Fault("1️⃣", "bad-range", "[0, 100]"))
  }
}

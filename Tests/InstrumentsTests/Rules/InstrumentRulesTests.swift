import Diagnostics
import Instruments
import Testing

struct InstrumentRulesTests {
  @Test func `ids of one kind are unique`() {
    expectFaults(
      in: head + often + """
        sections:
          - id: main
            scale: often
            items: [{ id: a }, { id: 1️⃣a }]
          - id: 2️⃣main
            scale: often
            items: [{ id: b }, { id: 3️⃣a }]
        scores:
          - { id: s, items: [a], method: mean }
          - { id: 4️⃣s, items: [b], method: mean }
        """,
      Fault("1️⃣", "duplicate-id", "the item 'a' was given on line 15 already"),
      Fault("2️⃣", "duplicate-id", "the section 'main'"), Fault("3️⃣", "duplicate-id"),
      Fault("4️⃣", "duplicate-id", "the score 's'"))
  }

  @Test func `ids that differ in case alone are one id`() {
    expectFaults(
      in: head + often + "sections: [{ id: s, scale: often, items: [{ id: a }, { id: 1️⃣A }] }]",
      Fault("1️⃣", "bad-id"), Fault("1️⃣", "duplicate-id", "capitals do not count"))
  }

  @Test func `the id of a shelved file is its name`() {
    let shelved = { (bytes: [UInt8], file: String, sink: inout DiagnosticSink) in
      _ = InstrumentReader().read(bytes, file: file, isShelved: true, into: &sink)
    }
    let text = head.replacing("id: sample", with: "id: 1️⃣sample") + often + twoItems
    expectFaults(
      in: text, file: "Instruments/Sample.yaml",
      Fault("1️⃣", "id-file-name", "rename 'Sample.yaml' to 'sample.yaml'"), reading: shelved)
    let plain = text.replacing("1️⃣", with: "")
    expectFaults(in: plain, file: "Instruments/sample.yaml", reading: shelved)
    expectFaults(in: plain, file: "Instruments/sample.yml", reading: shelved)
    expectFaults(in: plain, file: "anything.txt")
  }

  @Test func `a scale has two points or more with whole-number codes`() {
    expectFaults(
      in: head + """
        scales:
          1️⃣one: { points: [{ code: 1 }] }
          odd: { points: [{ code: 2️⃣a }, { code: 3️⃣01 }, { code: 4️⃣1.5 }, { code: 2 }] }
        sections:
          - id: s
            items:
              - { id: a, scale: one }
              - { id: b, scale: odd }
              - { id: 5️⃣c, type: single, choices: [{ code: x }] }
        """,
      Fault("1️⃣", "too-few-points", "the scale 'one' needs at least 2 answers"),
      Fault("2️⃣", "code-not-whole"), Fault("3️⃣", "code-not-whole", "without leading zeros"),
      Fault("4️⃣", "code-not-whole"), Fault("5️⃣", "too-few-points", "the item 'c'"))
  }

  @Test func `favourable codes are codes of the scale`() {
    let scale = "scales: { x: { favourable: [2, 1️⃣5], points: [{ code: 1 }, { code: 2 }] } }\n"
    expectFaults(
      in: head + scale + "sections: [{ id: s, scale: x, items: [{ id: a }] }]",
      Fault("1️⃣", "unknown-favourable", "its codes are '1', '2'"))
  }

  @Test func `codes and labels of one question differ`() {
    expectFaults(
      in: head + """
        missing: { no: NA, gone: 1️⃣na }
        scales:
          x:
            points:
              - { code: 1, label: Don't know }
              - { code: 2️⃣1, label: 3️⃣"don’t  know." }
              - { code: 2, label: { en: 4️⃣"1" } }
        sections:
          - id: s
            items:
              - { id: a, scale: x }
              - id: b
                type: multiple
                choices: [{ code: A, label: Hall }, { code: 5️⃣a, label: 6️⃣hall }]
        """,
      Fault("1️⃣", "duplicate-code", "give each its own"), Fault("2️⃣", "duplicate-code"),
      Fault("3️⃣", "duplicate-label", "more than case, spacing and punctuation"),
      Fault("4️⃣", "duplicate-label", "is the code of another answer"),
      Fault("5️⃣", "duplicate-code"), Fault("6️⃣", "duplicate-label"))
  }

  @Test func `a missing answer is unlike every answer that counts`() {
    expectFaults(
      in: head + "missing: { gone: 1️⃣4, away: { code: AW, label: 2️⃣never }, not: NN }\n" + often
        + twoItems,
      Fault("1️⃣", "missing-clash", "'4' means 'gone' and is also an answer of the scale 'often'"),
      Fault("2️⃣", "missing-clash", "'never' means 'away'"))
  }

  @Test func `scores use known scale items once`() {
    expectFaults(
      in: head + often + """
        sections:
          - id: main
            scale: often
            items: [{ id: a }, { id: b }, { id: c, type: text }]
        scores:
          - { id: s, items: [a, 1️⃣aa, 2️⃣a, { item: 3️⃣c }], method: mean, min_answered: 4️⃣5 }
          - { id: 5️⃣t, items: [], method: sum }
          - { id: u, items: [b], method: sum, min_answered: 6️⃣0 }
        """,
      Fault("1️⃣", "unknown-item", "no item is called 'aa'; did you mean 'a'?"),
      Fault("2️⃣", "score-item-twice", "list it once"),
      Fault("3️⃣", "score-item-not-scale", "take it out"),
      Fault("4️⃣", "bad-minimum", "the score has 4 items; write a number from 1 to 4"),
      Fault("5️⃣", "score-without-items", "list its items"),
      Fault("6️⃣", "bad-minimum", "from 1 to 1"))
  }

  @Test func `the items of a score share their range of codes`() {
    expectFaults(
      in: head + often
        + """
          three: { points: [{ code: 1 }, { code: 2 }, { code: 3 }] }
          other: { points: [{ code: 1 }, { code: 4 }] }
        sections:
          - id: s
            items: [{ id: a, scale: often }, { id: b, scale: three }, { id: c, scale: other }]
        scores:
          - { id: s, items: [a, c, 1️⃣b], method: mean, range: [0, 100] }
        """,
      Fault("1️⃣", "score-mixes-scales", "make a score for each scale"))
  }

  @Test func `an anonymous instrument asks for no names`() {
    let items = """
      sections:
        - id: s
          items:
            - { id: 1️⃣friend, type: nominate }
            - { id: me, type: text, role: 2️⃣respondent }
      """
    expectFaults(
      in: head + items,
      Fault("1️⃣", "anonymous-names", "make line 4 'privacy: confidential'"),
      Fault("2️⃣", "anonymous-respondent", "delete it, or make line 4"))
    for privacy in ["confidential", "identified"] {
      let text = head.replacing("anonymous", with: privacy) + items
      expectFaults(in: text.replacing("1️⃣", with: "").replacing("2️⃣", with: ""))
    }
  }

  @Test func `one item says who answered`() {
    let items = """
      sections:
        - id: s
          items:
            - { id: me, type: text, role: respondent }
            - { id: code, type: text, role: 1️⃣respondent }
      """
    expectFaults(
      in: head.replacing("anonymous", with: "identified") + items,
      Fault("1️⃣", "two-respondents", "the item 'me' says who answered already"))
  }

  @Test func `a heading leads to one item`() {
    expectFaults(
      in: head + often + twoItems
        + """
        import:
          a: ["How safe? [Class]", one, "Eins"]
          b: [1️⃣"how  safe? [class]", 2️⃣ONE, 3️⃣A, "Zwei", "zwei", 4️⃣"Eins "]
          5️⃣c: ["x"]
        """,
      Fault("1️⃣", "heading-clash", "leads to the item 'a' already"), Fault("2️⃣", "heading-clash"),
      Fault("3️⃣", "heading-clash"), Fault("4️⃣", "heading-clash"),
      Fault("5️⃣", "unknown-item", "no item is called 'c'"))
  }

  @Test func `what is never used is worth a warning`() {
    expectFaults(
      in: head + often + """
          1️⃣spare: { points: [{ code: 1 }, { code: 2 }] }
        sections:
          - { id: s, scale: often, items: [{ id: a, reverse: 2️⃣true }, { id: b }] }
          - { id: 3️⃣empty }
        scores: [{ id: s, items: [b], method: sum }]
        """,
      Fault("1️⃣", "unused-scale", "delete it, or name it"),
      Fault("2️⃣", "reversed-unscored", "add it to a score"),
      Fault("3️⃣", "empty-section", "add some, or delete it"))
  }

  @Test func `a reversed item needs no score where there are none`() {
    let items = "sections: [{ id: s, scale: often, items: [{ id: a, reverse: true }] }]"
    expectFaults(in: head + often + items)
  }

  @Test func `a language that some texts have is asked for in the others`() {
    expectFaults(
      in: head + """
        title: { en: 1️⃣Safe }
        scales:
          x: { points: [{ code: 1, label: 2️⃣No }, { code: 2, label: Yes }] }
        sections:
          - id: s
            scale: x
            items:
              - { id: a, text: { en: One, cy: Un } }
              - { id: b, text: { en: 3️⃣Two } }
              - { id: c, text: { en: Three, cy: Tri } }
        """,
      Fault("1️⃣", "untranslated", "none of the titles has a Cymraeg (cy) text"),
      Fault("2️⃣", "untranslated", "none of the labels"),
      Fault("3️⃣", "untranslated", "'b' has no Cymraeg (cy) text; 2 of 3 items do"))
  }

  @Test func `scale items of a framework name a practice, and practices need a framework`() {
    let items = """
      sections:
        - { id: s, scale: often, items: [{ id: 1️⃣a }, { id: b, practice: 2️⃣vision.safety }] }
        - { id: t, items: [{ id: c, type: text }] }
      """
    expectFaults(
      in: head + "framework: small\n" + often + items.replacing("2️⃣", with: ""),
      Fault("1️⃣", "no-practice", "add 'practice'"))
    expectFaults(
      in: head + often + items.replacing("1️⃣", with: ""),
      Fault("2️⃣", "no-framework", "add 'framework' at the top"))
  }

  @Test func `frameworks, practices and methods are known`() {
    let reading = { (bytes: [UInt8], file: String, sink: inout DiagnosticSink) in
      let reader = InstrumentReader(frameworks: [smallFramework])
      _ = reader.read(bytes, file: file, into: &sink)
    }
    let rest = """
      method: [C4.M3, 2️⃣C4.M33]
      \(often)
      sections:
        - id: s
          scale: often
          items: [{ id: a, practice: 3️⃣vision.safty }, { id: b, practice: 4️⃣staff.trust }]
      """
    expectFaults(
      in: head + "framework: small\n" + rest,
      Fault("2️⃣", "unknown-method", "did you mean 'C4.M3'?"),
      Fault("3️⃣", "unknown-practice", "did you mean 'vision.safety'?"),
      Fault("4️⃣", "unknown-practice", "practices there are 'vision.safety'"), reading: reading)
    expectFaults(
      in: head + "framework: 1️⃣smal\n" + rest, Fault("1️⃣", "unknown-framework", "'small'"),
      reading: reading)
  }
}

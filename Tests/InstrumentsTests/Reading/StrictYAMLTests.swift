import Diagnostics
import Instruments
import Testing

struct StrictYAMLTests {
  @Test func `a tab at the start of a line is named on each line that has one`() {
    expectFaults(
      in: "id: sample\nversion:\n1️⃣\t1\naudience:\n  2️⃣\tpupils\n",
      Fault("1️⃣", "tab-indent", "line 3 starts with a tab; indent with spaces"),
      Fault("2️⃣", "tab-indent", "line 5"))
  }

  @Test func `tabs in comments, in blank lines and after a colon do no harm`() {
    #expect(read(head + "\t\n\t# note\ntitle:\tTabs\n" + often + twoItems).1 == [])
  }

  @Test func `anchors and aliases are named where they stand`() {
    expectFaults(
      in: head + """
        title: 1️⃣&t "Feeling safe"
        \(often)
        sections:
          - id: main
            stem: 2️⃣*t
            scale: often
            items: [{ id: a, text: 3️⃣*this }]
        """,
      Fault("1️⃣", "yaml-anchor", "'&t'"), Fault("2️⃣", "yaml-anchor", "'*t'"),
      Fault("3️⃣", "yaml-anchor", "put quotes round it if it is text"))
  }

  @Test func `stars, ampersands and exclamation marks within texts are texts`() {
    let text = """
      title: "*really* & truly!"
      \(often)
      sections:
        - id: main
          stem: see
            *this* and
            &that # not here
          scale: often
          items:
            - id: a
              text: |
                *one*
                &two
                !three
            - { id: b, text: 'it''s *this*', }
      """
    #expect(read(head + text).1 == [])
  }

  @Test func `tags are named and the rest is read`() {
    expectFaults(
      in: "id: 1️⃣!!str sample\nversion: 2️⃣!v 1\naudience: pupils\nprivacy: 3️⃣secret\n"
        + often + twoItems,
      Fault("1️⃣", "yaml-tag", "'!!str'"), Fault("2️⃣", "yaml-tag"), Fault("3️⃣", "unknown-word"))
  }

  @Test func `merge keys are named`() {
    expectFaults(
      in: head + often + "1️⃣<<: { title: x }\n" + twoItems,
      Fault("1️⃣", "yaml-merge-key", "write the keys out"))
  }

  @Test func `a repeated key names the line of the first, in blocks and in braces`() {
    expectFaults(
      in: """
        id: sample
        version: 1
        1️⃣"id": other
        audience: pupils
        2️⃣id: third
        privacy: anonymous
        \(often)
        sections:
          - id: main
            scale: often
            items:
              - { id: a, text: One, 3️⃣text: Two }
              - id: b
                text: Two
                4️⃣text: Three
          - id: other
            5️⃣id: again
            scale: often
            items: [{ id: c, text: { en: Six, 6️⃣en: Seven } }]
        """,
      Fault("1️⃣", "duplicate-key", "the key 'id' was given before on line 1"),
      Fault("2️⃣", "duplicate-key", "line 1"),
      Fault("3️⃣", "duplicate-key", "'text' was given before on line 19"),
      Fault("4️⃣", "duplicate-key", "line 21"), Fault("5️⃣", "duplicate-key", "line 23"),
      Fault("6️⃣", "duplicate-key", "'en'"))
  }

  @Test func `one-letter keys that are repeated often are all named`() {
    expectFaults(
      in: head + often + "missing: { a: PN, 1️⃣a: DK, 2️⃣a, 3️⃣'a': XX }\n" + twoItems,
      Fault("1️⃣", "duplicate-key"), Fault("2️⃣", "duplicate-key"), Fault("3️⃣", "duplicate-key"))
  }

  @Test func `a second document is named and not read`() {
    expectFaults(
      in: "---\n" + head + often + twoItems + "1️⃣---\nnonsense: 1\n\t: [\n",
      Fault("1️⃣", "several-documents", "keep one document"))
    expectFaults(
      in: head + often + twoItems + "...\n# end\n1️⃣more: 1\n", Fault("1️⃣", "several-documents"))
  }

  @Test func `directives are named`() {
    expectFaults(
      in: "1️⃣%YAML 1.2\n---\n" + head + often + twoItems, Fault("1️⃣", "yaml-directive", "delete"))
  }

  @Test func `a key must be one word`() {
    expectFaults(in: "1️⃣? id\n: sample\n", Fault("1️⃣", "complex-key", "key: value"))
    expectFaults(in: "1️⃣[a, b]: sample\n", Fault("1️⃣", "complex-key"))
    expectFaults(in: "a: { 1️⃣? b : c }\n", Fault("1️⃣", "complex-key"))
  }

  @Test(arguments: ["\u{200B}", "\u{7}", "\u{2028}", "\u{85}", "\u{E000}", "\u{FEFF}", "\u{0}"])
  func `characters that nobody sees are named`(_ character: String) {
    expectFaults(
      in: head + "title: Café 1️⃣\(character)x\n" + often + twoItems,
      Fault("1️⃣", "invisible-character", "delete it and type the text again"))
  }

  @Test func `escapes cannot bring in invisible characters`() {
    expectFaults(
      in: head + #"title: 1️⃣"a\u202Eb""# + "\n" + often + twoItems,
      Fault("1️⃣", "invisible-character", "U+202E"))
  }

  @Test func `emoji and accents count as one column each`() {
    expectFaults(
      in: head + "title: { en: \"👩🏽‍🏫 e\u{301} 🏴󠁧󠁢󠁷󠁬󠁳󠁿\", 1️⃣welsh: x }\n" + often + twoItems,
      Fault("1️⃣", "bad-language"))
  }

  @Test func `line ends of all systems count alike`() {
    let marked = head + "title: Safe\ncolour: blue\n" + often + twoItems
    for lineEnd in ["\r\n", "\r"] {
      var sink = DiagnosticSink()
      let text = marked.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: lineEnd)
      _ = InstrumentReader().read(Array(text.utf8), file: "sample.yaml", into: &sink)
      #expect(sink.diagnostics.map(\.location.description) == ["sample.yaml:6:1"])
      #expect(sink.diagnostics.map(\.length) == [6])
    }
  }

  @Test func `a byte order mark is dropped`() {
    #expect(read("\u{FEFF}" + head + often + twoItems).0 != nil)
  }
}

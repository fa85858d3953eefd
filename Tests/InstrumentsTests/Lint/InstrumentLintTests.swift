import Diagnostics
import Foundation
import Instruments
import Testing

/// What the wording of an instrument is looked at for, each finding at its place.
struct InstrumentLintTests {
  private func lint(_ bytes: [UInt8], _ file: String, _ sink: inout DiagnosticSink) {
    InstrumentLint.check(bytes, file: file, into: &sink)
  }

  private let missing = "missing: { prefer_not: PN }\n"

  private func items(_ lines: String...) -> String {
    "sections:\n  - id: main\n    scale: often\n    items:\n"
      + lines.map { "      - \($0)\n" }.joined()
  }

  @Test func `two questions in one are found, and phrases are not`() {
    expectFaults(
      in: head + often
        + items(
          "{ id: a, text: 1️⃣I am safe and happy }", "{ id: b, text: On the way to and from school }",
          "{ id: c, text: 2️⃣My teacher or a friend helps }", "{ id: d, text: The band is candid }",
          "{ id: e, type: text, text: What is good and what is bad? }"),
      Fault("1️⃣", "double-barrelled", "'and'"), Fault("2️⃣", "double-barrelled", "'or'"),
      reading: lint)
  }

  @Test func `denials are found`() {
    expectFaults(
      in: head + often
        + items(
          "{ id: a, text: 1️⃣I do not feel at home }", "{ id: b, text: 2️⃣I don’t like lunch }",
          "{ id: c, text: 3️⃣Nobody listens }", "{ id: d, text: I know another notion }"),
      Fault("1️⃣", "negated", "'not'"), Fault("2️⃣", "negated", "'don't'"),
      Fault("3️⃣", "negated", "'nobody'"), reading: lint)
  }

  @Test func `scales that lead to one side, rise unevenly or lack words are found`() {
    expectFaults(
      in: head + """
        scales:
          much: { favourable: [1️⃣2, 3, 4], points: [{ code: 1 }, { code: 2 }, { code: 3 }, { code: 4 }] }
          2️⃣odd: { points: [{ code: 1 }, { code: 2 }, { code: 4 }] }
          3️⃣half: { points: [{ code: 1, label: No }, { code: 2, label: Yes }, { code: 3 }] }
          ends: { points: [{ code: 1, label: Low }, { code: 2 }, { code: 3, label: High }] }
          five: { favourable: [4, 5], points: [{ code: 1 }, { code: 2 }, { code: 3 }, { code: 4 }, { code: 5 }] }
        sections:
          - id: main
            items:
              - { id: a, scale: much }
              - { id: b, scale: odd }
              - { id: c, scale: half }
              - { id: d, scale: ends }
              - { id: e, scale: five }
        """, Fault("1️⃣", "unbalanced-scale", "3 favourable answers and 1 others"),
      Fault("2️⃣", "uneven-codes"), Fault("3️⃣", "points-without-words"), reading: lint)
  }

  @Test func `a private question without a way out is found`() {
    let asked = items("{ id: a, text: 1️⃣I feel sad }", "{ id: b, text: I like maths }")
    expectFaults(in: head + often + asked, Fault("1️⃣", "no-way-out", "'sad'"), reading: lint)
    expectFaults(in: head + missing + often + asked, reading: lint)
    let labelled = "missing: { gone: { code: X, label: I would rather not say } }\n"
    expectFaults(in: head + labelled + often + asked, reading: lint)
    expectFaults(
      in: head + often + twoItems + """
              - id: g
                type: single
                text: What is your gender?
                choices: [{ code: g }, { code: n, label: Prefer not to say }]

        """, reading: lint)
  }

  @Test func `long words in long sentences are found, at the item and at the whole`() {
    let hard =
      "The multidisciplinary organisation communicates institutional responsibilities "
      + "comprehensively throughout administrative reorganisation"
    expectFaults(
      in: head.replacing("id: sample", with: "id: 2️⃣sample") + often
        + items("{ id: a, text: 1️⃣\(hard) }"),
      Fault("1️⃣", "hard-to-read", "'multidisciplinary'"),
      Fault("2️⃣", "hard-to-read", "all items together"), reading: lint)
    expectFaults(in: head + often + items("{ id: a, text: I can ask for help }"), reading: lint)
  }

  @Test func `missing translations are found`() {
    expectFaults(
      in: head + often + items("{ id: a, text: { en: One, cy: Un } }", "{ id: b, text: 1️⃣Two }"),
      only: "untranslated", file: "sample.yaml",
      [Fault("1️⃣", "untranslated", "(cy)")], location: #_sourceLocation
    ) { bytes, file, sink in
      var own = DiagnosticSink()
      InstrumentLint.check(bytes, file: file, into: &own)
      for found in own.diagnostics where !found.message.text.contains("none of the") {
        sink.report(found)
      }
    }
  }

  @Test func `a file with faults gets these and no findings`() {
    expectFaults(
      in: head + often + items("{ id: a, text: not and or, 1️⃣colour: red }"),
      Fault("1️⃣", "unknown-key"), reading: lint)
  }

  /// The findings in the instruments of the audit are those that the page of lint justifies.
  @Test func `the shipped instruments have no finding that is not justified`() throws {
    let page = try String(
      contentsOf: projectFolder.appending(path: "docs/methods/wording.md"), encoding: .utf8)
    var found: [String] = []
    for id in ["parent-partnership", "pupil-safety", "staff-wellbeing", "trusted-peers"] {
      let file = projectFolder.appending(path: "Instruments/\(id).yaml")
      var sink = DiagnosticSink()
      InstrumentLint.check([UInt8](try Data(contentsOf: file)), file: id, into: &sink)
      for finding in sink.diagnostics {
        let item = try #require(finding.message.text.firstMatch(of: /the item '([a-z_]+)'/)).1
        found.append("| `\(id)` | `\(item)` | `\(finding.message.id)` |")
      }
    }
    let rows = page.split(separator: "\n").map(String.init)
    let justified = rows.filter { $0.contains(/^\| `[a-z-]+` \| `/) }
    for line in found { #expect(justified.contains { $0.hasPrefix(line) }, "\(line)") }
    #expect(justified.count == found.count)
  }
}

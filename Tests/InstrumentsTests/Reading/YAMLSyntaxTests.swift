import Diagnostics
import Instruments
import Testing

struct YAMLSyntaxTests {
  @Test(arguments: [
    ("text: 1️⃣He said: hello\nversion: 1", "yaml-colon-in-text", "put quotes round it"),
    ("title: { en: 1️⃣He said: hello }", "yaml-colon-in-text", "put quotes round it"),
    ("title: 1️⃣\"Safe\": yes", "yaml-colon-in-text", "put quotes round it"),
    ("title: Safe\n  1️⃣version: 1", "yaml-indent", "line it up with its neighbours"),
    ("title: Safe\n  1️⃣and so: on", "yaml-colon-in-text", "line of its own below its neighbours"),
    ("title: 1️⃣\"Safe\nstem: \"How?\"\nb: 1", "yaml-quote", "closes on line 2 only"),
    ("title: { en: 1️⃣: Safe }", "yaml-syntax", "a value is missing here"),
    ("a: 1️⃣'it's'\nb: 1", "yaml-quote", "opened at column 4 closes at column 7"),
    ("a: { en: 1️⃣'it's' }\nb: 1", "yaml-quote", "use double quotes"),
    ("a: 1️⃣\"one\" two\nb: 1", "yaml-quote", "text follows"),
    ("a: 1️⃣\"one\nb: 1\nc: 2", "yaml-quote", "add the same quote"),
    ("a: 1️⃣[1, 2\nb: 1", "yaml-bracket", "has no ']'"),
    ("a: 1️⃣{ b: 1\nc: 1", "yaml-bracket", "has no '}'"),
    ("a: 1️⃣{ b: 1 ]\nc: 1", "yaml-bracket", "has no '}'"),
    ("a: [1] 1️⃣and more", "yaml-bracket", "put quotes round the whole"),
    ("a: 1️⃣@home", "yaml-reserved-character", "cannot start with '@'"),
    ("a: 1️⃣`b`", "yaml-reserved-character", "put quotes round the text"),
    ("a: 1️⃣% of pupils", "yaml-reserved-character", "cannot start with '%'"),
    ("a: 1\n1️⃣b\nc: 2", "yaml-syntax", "a key needs a colon"),
    ("a:\n  - 1\n 1️⃣- 2", "yaml-syntax", "same column"),
    ("a:\n  b: 1\n 1️⃣c: 2", "yaml-syntax", "same column"),
    ("a: 1️⃣- b", "yaml-syntax", "on a line of its own"),
    (#"a: "C:1️⃣\data""#, "yaml-syntax", "write \\\\ or use single quotes"),
    ("a: [[b] 1️⃣c]", "yaml-syntax", "a comma or a closing bracket is missing"),
  ])
  func `the first syntax error is told in plain words`(
    _ text: String, _ id: String, _ remedy: String
  ) {
    expectFaults(in: text, Fault("1️⃣", id, remedy))
  }

  @Test func `only the first of several syntax errors is told`() {
    expectFaults(
      in: "a: 1️⃣b: c\nd: 'it's'\ne: [\n", Fault("1️⃣", "yaml-colon-in-text"))
  }
}

import Instruments
import Testing

@testable import Responses

struct AnswerReaderTests {
  private static let survey = instrument(
    [item("safe", often), item("year", .single([point("y3", "Year 3"), point("012", "Year 12")]))])

  @Test(
    arguments: [
      ("1", "1"), ("4", "4"), ("4.0", "4"), ("4.00", "4"), (" 4 ", "4"), ("\u{A0}4", "4"),
      ("Never", "1"), ("NEVER", "1"), ("never.", "1"), ("\tnever ", "1"), ("Byth", "1"),
      ("gan  amlaf", "3"), ("4 - Always", "4"), ("4 – always", "4"), ("4. Always", "4"),
      ("4) ALWAYS", "4"), ("4: bob amser", "4"), ("4 Always", "4"), ("PN", "prefer_not"),
      ("pn", "prefer_not"),
      ("I do not want to say", "prefer_not"), ("Prefer not to say.", "prefer_not"),
      ("DK", "dont_know"), ("Don’t know", "dont_know"), ("don't KNOW", "dont_know"),
      ("", "-"), ("  ", "-"), ("\u{A0}", "-"), ("\"\"", "-"),
    ])
  func `codes, labels in any language and declared reasons are read`(
    _ cell: String, _ answer: String
  ) {
    let file = imported("safe,year\n\(cell),y3\n", for: Self.survey)
    #expect(file.answers("safe") == [answer], "\(file.messages)")
  }

  @Test(
    arguments: [
      "0", "5", "4.5", "4,0", "04", "+4", "4e0", "0x4", "٤", "½", "é", "Nevr", "Always.0", ".0",
      "1;2", "N/A", "#REF!", "?", "4 - Never", "4 -", "…", "\u{200B}", "-1",
    ])
  func `anything else is a fault`(_ cell: String) {
    let file = imported("safe,year\n\"\(cell)\",y3\n", for: Self.survey)
    #expect(file.faults == ["answers.csv:2 unknown-answer"])
  }

  @Test func `codes are text, so that a leading nought counts`() {
    #expect(imported("safe,year\n1,012\n", for: Self.survey).answers("year") == ["012"])
    #expect(imported("safe,year\n1,12\n", for: Self.survey).outcome == nil)
  }

  @Test func `a cell that two points share is set aside and counted`() {
    let mixed = instrument([
      item("a", .single([point("1", "2"), point("2", "3"), point("4", "Yes"), point("5", "yes!")]))
    ])
    let file = imported("a\n1\n2\nYES\n3\n", for: mixed)
    #expect(file.answers("a") == ["1", "unreadable", "unreadable", "2"])
    #expect(file.ledger?.unreadableCells == 2 && file.ledger?.needsPerson == true)
  }

  @Test func `an unreadable cell of a row that is left out is not counted`() {
    let mixed = instrument([
      item("a", .single([point("1", "2"), point("2", "1")])), item("b", often),
    ])
    let accept = options { $0.acceptsRejects = true }
    #expect(imported("a,b\n1,9\n2,1\n", for: mixed, accept).ledger?.unreadableCells == 1)
  }

  @Test func `a code that is both an answer and a reason is unreadable`() {
    let odd = instrument(
      [item("a", often)], missing: [.init(reason: "not_seen", point: point("4", "Not seen"))])
    #expect(imported("a\n4\nNot seen\n", for: odd).answers("a") == ["unreadable", "not_seen"])
  }

  @Test func `the usual wordings stand back behind the instrument's own answers`() {
    let own = instrument([item("a", .single([point("1", "Not sure"), point("2", "Sure")]))])
    #expect(imported("a\nnot sure\n", for: own).answers("a") == ["1"])
  }

  @Test func `items with the same points and items with others do not mix`() {
    let survey = instrument([
      item("a", often), item("b", .single([point("1", "Never ever")])), item("c", often),
    ])
    let file = imported("a,b,c\nNever,Never ever,Always\n1,1,4\nSometimes,,\n", for: survey)
    #expect(file.answers("a") == ["1", "1", "2"])
    #expect(file.answers("b") == ["1", "1", "-"])
    #expect(file.answers("c") == ["4", "4", "-"])
  }

  @Test func `more distinct answers than are remembered are read all the same`() {
    let points = (0..<200).map { point("c\($0)", "Choice \($0)") }
    let survey = instrument([item("a", .single(points))])
    let spaced = (0..<5_000).map { row in
      "choice" + String(repeating: " ", count: row % 50 + 1) + "\(row % 200)"
    }
    let file = imported("a\n" + spaced.joined(separator: "\n") + "\n", for: survey)
    #expect(file.answers("a") == (0..<5_000).map { "c\($0 % 200)" })
  }
}

import Instruments
import Testing

@testable import Responses

struct HeadingMatcherTests {
  private static let survey = instrument(
    [
      item("safe_class", often, text: "In my classroom", stem: "How safe do you feel…"),
      item("safe_play", often, text: "In the playground", stem: "How safe do you feel…"),
    ], aliases: ["safe_play": ["Q2_2", "Playground?"]])

  @Test(
    arguments: [
      "safe_class,safe_play", "SAFE_CLASS,Safe Play", " safe class ,safe-play",
      "In my classroom,In the playground", "in  my\tclassroom.,IN THE PLAYGROUND!",
      "How safe do you feel… In my classroom,How safe do you feel... [In the playground]",
      "How safe do you feel? [In my classroom],how safe do you feel - in the playground",
      "“In my classroom”,In the\u{A0}playground", "\"In my\nclassroom\",\u{200B}In the playground",
      "safe_class,q2_2", "safe_class,playground",
    ])
  func `columns are found by id, alias, wording and stem, look-alikes included`(_ header: String) {
    for line in [header, header.split(separator: ",").reversed().joined(separator: ",")] {
      let first = line == header
      let file = imported("\(line)\n\(first ? "1,4" : "4,1")\n", for: Self.survey)
      #expect(file.answers("safe_class") == ["1"], "\(file.messages)")
      #expect(file.answers("safe_play") == ["4"])
    }
  }

  @Test func `every language of a wording finds the column`() {
    let text = LocalizedText(["en": "In my classroom", "cy": "Yn fy nosbarth"])
    let survey = instrument([Item(id: "safe", text: text, format: often, section: "main")])
    #expect(imported("Yn fy nosbarth\nByth\n", for: survey).answers("safe") == ["1"])
  }

  @Test func `an id finds its column before another item's wording does`() {
    let survey = instrument([item("a", often, text: "b"), item("b", often, text: "a")])
    let file = imported("a,b\n1,4\n", for: survey)
    #expect(file.answers("a") == ["1"] && file.answers("b") == ["4"])
  }

  @Test func `an item that two columns carry is a fault`() {
    let file = imported("safe_class,safe_play,Q2_2\n1,2,3\n", for: Self.survey)
    #expect(file.faults == ["answers.csv:1 item-twice"])
    #expect(file.messages.allSatisfy { $0.contains("columns 2 and 3") && $0.contains("safe_play") })
  }

  @Test func `a heading that two items share is a fault, and neither is called missing`() {
    let survey = instrument([
      item("a", often, text: "Work", stem: "At school"),
      item("b", often, text: "Work", stem: "At home"),
    ])
    let file = imported("Work,Work\n1,2\n", for: survey)
    #expect(Set(file.faults) == ["answers.csv:1 ambiguous-heading"])
    #expect(file.messages.allSatisfy { $0.contains("'a', 'b'") })
    #expect(imported("At home Work,At school Work\n1,2\n", for: survey).answers("a") == ["2"])
  }

  @Test func `a missing item is a fault that names the nearest heading`() {
    let file = imported("\n\nsafe_class,In the plaground\n1,2\n", for: Self.survey)
    #expect(file.faults == ["answers.csv:3 missing-column"])
    #expect(
      file.messages.allSatisfy { $0.contains("'safe_play'") && $0.contains("'In the plaground'") })
  }

  @Test func `columns that no item claims are passed over`() {
    let file = imported("x,safe_class,y,safe_play,y\nanything,1,\"z\n\",4,\n", for: Self.survey)
    #expect(file.answers("safe_class") == ["1"] && file.answers("safe_play") == ["4"])
  }

  @Test func `Microsoft numbers statements that stand in several grids, in the order of the items`()
  {
    let items = [
      item("a", often, text: "Work", stem: "At school"),
      item("b", often, text: "Rest", stem: "At school"),
      item("c", often, text: "Work", stem: "At home"),
      item("d", often, text: "Work", stem: "Elsewhere"),
    ]
    let file = imported(
      "ID,Start time,Completion time,Work,Rest,Work2,Work3\n1,,,1,2,3,4\n", for: instrument(items))
    #expect(["a", "b", "c", "d"].flatMap(file.answers) == ["1", "2", "3", "4"])
  }

  @Test func `a column that the tool adds carries an item only where no other does`() {
    let survey = instrument([item("name", .text, text: "Name"), item("safe", often)])
    let header = "ID,Start time,Completion time,Name,safe"
    #expect(imported("\(header)\n1,,,account,2\n", for: survey).answers("name") == ["account"])
    let both = instrument(
      [item("name", .text, text: "Name"), item("safe", often)], aliases: ["name": ["Your name"]])
    let file = imported("\(header),Your name\n1,,,account,2,Ann\n", for: both)
    #expect(file.answers("name") == ["Ann"], "\(file.messages)")
  }

  @Test func `a wording that looks like a numbered repeat is not taken for one`() {
    let items = [
      item("a", often, text: "Work", stem: "One"), item("b", often, text: "Work", stem: "Two"),
      item("c", often, text: "Work2"),
    ]
    let file = imported(
      "ID,Start time,Completion time,Work,Work2,Work22\n1,,,1,2,3\n", for: instrument(items))
    #expect(file.faults.contains("answers.csv:1 ambiguous-heading"))
  }

  @Test func `columns without a heading may be blank`() {
    let file = imported("safe_class,,safe_play,\n1,,4, \n", for: Self.survey)
    #expect(file.answers("safe_class") == ["1"])
  }

  @Test func `each row that fills a column without a heading is a fault`() {
    let text = "safe_class,safe_play,\n1,4,\n2,3,x\n1,1,\n4,4,y\n"
    let faults = ["answers.csv:3 unnamed-column", "answers.csv:5 unnamed-column"]
    #expect(imported(text, for: Self.survey).faults == faults)
    let rest = imported(text, for: Self.survey, options { $0.acceptsRejects = true })
    #expect(rest.faults == faults)
    #expect(rest.answers("safe_class") == ["1", "1"], "whichever row comes first")
    #expect(rest.ledger?.excluded == [.fault: 2])
  }

  @Test func `columns asked for beside the items keep their labels`() throws {
    let keep = options { $0.extras = ["Class", "site"] }
    let text = "safe_class,safe_play,class,Site\n1,4,5B,\n2,3,5A,x\n1,1,5B,x\n"
    let table = try #require(imported(text, for: Self.survey, keep).table)
    #expect(table.extras["Class"] == LabelColumn(labels: ["5B", "5A"], cells: [0, 1, 0]))
    #expect(table.extras["site"] == LabelColumn(labels: ["x"], cells: [-1, 0, 0]))
  }

  @Test(
    arguments: [
      ("Clas", "safe_class,safe_play,class\n1,4,x\n", "no-such-column", "'class'"),
      ("class", "safe_class,safe_play,Class,class\n1,4,x,y\n", "heading-twice", "columns 3 and 4"),
    ])
  func `a column that is asked for must be there once`(
    _ heading: String, _ text: String, _ id: String, _ words: String
  ) {
    let file = imported(text, for: Self.survey, options { $0.extras = [heading] })
    #expect(file.faults == ["answers.csv:1 \(id)"])
    #expect(file.messages.allSatisfy { $0.contains(words) })
  }

  @Test func `all faults of the headings are told in one run`() {
    let survey = instrument([item("a", often), item("b", often), item("c", often)])
    let file = imported("a,a,x\n1,2,3\n", for: survey, options { $0.identifier = "person" })
    #expect(
      file.faults == [
        "answers.csv:1 item-twice", "answers.csv:1 missing-column", "answers.csv:1 missing-column",
        "answers.csv:1 no-such-column",
      ])
  }

  @Test func `instruments with more answers than fit are refused, not cut`() {
    let many = (0..<241).map { point("c\($0)") }
    let choices = instrument([
      item("a", .single(many)), item("b", .multiple(Array(many.prefix(63)))),
    ])
    let file = imported("a,b\nc1,c2\n", for: choices)
    #expect(file.faults == ["answers.csv:1 too-many-answers", "answers.csv:1 too-many-answers"])
    let reasons = many.prefix(14).map { Instrument.MissingReason(reason: $0.code, point: $0) }
    let missing = instrument([item("a", often)], missing: Array(reasons))
    #expect(imported("a\n1\n", for: missing).faults == ["answers.csv:1 too-many-answers"])
  }

  @Test func `the last answers that fit are told apart`() {
    let survey = instrument(
      [
        item("a", .single((0..<240).map { point("c\($0)") })),
        item("b", .multiple((0..<62).map { point("c\($0)") })),
      ],
      missing: (0..<13).map { .init(reason: "r\($0)", point: point("m\($0)")) })
    let file = imported("a,b\nc239,c61;c0\nm12,\nm0,c61\n", for: survey)
    #expect(file.answers("a") == ["c239", "r12", "r0"])
    #expect(file.answers("b") == ["c0+c61", "-", "c61"])
  }
}

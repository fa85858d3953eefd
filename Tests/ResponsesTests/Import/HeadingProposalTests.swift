import Diagnostics
import Instruments
import Testing

@testable import Responses

/// A heading that is near is asked about, and taken only when a person says so.
struct HeadingProposalTests {
  private static let survey = instrument([
    item("safe_class", often, text: "How safe do you feel in your classroom on most days?"),
    item("safe_play", often, text: "In the playground"),
    item("worry", .multiple([point("a", "Toilets"), point("b", "Corridors")]), text: "Where?"),
  ])

  @Test(
    arguments: [
      ("How safe do you feel in your clasroom on most days?", "safe_class"),
      ("How safe do you feel in your class", "safe_class"),
      ("How safe do you feel in your classroom on most days? (tick one)", "safe_class"),
      ("1: In the playground", "safe_play"), ("In the plyground…", "safe_play"),
    ])
  func `typos, cut headings and additions are questions, and never taken alone`(
    _ heading: String, _ id: String
  ) {
    let other = id == "safe_class" ? "In the playground" : "safe_class"
    let text = "\(heading),\(other),Where?\n1,4,Toilets\n"
    let file = imported(text, for: Self.survey)
    #expect(file.faults == ["answers.csv:1 missing-column"])
    #expect(file.messages.allSatisfy { $0.contains("--confirm \(id);") }, "\(file.messages)")
    let taken = imported(text, for: Self.survey, options { $0.confirmed = [id] })
    #expect(taken.answers(id) == ["1"] && taken.messages.isEmpty, "\(taken.messages)")
    let wrong = imported(text, for: Self.survey, options { $0.confirmed = ["worry"] })
    #expect(wrong.faults == ["answers.csv:1 missing-column"])
  }

  @Test func `the column of a choice is confirmed with its item`() {
    let text = "safe_class,safe_play,Where? [Toilets],Where? [Coridors]\n1,2,1,0\n"
    let one = "worry/b"
    let survey = instrument(
      Self.survey.items.dropLast() + [
        item(
          "worry", .multiple([point("a", "Toilets"), point("b", "Corridors"), point("c", "Bus")]),
          text: "Where?")
      ])
    let head = text.replacing("\n1,2,1,0", with: ",Where? [Bus]\n1,2,1,1,0")
    let file = imported(head, for: survey)
    #expect(file.messages.count == 1 && file.messages[0].contains("--confirm \(one);"))
    let taken = imported(head, for: survey, options { $0.confirmed = [one] })
    #expect(taken.answers("worry") == ["a+b"], "\(taken.messages)")
  }

  @Test func `a heading that is as near to two items, or two to one, is no proposal`() {
    let two = instrument([
      item("a", often, text: "Help from staff 1"), item("b", often, text: "Help from staff 2"),
    ])
    let file = imported("Help from staff 3,x\n1,2\n", for: two)
    #expect(file.faults.count == 2 && !file.messages.contains { $0.contains("--confirm") })
    let one = instrument([item("a", often, text: "Help from staff")])
    let both = imported("Help from staff 1,Help from staff 2\n1,2\n", for: one)
    #expect(both.faults.count == 1 && !both.messages.contains { $0.contains("--confirm") })
  }

  @Test func `a confirmation of nothing is a fault`() {
    let text = "safe_class,safe_play,Where?\n1,4,Toilets\n"
    let file = imported(text, for: Self.survey, options { $0.confirmed = ["safe_clas"] })
    #expect(file.faults == ["--confirm nothing-to-confirm"])
    #expect(file.messages[0].contains("'safe_class'"))
  }

  @Test func `a heading that a recipe had under another name is asked about by it`() {
    let recipe = ImportRecipe(
      dialect: nil, columns: [ImportRecipe.Column(heading: "Frage 17 (Hof)", item: "safe_play")])
    let file = imported(
      "safe_class,Frage 18 (Hof),Where?\n1,4,Toilets\n", for: Self.survey,
      options { $0.recipe = recipe })
    #expect(file.messages.contains { $0.contains("--confirm safe_play;") }, "\(file.messages)")
  }

  @Test func `a proposed line of a recipe is a question until it says column`() throws {
    let head = "safe_class,In the plyground,Where?\n1,4,Toilets\n"
    let source = FileSource(name: "a.csv", bytes: Array(head.utf8))
    var sink = DiagnosticSink()
    let export = try #require(ExportFile.open(source, ImportOptions(), reporting: &sink))
    let reading = ExportReading(export, for: Self.survey, options: ImportOptions())
    #expect(reading.uses.map(\.proposal) == [nil, "safe_play", nil])
    let recipe = reading.recipe
    #expect(recipe.proposedCount == 1)
    let asked = imported(head, for: Self.survey, options { $0.recipe = recipe })
    #expect(asked.faults == ["answers.csv:1 missing-column"])
    let confirmed = ImportRecipe(
      dialect: nil,
      columns: recipe.columns.map {
        ImportRecipe.Column(heading: $0.heading, item: $0.item, choice: $0.choice)
      })
    let taken = imported(head, for: Self.survey, options { $0.recipe = confirmed })
    #expect(taken.answers("safe_play") == ["4"] && taken.messages.isEmpty)
  }
}

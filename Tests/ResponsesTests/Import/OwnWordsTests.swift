import Instruments
import Testing

@testable import Responses

/// What people write beside the choices is taken, or told with its number; it is never lost unseen.
struct OwnWordsTests {
  private static let places = [
    point("toilets", "Toilets"), point("corridors", "Corridors"), point("other", "Other"),
  ]

  /// A single and a multiple question, with the choice for everything else and without, and with a
  /// text item beside the second and without.
  private func survey(hasChoice: Bool = true, hasHome: Bool = false) -> Instrument {
    let points = hasChoice ? Self.places : Array(Self.places.prefix(2))
    let home = hasHome ? [item("where_other", .text)] : []
    return instrument(
      [
        item("most", .single(points), text: "Where most?"),
        item("where", .multiple(points), text: "Where do you worry?"),
      ] + home)
  }

  private let monkey =
    "Respondent ID,Collector ID,Where most?,Where do you worry?,,\n"
    + ",,Response,Toilets,Corridors,Other (please specify)\n"

  @Test func `a column of other words is a tick of that choice, and its words are told`() {
    let text = monkey + "1,9,Toilets,Toilets,,By the bins\n2,9,Other,,Corridors,\n3,9,Other,,,B\n"
    let file = imported(text, for: survey())
    #expect(file.answers("where") == ["toilets+other", "corridors", "other"], "\(file.messages)")
    #expect(file.faults == ["answers.csv:1 own-words-not-kept"])
    #expect(file.messages[0].contains("2 rows have words beside the choices of 'where'"))
    #expect(!file.messages[0].contains("bins"), "no answer of a pupil in a message")
  }

  @Test func `the text item beside the choices takes the words`() {
    let text = monkey + "1,9,Toilets,Toilets,,By the bins\n2,9,Other,,Corridors,\n"
    let file = imported(text, for: survey(hasHome: true))
    #expect(file.answers("where") == ["toilets+other", "corridors"], "\(file.messages)")
    #expect(file.answers("where_other") == ["By the bins", ""] && file.messages.isEmpty)
  }

  @Test(arguments: [false, true])
  func `an instrument without that choice tells the column, or takes its words`(_ hasHome: Bool) {
    let text = monkey + "1,9,Toilets,Toilets,,By the bins\n2,9,Corridors,,Corridors,\n"
    let file = imported(text, for: survey(hasChoice: false, hasHome: hasHome))
    #expect(file.answers("where") == ["toilets", "corridors"], "\(file.messages)")
    if hasHome {
      #expect(file.answers("where_other") == ["By the bins", ""] && file.messages.isEmpty)
    } else {
      #expect(file.faults == ["answers.csv:1 own-words-not-kept"])
      #expect(file.messages[0].contains("1 row has"))
    }
  }

  private let google = "Timestamp,Where most?,Where do you worry?\n"

  @Test func `Google's words in the cell are that choice, and are kept or told`() {
    let text =
      google + "17/11/2025 09:00:00,By the bins,\"Toilets, behind the gym, at night\"\n"
      + "17/11/2025 09:01:00,Other,\"Toilets, Corridors\"\n17/11/2025 09:02:00,,On the bus\n"
    let kept = imported(text, for: survey(hasHome: true))
    #expect(kept.answers("most") == ["other", "other", "-"], "\(kept.messages)")
    #expect(kept.answers("where") == ["toilets+other", "toilets+corridors", "other"])
    #expect(kept.answers("where_other") == ["behind the gym, at night", "", "On the bus"])
    #expect(kept.messages.count == 1 && kept.messages[0].contains("1 row has words"))
    #expect(kept.messages[0].contains("'most'"))
    let told = imported(text, for: survey())
    #expect(told.answers("where") == kept.answers("where"))
    #expect(told.faults.count == 2 && told.messages[1].contains("2 rows have words"))
  }

  @Test(
    arguments: [
      "Toilts,Toilets", "7,Toilets", "Toilets,\"Toilts, on the bus\"",
      "Toilets,\"On the bus, Toilets\"",
    ])
  func `a slip, a number and words before a choice are faults, not somebody's words`(
    _ cells: String
  ) {
    let file = imported(google + "17/11/2025 09:00:00,\(cells)\n", for: survey())
    #expect(file.faults == ["answers.csv:2 unknown-answer"])
  }

  @Test func `without that choice, or from a tool that has a column for them, words are faults`() {
    let text = google + "17/11/2025 09:00:00,By the bins,Toilets\n"
    #expect(
      imported(text, for: survey(hasChoice: false)).faults == ["answers.csv:2 unknown-answer"])
    #expect(
      imported("most,where\nBy the bins,Toilets\n", for: survey()).faults
        == ["answers.csv:2 unknown-answer"])
  }

  private func qualtrics(_ names: [String], _ texts: [String], _ rows: [String]) -> String {
    let ids = names.map { "\"{\"\"ImportId\"\":\"\"QID\($0)\"\"}\"" }
    return
      (["ResponseId,Status,Finished," + names.joined(separator: ",")]
      + ["Response ID,Response Type,Finished," + texts.joined(separator: ",")]
      + ["\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",x,y," + ids.joined(separator: ",")]
      + rows.enumerated().map { "R_\($0.offset),0,1,\($0.element)" }).joined(separator: "\n") + "\n"
  }

  @Test(arguments: [false, true])
  func `Qualtrics' _TEXT columns are kept or told`(_ hasHome: Bool) {
    let text = qualtrics(
      ["Q1", "Q1_3_TEXT", "Q2", "Q2_3_TEXT"],
      [
        "Where most? - Selected Choice", "Where most? - Other (please specify) - Text",
        "Where do you worry? - Selected Choice", "Where do you worry? - Other - Text",
      ], ["Other,The bins,\"Toilets,Other\",The gym", "Toilets,,Corridors,"])
    let file = imported(text, for: survey(hasHome: hasHome))
    #expect(file.answers("most") == ["other", "toilets"], "\(file.messages)")
    #expect(file.answers("where") == ["toilets+other", "corridors"])
    #expect(file.messages.count == (hasHome ? 1 : 2))
    if hasHome { #expect(file.answers("where_other") == ["The gym", ""]) }
  }

  @Test func `a negative recode and a side-by-side column have headings of their own`() {
    #expect(HeadingKey.of("Q2_-1") != HeadingKey.of("Q2_1"))
    #expect(HeadingKey.of("Q11#1_1") != HeadingKey.of("Q11_1_1"))
    #expect(HeadingKey.of("How safe - in class") == HeadingKey.of("How safe in class"))
    #expect(HeadingKey.of("don't-know #4") == "dont know 4")
    let survey = instrument(
      [item("now", often), item("then", often), item("low", often), item("high", often)],
      aliases: ["now": ["Q1#1_1"], "then": ["Q1#2_1"], "low": ["Q2_-1"], "high": ["Q2_1"]])
    let text = qualtrics(
      ["Q1#1_1", "Q1#2_1", "Q2_-1", "Q2_1"],
      ["How safe? - Now - In class", "How safe? - Then - In class", "A - x", "A - y"], ["1,2,3,4"])
    let file = imported(text, for: survey)
    let answers = ["now", "then", "low", "high"].flatMap(file.answers)
    #expect(answers == ["1", "2", "3", "4"], "\(file.messages)")
  }

  @Test func `a recoded blank is no answer where a recipe says so, whatever the item`() {
    let items = [
      item("safe", often), item("age", .number), item("day", .date), item("note", .text),
      item("where", .multiple(Self.places)),
    ]
    let text = "safe,age,day,note,where\n-99,-99,-99,-99,-99\n-1,7,2025-11-17,-9,Toilets\n"
    let recipe = ImportRecipe(
      dialect: nil, columns: [],
      values: [
        ImportRecipe.Value(item: "", value: "-99", code: ""),
        ImportRecipe.Value(item: "safe", value: "-1", code: "DK"),
      ])
    let file = imported(text, for: instrument(items), options { $0.recipe = recipe })
    #expect(file.answers("safe") == ["-", "dont_know"], "\(file.messages)")
    #expect(file.answers("age") == ["-", "7.0"] && file.answers("day") == ["-", "2025-11-17"])
    #expect(file.answers("note") == ["", "-9"] && file.answers("where") == ["-", "toilets"])
    #expect(imported(text, for: instrument(items)).faults.contains("answers.csv:2 unknown-answer"))
  }
}

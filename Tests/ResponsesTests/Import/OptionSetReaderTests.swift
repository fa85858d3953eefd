import Instruments
import Testing

@testable import Responses

struct OptionSetReaderTests {
  private static let survey = instrument([
    item(
      "where",
      .multiple([
        point("toilets", "Toilets"), point("corridors", "Corridors", ["cy": "Coridorau"]),
        point("journey", "Journey home, after school"), point("walk", "Journey home"),
        point("bus", "Bus; tram"), point("n", "None of these"),
      ]), text: "Where do you feel worried?")
  ])

  @Test(
    arguments: [
      ("Toilets", "toilets"), ("toilets", "toilets"), ("Toilets;", "toilets"),
      ("Toilets;Corridors", "toilets+corridors"), ("Corridors, Toilets", "toilets+corridors"),
      ("Toilets|CORIDORAU", "toilets+corridors"), ("toilets corridors", "toilets+corridors"),
      ("Toilets\nCorridors\n", "toilets+corridors"),
      (";;Toilets; ;Corridors;", "toilets+corridors"),
      ("Toilets;Toilets", "toilets"),
      ("Journey home, after school", "journey"),
      ("Toilets, Journey home, after school", "toilets+journey"),
      ("Toilets;Journey home, after school;", "toilets+journey"),
      ("Journey home", "walk"), ("Journey home;Toilets", "toilets+walk"),
      ("Journey home, Journey home, after school", "journey+walk"),
      ("Bus; tram;Toilets", "toilets+bus"), ("Bus; tram", "bus"),
      ("n", "n"), ("None of these.", nil), ("None of these", "n"),
      ("", "-"), (" ", "-"), ("PN", "-"), ("I do not want to say", "-"),
      ("Toilets;Hall", nil), ("Hall", nil), ("Toilet", nil), ("ToiletsCorridors", nil),
      ("Journey home, after", nil), ("Toilets;PN", nil), ("1", nil),
    ] as [(String, String?)])
  func `a cell is cut into known choices whatever parts them`(_ cell: String, _ chosen: String?) {
    let file = imported("where\n\"\(cell)\"\n\" \"\n", for: Self.survey)
    if cell.trimmingBlanks.isEmpty {
      #expect(file.ledger?.excluded == [.empty: 2])
    } else if let chosen {
      #expect(file.answers("where") == [chosen], "\(file.messages)")
    } else {
      #expect(file.faults == ["answers.csv:2 unknown-answer"])
    }
  }

  @Test func `a cell that can be cut in two ways is set aside`() {
    let survey = instrument([
      item("a", .multiple([point("x", "Mum"), point("y", "Dad"), point("z", "Mum, Dad")]))
    ])
    let file = imported("a\n\"Mum, Dad\"\nDad\n", for: survey)
    #expect(file.answers("a") == ["unreadable", "y"])
    #expect(file.ledger?.unreadableCells == 1)
  }

  @Test func `labels that follow one another in very many ways do not take for ever`() {
    let words = (0..<31).map { "w\($0)" }
    let single = words.map { point($0) }
    let double = (0..<30).map { point("d\($0)", "\(words[$0]) \(words[$0 + 1])") }
    let survey = instrument([item("a", .multiple(single + double))])
    let file = imported("a\n\(words.joined(separator: " "))\nw3\n", for: survey)
    #expect(file.answers("a") == ["unreadable", "w3"])
  }

  @Test(
    arguments: [
      ("1,0,", "toilets"), ("0,0,0", ""), (",,", "-"), ("x,X,", "toilets+stairs"),
      ("yes,no,Y", "toilets+nowhere"),
      ("TRUE,FALSE,false", "toilets"), ("Toilets,,", "toilets"),
      ("toilets,stairs,", "toilets+stairs"),
      ("Checked,Unchecked,-", "toilets"), ("✓,,", "toilets"), (" 1 , ,", "toilets"),
      ("1,1,1", "toilets+stairs+nowhere"), (",,No", "unreadable"), ("1,,no", "unreadable"),
      (",no,", ""),
      ("Stairs,,", nil), ("2,,", nil), ("PN,,", nil),
    ] as [(String, String?)])
  func `columns of one choice each hold ticks or the choice itself`(
    _ row: String, _ chosen: String?
  ) {
    let survey = instrument([
      item(
        "where",
        .multiple([point("toilets", "Toilets"), point("stairs", "Stairs"), point("nowhere", "No")]),
        text: "Where?"),
      item("safe", often),
    ])
    for header in [
      "where/toilets,where[stairs],where_No", "Where? [Toilets],Where? - Stairs,Where? nowhere",
    ] {
      let file = imported("\(header),safe\n\(row),1\n", for: survey)
      if let chosen {
        #expect(file.answers("where") == [chosen], "\(file.messages)")
      } else {
        #expect(file.faults == ["answers.csv:2 unknown-answer"])
      }
    }
  }

  @Test func `every faulty option column of a row is told`() {
    let survey = instrument([item("w", .multiple([point("a"), point("b"), point("c")]))])
    let file = imported("w a,w b,w c\n5,1,6\n", for: survey)
    #expect(file.messages.count == 2)
    #expect(file.messages[0].contains("'w a'") && file.messages[1].contains("'w c'"))
  }

  @Test func `a choice without its column is a fault, for nobody could have ticked it`() {
    let survey = instrument([
      item("w", .multiple([point("a"), point("b", "Big hall"), point("c")]))
    ])
    let file = imported("w a,w bg hall,w c\n1,1,0\n", for: survey)
    #expect(file.faults == ["answers.csv:1 missing-column"])
    #expect(file.messages.allSatisfy { $0.contains("'Big hall'") && $0.contains("'w'") })
  }

  @Test func `two choices whose headings look the same are a fault`() {
    let survey = instrument([item("w", .multiple([point("c"), point("c#"), point("d")]))])
    let file = imported("w c,w d\n1,0\n", for: survey)
    #expect(file.faults == ["answers.csv:1 ambiguous-heading"])
  }

  @Test func `where the whole item has a column, those of its choices are passed over`() {
    let file = imported("where,where/toilets\nCorridors,1\n", for: Self.survey)
    #expect(file.answers("where") == ["corridors"])
  }
}

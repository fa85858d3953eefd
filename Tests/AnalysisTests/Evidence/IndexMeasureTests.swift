import Analysis
import Instruments
import Testing

struct IndexMeasureTests {
  private let lessons = SmallRecord(
    items: [
      "id: lesson, type: text", "id: place, type: text", "id: observer, type: text",
      "id: keeps_on, type: number", "id: gives_up, type: number",
    ],
    rule: [
      "unit: lesson", "setting: place", "observer: observer",
      "minimum: { units: 3, settings: 2, count: 20 }", "measures:",
      "  - { id: keeping_on, kind: share, of: keeps_on, among: [keeps_on, gives_up], practices: vision.values }",
    ])
  private let head = "lesson,place,observer,keeps_on,gives_up"

  @Test func `a tally is the share of all events with its lessons as units`() throws {
    let found = try #require(
      try lessons.evidence([head, "a,5B,o,6,2", "b,5B,o,5,1", "c,6A,o,4,6"]).first)
    #expect(found.id == "small.keeping_on")
    #expect(isClose(found.points?.value, 100 * 15.0 / 24))
    #expect(found.points?.df == 2)
    #expect((found.base.units, found.base.toldSettings, found.base.count) == (3, 2, 24))
    #expect(found.isEnough)
    #expect(found.index == found.points)
    #expect(found.family == .seen)
  }

  @Test func `too few lessons, settings or events give a figure that enters nothing`() throws {
    let few = [
      ["a,5B,o,9,9", "b,6A,o,9,9"], ["a,5B,o,9,9", "b,5B,o,9,9", "c,5B,o,9,9"],
      ["a,5B,o,1,1", "b,6A,o,1,1", "c,6A,o,1,1"],
    ]
    for rows in few {
      let found = try #require(try lessons.evidence([head] + rows).first)
      #expect(found.points?.value == 50)
      #expect(!found.isEnough)
      #expect(found.index == nil)
      #expect(found.feeds == .nothing)
    }
  }

  @Test func `a lesson that two observers saw counts once, and says how far they agree`() throws {
    let found = try #require(
      try lessons.evidence([head, "a,5B,o,6,2", "a,5B,p,4,2", "b,6A,o,5,5", "c,6A,o,0,10"]).first)
    #expect(isClose(found.points?.value, 100 * 10.0 / 27))
    #expect(found.base.units == 3)
    #expect(found.agreement?.units == 1)
    #expect(isClose(found.agreement?.share, 6.0 / 8))
  }

  @Test func `the order of rows changes no digit`() throws {
    let rows = ["a,5B,o,6,2", "b,5B,o,5,1", "c,6A,o,4,6", "d,6A,o,7,0"]
    let found = try lessons.evidence([head] + rows)
    #expect(try lessons.evidence([head] + rows.reversed()) == found)
  }

  @Test func `a record of nothing is no evidence`() throws {
    #expect(try lessons.evidence([head, "a,5B,o,,", "b,6A,o,0,0"]).isEmpty)
  }

  @Test func `what is met counts units, and half of two observers is enough`() throws {
    let books = SmallRecord(
      items: [
        "id: book, type: text",
        "id: comment, type: single, choices: [{ code: yes }, { code: no }]",
        "id: step, type: number",
      ],
      rule: [
        "unit: book", "measures:",
        "  - { id: comment, kind: met, of: comment, values: yes, practices: vision.values }",
        "  - { id: both, kind: met, of: [comment, step], values: yes, practices: vision.values }",
      ])
    let found = try books.evidence([
      "book,comment,step", "1,yes,2", "2,yes,0", "3,no,1", "4,yes,1", "5,,3",
    ])
    #expect(found.map(\.points?.value) == [75, 50])
    #expect(found.map(\.base.units) == [4, 4])
  }

  @Test func `counts that the office keeps are of persons and split by the column that says so`()
    throws
  {
    let training = SmallRecord(
      audience: "records",
      items: [
        "id: role, type: text, role: group", "id: trained, type: number",
        "id: in_post, type: number",
      ],
      rule: [
        "minimum: { count: 10 }", "measures:",
        "  - { id: trained, kind: share, of: trained, among: in_post, by: role, practices: staff.voice }",
      ])
    let found = try #require(
      try training.evidence(["role,trained,in_post", "teacher,9,10", "lunch staff,1,10"]).first)
    #expect(found.points?.value == 50)
    #expect(found.points?.df == 19)
    #expect(found.family == .records)
    guard case .index(_, let parts) = found.figure else {
      Issue.record("the figure is no index")
      return
    }
    #expect(parts.map(\.value) == ["lunch staff", "teacher"])
    #expect(parts.map(\.figure) == [10, 90])
  }

  @Test func `who names somebody is counted by person, whatever else they name`() throws {
    let helpers = SmallRecord(
      audience: "pupils",
      items: [
        "id: pupil, type: text",
        "id: helper, type: single, choices: [{ code: family }, { code: teacher }, { code: nobody }]",
      ],
      rule: [
        "unit: pupil", "measures:",
        "  - { id: adult, kind: named, of: helper, values: teacher, practices: networks.asking }",
        "  - { id: helpers, kind: listed, of: helper, practices: networks.asking }",
      ])
    let found = try helpers.evidence([
      "pupil,helper", "1,family", "1,teacher", "2,family", "3,nobody", "4,teacher",
    ])
    #expect(found[0].points?.value == 50)
    #expect(found[0].base.units == 4)
    guard case .listed(let listed, let persons) = found[1].figure else {
      Issue.record("the figure is no list")
      return
    }
    #expect(persons == 4)
    #expect(listed.map(\.word) == ["family", "teacher", "nobody"])
    #expect(listed.map(\.persons) == [2, 2, 1])
    // Nobody knows which of the two somebody would turn to first.
    #expect(listed.allSatisfy { $0.smith == nil })
    let turned = try helpers.evidence([
      "pupil,helper", "4,teacher", "1,teacher", "3,nobody", "1,family", "2,family",
    ])
    #expect(turned == found)
  }

  @Test func `words of one cell have the order in which they were said`() throws {
    let words = SmallRecord(
      audience: "pupils", items: ["id: pupil, type: text", "id: word, type: list"],
      rule: [
        "unit: pupil", "measures:",
        "  - { id: words, kind: listed, of: word, practices: networks.asking }",
      ])
    let entry = try #require(
      try words.evidence(["pupil,word", "1,\"kind, fair\"", "2,fair", "3,fair"]).first)
    guard case .listed(let listed, _) = entry.figure else {
      Issue.record("the figure is no list")
      return
    }
    #expect(listed.map(\.word) == ["fair", "kind"])
    #expect(isClose(listed[0].smith, (0.5 + 1 + 1) / 3))
  }

  @Test func `who was asked and listed nothing is one of those who were asked`() throws {
    let words = SmallRecord(
      audience: "pupils", items: ["id: pupil, type: text", "id: word, type: list"],
      rule: [
        "unit: pupil", "measures:",
        "  - { id: words, kind: listed, of: word, practices: [networks.asking] }",
      ])
    let entry = try #require(
      try words.evidence(["pupil,word", "1,\"kind, fair\"", "2,fair", "3,", "4,"]).first)
    guard case .listed(let listed, let persons) = entry.figure else {
      Issue.record("the figure is no list")
      return
    }
    #expect((persons, entry.base.units, entry.base.count) == (4, 4, 4))
    #expect(isClose(listed[0].smith, (0.5 + 1) / 4))
    #expect(try words.evidence(["pupil,word", "3,", "4,"]).isEmpty)
  }

  @Test func `questions of one kind have no variety`() throws {
    let questions = SmallRecord(
      items: ["id: closed, type: number", "id: open, type: number"],
      rule: [
        "measures:",
        "  - { id: variety, kind: evenness, of: [closed, open], practices: vision.values }",
      ])
    #expect(try questions.evidence(["closed,open", "5,0", "4,0"]).first?.points?.value == 0)
    #expect(
      try isClose(questions.evidence(["closed,open", "5,1", "1,5"]).first?.points?.value, 100))
  }
}

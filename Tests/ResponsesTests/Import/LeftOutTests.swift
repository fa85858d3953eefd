import Instruments
import Testing

@testable import Responses

/// Rows that are sound and do not count: handed in too early or too late, with too few answers, or by
/// somebody whose other row counts.
struct LeftOutTests {
  private static let survey = instrument([
    item("safe", often), item("calm", often), item("heard", often),
    item("class", .single([point("a"), point("b")]), role: .group), item("comment", .text),
  ])

  private static func open(_ from: String?, _ until: String?) -> OpenDays? {
    OpenDays(
      from: from.flatMap(CalendarDay.init(iso:)), until: until.flatMap(CalendarDay.init(iso:)))
  }

  private static func days(_ times: [String], _ change: (inout ImportOptions) -> Void) -> Imported {
    let rows = times.enumerated().map { "\($1),\($0 % 4 + 1),,,,\n" }
    return imported(
      "Timestamp,safe,calm,heard,class,comment\n" + rows.joined(), for: survey, options(change))
  }

  @Test
  func `answers from before the opening and after the close are left out, and the ends count`() {
    let times = [
      "31/08/2026 23:59:59", "01/09/2026 00:00:00", "18/12/2026 23:59", "19/12/2026 00:01", "",
      "soon",
    ]
    let both = Self.days(times) { $0.openDays = Self.open("2026-09-01", "2026-12-18") }
    #expect(both.ledger?.excluded == [.early: 1, .late: 1])
    #expect(both.answers("safe") == ["2", "3", "1", "2"], "without a day a row stays")
    let closing = Self.days(times) { $0.openDays = Self.open(nil, "2026-12-18") }
    #expect(closing.ledger?.excluded == [.late: 1])
    #expect(Self.days(times) { $0.openDays = nil }.ledger?.used == 6)
    #expect(Self.open(nil, nil) == nil)
  }

  @Test func `which of day and month comes first is asked only where it decides`() {
    let times = ["03/10/2026 09:00", "04/10/2026 09:00"]
    let asked = Self.days(times) { $0.openDays = Self.open("2026-09-01", "2026-12-18") }
    #expect(asked.faults == ["answers.csv:2 date-order-unknown"])
    for (order, used) in [(DateOrder.dayFirst, 2), (.monthFirst, 0)] {
      let told = Self.days(times) {
        ($0.openDays, $0.dateOrder) = (Self.open("2026-09-01", "2026-12-18"), order)
      }
      #expect(told.ledger?.used == used, "\(told.messages)")
    }
    let wide = Self.days(times) { $0.openDays = Self.open("2026-01-01", "2026-12-18") }
    #expect(wide.ledger?.used == 2, "either order gives a day in the round")
    let shown = Self.days(times + ["25/09/2026"]) { $0.openDays = Self.open("2026-09-01", nil) }
    #expect(shown.ledger?.used == 3, "the last row shows the order of all")
  }

  @Test func `a time that its tool did not keep is no day`() {
    let text = "id,submitdate,lastpage,startlanguage,safe,calm,heard,class,comment\n"
    let rows = "1,1980-01-01 00:00:00,3,en,1,1,1,a,\n2,1980-01-01 00:00:00,3,en,2,2,2,a,\n"
    let lime = imported(
      text + rows, for: Self.survey, options { $0.openDays = Self.open("2026-09-01", nil) })
    #expect(lime.ledger?.used == 2 && lime.ledger?.dialect == .limeSurvey, "\(lime.messages)")
    let google = Self.days(["1980-01-01"]) { $0.openDays = Self.open("2026-09-01", nil) }
    #expect(google.ledger?.excluded == [.early: 1])
  }

  @Test func `names of other days are left out, and who wrote them may answer in time`() throws {
    let roll = try #require(importedRoll("pupil,name\nP1,Ann Ash\nP2,Bob Bay\n").roll)
    let asked = instrument([
      item("me", .text, role: .respondent),
      item("trusted", .nominate(NominationRule(scope: .school, limit: 1)), text: "Whom?"),
    ])
    let text = "Timestamp,me,trusted\n20/12/2026 09:00,P1,P2\n17/12/2026 09:00,Ann Ash,no one\n"
    let names = nominated(
      text, on: roll, asked, options { $0.openDays = Self.open("2026-09-01", "2026-12-18") })
    #expect(names.outcome?.ledger.excluded == [.late: 1], "\(names.messages)")
    #expect(names.ties.isEmpty && names.answered == ["P1"])
    let all = nominated(text, on: roll, asked)
    #expect(all.ties == ["P1>P2"] && all.outcome?.ledger.excluded == [.duplicate: 1])
  }

  @Test(arguments: [(0, ["1", "1", "-"]), (33, ["1", "1"]), (34, ["1"]), (100, ["1"])])
  func `a response counts with as many answers as are asked for`(
    _ percent: Int, _ answers: [String]
  ) {
    // Words of one's own and the class are no answers to what was asked; a declared one is.
    let file = imported(
      "safe,calm,heard,class,comment\n1,PN,2,a,\n1,,,a,words\n,,,b,words\n", for: Self.survey,
      options { $0.minimumAnswered = percent })
    #expect(file.answers("safe") == answers)
    #expect(file.ledger?.excluded == (answers.count == 3 ? [:] : [.partial: 3 - answers.count]))
  }

  @Test func `all kinds of answers count towards the least`() {
    let survey = instrument([
      item("where", .multiple([point("a"), point("b")])), item("n", .number), item("d", .date),
      item("only", .single([point("a", "Yes it is"), point("b", "No it is not")])),
    ])
    let file = imported(
      "where,n,d,only[a],only[b]\na,1,2026-01-13,1,0\na,1,2026-01-13,,\n,,,1,0\n", for: survey,
      options { $0.minimumAnswered = 75 })
    #expect(file.answers("n") == ["1.0", "1.0"], "\(file.messages)")
    #expect(file.ledger?.excluded == [.partial: 1])
  }

  @Test func `a later row with too few answers takes no earlier one's place`() {
    let file = imported(
      "Timestamp,safe,calm,heard,class,comment,Username\n17/11/2025 09:01,1,1,1,a,,ann\n"
        + "17/11/2025 09:02,4,,,a,,ann\n", for: Self.survey,
      options { ($0.identifier, $0.minimumAnswered) = ("Username", 50) })
    #expect(file.answers("safe") == ["1"])
    #expect(file.ledger?.excluded == [.partial: 1])
  }

  private static let lime =
    "id,submitdate,lastpage,startlanguage,token,safe,calm,heard,class,comment\n"

  @Test func `of two rows with one token the later counts, and a blank token is its own row`()
    throws
  {
    let file = imported(
      Self.lime
        + "1,2025-11-17 09:01:00,3,en,abc,1,1,1,a,\n2,2025-11-17 09:02:00,3,en,abc,2,2,2,a,\n"
        + "3,2025-11-17 09:03:00,3,en,,3,3,3,a,\n4,2025-11-17 09:04:00,3,en,,4,4,4,a,\n",
      for: Self.survey)
    #expect(file.answers("safe") == ["2", "3", "4"], "\(file.messages)")
    #expect(file.ledger?.excluded == [.duplicate: 1])
    let ids = try #require(file.table?.identifiers)
    #expect((0..<3).map { ids[$0] } == ["abc", "id 3", "id 4"])
  }

  @Test func `a token is asked for where nothing stands in for it`() {
    let file = imported(
      Self.lime.replacing("id,", with: "") + "2025-11-17 09:01:00,3,en,,1,1,1,a,\n",
      for: Self.survey, options { $0.dialect = .limeSurvey })
    #expect(file.faults == ["answers.csv:2 no-identifier"])
    let named = imported(
      Self.lime + "1,2025-11-17 09:01:00,3,en,,1,1,1,a,\n", for: Self.survey,
      options { $0.identifier = "token" })
    #expect(named.faults == ["answers.csv:2 no-identifier"], "a column that was named has them all")
  }

  @Test func `a finished row counts before one of the same token that is not`() {
    let rows =
      Self.lime
      + "1,2025-11-17 09:01:00,3,en,abc,1,1,1,a,\n2,,1,en,abc,2,,,a,\n3,,1,en,xyz,3,,,a,\n"
    let plain = imported(rows, for: Self.survey)
    #expect(plain.ledger?.excluded == [.unfinished: 2])
    let kept = imported(rows, for: Self.survey, options { $0.keepsUnfinished = true })
    #expect(kept.answers("safe") == ["1", "3"], "\(kept.messages)")
    #expect(kept.ledger?.excluded == [.duplicate: 1])
  }
}

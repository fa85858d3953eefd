import Instruments
import Testing

@testable import Responses

/// Two responses with one id: the later counts where times tell, and none where they do not.
struct IdentifierTests {
  private static let survey = instrument([item("safe", often)])
  private static let google = options { $0.identifier = "Username" }

  @Test(
    arguments: [
      (["17/11/2025 09:04:31", "17/11/2025 09:04:32"], "2"),
      (["17/11/2025 09:04:32", "17/11/2025 09:04:31"], "1"),
      (["2025/11/17 9:04:31 AM GMT", "2025/11/17 1:00:00 PM GMT"], "2"),
      (["2025/11/17 12:10:00 AM GMT", "2025/11/17 11:50:00 AM GMT"], "2"),
      (["2025/10/26 1:50:00 AM GMT+1", "2025/10/26 1:10:00 AM GMT"], "2"),
      (["11/17/2025 9:04:31", "10/18/2025 9:04:31"], "1"),
      (["31/12/2024 23:59:59", "01/01/2025 00:00:00"], "2"),
    ])
  func `the later of two Google responses counts`(_ times: [String], _ last: String) throws {
    let rows = times.enumerated().map { "\($1),\($0 + 1),ann\n" }
    let other = "17/12/2025 10:00:00,4,bob\n"
    let plain = times[0].hasPrefix("11/") ? "" : other
    let file = imported(
      "Timestamp,safe,Username\n" + rows.joined() + plain, for: Self.survey, Self.google)
    #expect(file.answers("safe").first == last, "\(file.messages)")
    #expect(file.ledger?.excluded == [.duplicate: 1])
    #expect(file.ledger?.needsPerson == false)
    let turned = imported(
      "Timestamp,safe,Username\n" + plain + rows.reversed().joined(), for: Self.survey, Self.google)
    #expect(turned.answers("safe").last == last, "the order of rows says nothing")
  }

  @Test(
    arguments: [
      ["17/11/2025 09:04:31", "17/11/2025 09:04:31"],
      ["17/11/2025 09:04:31", ""],
      ["17/11/2025 09:04:31", "yesterday"],
      ["17/11/2025 09:04:31", "17/11/2025 9:99999999999999999999"],
      ["17/11/2025 9223372036854775807:00", "17/11/2025 09:00"],
      ["03/04/2025 09:00", "04/03/2025 09:00"],
    ])
  func `times that do not tell make both a fault`(_ times: [String]) {
    let text =
      "Timestamp,safe,Username\n"
      + times.enumerated().map { "\($1),\($0 + 1),ann\n" }.joined() + "05/05/2025 10:00,4,bob\n"
    let stopped = imported(text, for: Self.survey, Self.google)
    #expect(
      stopped.faults == ["answers.csv:2 same-identifier", "answers.csv:3 same-identifier"])
    #expect(stopped.messages[0].contains("line 3") && stopped.messages[1].contains("line 2"))
    #expect(!stopped.messages.joined().contains("ann"))
    let rest = imported(
      text, for: Self.survey, options { ($0.identifier, $0.acceptsRejects) = ("Username", true) })
    #expect(rest.answers("safe") == ["4"], "which comes first in the file says nothing")
    #expect(rest.ledger?.excluded == [.fault: 2])
  }

  @Test func `--dates says which of two times is later where the file does not show it`() {
    let text = "Timestamp,safe,Username\n03/04/2025 09:00,1,ann\n04/03/2025 09:00,2,ann\n"
    let byDay = options { ($0.identifier, $0.dateOrder) = ("Username", .dayFirst) }
    let byMonth = options { ($0.identifier, $0.dateOrder) = ("Username", .monthFirst) }
    #expect(imported(text, for: Self.survey, byDay).answers("safe") == ["1"])
    #expect(imported(text, for: Self.survey, byMonth).answers("safe") == ["2"])
  }

  @Test func `times that either order makes the same are told apart`() {
    let text = "Timestamp,safe,Username\n03/04/2025 09:00,1,ann\n03/04/2025 10:00,2,ann\n"
    #expect(imported(text, for: Self.survey, Self.google).answers("safe") == ["2"])
  }

  @Test func `Microsoft's own id and completion time are used unasked`() throws {
    let file = imported(
      """
      ID,Start time,Completion time,Email,Name,safe
      1,17/11/2025 09:01,17/11/2025 09:04,anonymous,,1
      2,17/11/2025 09:01,17/11/2025 09:05,anonymous,,2
      1,17/11/2025 09:02,17/11/2025 09:03,anonymous,,3

      """, for: Self.survey)
    #expect(file.answers("safe") == ["1", "2"])
    let table = try #require(file.table)
    #expect(table.identifiers.map { [$0[0], $0[1]] } == ["1", "2"])
    #expect((0..<2).map(table.record) == [1, 2])
  }

  @Test func `in a plain file two rows with one id are a fault, and blanks round it do not count`()
  {
    let file = imported(
      "safe,pid\n1,7\n2,8\n3, 7\t\n", for: Self.survey, options { $0.identifier = "pid" })
    #expect(file.faults == ["answers.csv:2 same-identifier", "answers.csv:4 same-identifier"])
  }

  @Test func `without ids equal rows are different people`() {
    #expect(imported("safe\n1\n1\n1\n", for: Self.survey).ledger?.used == 3)
  }

  @Test func `a blank id is a fault`() {
    let file = imported(
      "safe,pid\n1,\n2, \n3,x\n", for: Self.survey, options { $0.identifier = "pid" })
    #expect(file.faults == ["answers.csv:2 no-identifier", "answers.csv:3 no-identifier"])
  }

  @Test func `rows that are left out leave every column`() throws {
    let survey = instrument([
      item("safe", often), item("n", .number), item("d", .date), item("t", .text),
      item("w", .multiple([point("a"), point("b")])),
    ])
    let file = imported(
      """
      Timestamp,safe,n,d,t,w,class,Username
      17/11/2025 09:01,1,1,2016-01-01,one,a,5A,ann
      17/11/2025 09:02,2,2,2016-01-02,two,b,5B,bob
      17/11/2025 09:03,3,3,2016-01-03,three,a;b,5C,ann

      """, for: survey, options { ($0.identifier, $0.extras) = ("Username", ["class"]) })
    #expect(file.answers("safe") == ["2", "3"])
    #expect(file.answers("n") == ["2.0", "3.0"])
    #expect(file.answers("d") == ["2016-1-2", "2016-1-3"])
    #expect(file.answers("t") == ["two", "three"])
    #expect(file.answers("w") == ["b", "a+b"])
    let extra = try #require(file.table?.extras["class"])
    #expect(extra.cells.map { extra.labels[Int($0)] } == ["5B", "5C"])
    #expect((0..<2).compactMap { file.table?.record(ofRow: $0) } == [2, 3])
  }
}

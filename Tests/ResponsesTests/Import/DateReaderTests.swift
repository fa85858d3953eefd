import Instruments
import Testing

@testable import Responses

struct DateReaderTests {
  private static let survey = instrument([
    item("born", .date), item("came", .date), item("safe", often),
  ])

  private func dates(_ cells: [String], _ order: DateOrder? = nil) -> Imported {
    let rows = cells.map { "\"\($0)\",,1\n" }.joined()
    return imported("born,came,safe\n" + rows, for: Self.survey, options { $0.dateOrder = order })
  }

  @Test(
    arguments: [
      ("2016-02-29", "2016-2-29"), ("2016/2/9", "2016-2-9"), ("29/02/2016", "2016-2-29"),
      ("29.2.16", "2016-2-29"), ("29-02-2016 ", "2016-2-29"), ("02/29/2016", "2016-2-29"),
      ("2016-02-29T09:04:31.123+00:00", "2016-2-29"), ("29/02/2016 9:04:31 PM GMT+1", "2016-2-29"),
      ("03/03/2016", "2016-3-3"), ("", "-"), (" ", "-"), ("DK", "-"), ("prefer not to say", "-"),
    ])
  func `dates are read in the forms that survey tools write`(_ cell: String, _ day: String) {
    #expect(dates([cell]).answers("born") == [day])
  }

  @Test(
    arguments: [
      "30/02/2016", "29/02/2015", "31/04/2016", "13/13/2016", "00/01/2016", "2016-13-01",
      "2016-00-10",
      "1/1/0", "1/2/3/2016", "2016", "29 Feb 2016", "45978", "29/02/2016 or later", "2016-02-29x",
      "29/02/2016 25:00", "٢٩/٠٢/٢٠١٦", "-1/2/2016", "9999999999/1/1", "0000-01-01",
    ])
  func `what is no day of the calendar is a fault`(_ cell: String) {
    #expect(dates([cell]).faults == ["answers.csv:2 not-a-date"])
  }

  @Test(
    arguments: [
      (["03/04/2016", "13/04/2016"], "2016-4-3"), (["03/04/2016", "04/13/2016"], "2016-3-4"),
      (["03/04/2016", "", "2016-01-01", "25.12.16"], "2016-4-3"),
    ])
  func `one row that only one order explains decides for all`(_ cells: [String], _ first: String) {
    #expect(dates(cells).answers("born").first == first)
    #expect(dates(cells.reversed()).answers("born").last == first)
  }

  @Test func `the order is decided once for all date columns of a file`() {
    let file = imported("born,came,safe\n03/04/2016,,1\n,13/04/2024,1\n", for: Self.survey)
    #expect(
      file.answers("born") == ["2016-4-3", "-"] && file.answers("came") == ["-", "2024-4-13"])
  }

  @Test func `dates that fit no one order are a fault that names both lines`() {
    let file = imported(
      "born,came,safe\n\"13/04/2016\",,1\n,,\"1\n\"\n,04/13/2016,1\n", for: Self.survey)
    #expect(file.faults == ["answers.csv:2 date-order-mixed"])
    #expect(
      file.messages.allSatisfy {
        $0.contains("line 2 ") && $0.contains("line 5 ") && $0.contains("'came'")
      })
    #expect(dates(["13/04/2016", "04/13/2016"], .dayFirst).outcome == nil)
  }

  @Test func `dates that either order fits are a fault unless --dates says which`() {
    let cells = ["", "03/04/2016", "05/06/2016"]
    #expect(dates(cells).faults == ["answers.csv:3 date-order-unknown"])
    #expect(dates(cells, .dayFirst).answers("born") == ["-", "2016-4-3", "2016-6-5"])
    #expect(dates(cells, .monthFirst).answers("born") == ["-", "2016-3-4", "2016-5-6"])
  }

  @Test func `--dates against what the dates show is a fault, and loses no date`() {
    let file = dates(["01/02/2016", "13/04/2016"], .monthFirst)
    #expect(file.faults == ["answers.csv:3 date-order-contradicted"])
    #expect(dates(["2016-01-02", "03/03/2016"], .monthFirst).answers("born").count == 2)
  }
}

struct ClockTimeTests {
  @Test(
    arguments: [
      ("0:00", 0), ("09:04", 32_640), ("9:04:31", 32_671), ("9:04:31 AM", 32_671), ("12:00 AM", 0),
      ("12:30 PM", 45_000), ("1:24:36 PM GMT", 48_276), ("1:24:36 PM GMT+1", 44_676),
      ("10:00:00.512Z", 36_000), ("10:00:00+01:00", 32_400), ("10:00-0330", 48_600),
      ("23:59:59", 86_399),
    ])
  func `times of day are seconds, in Greenwich where a zone is given`(
    _ text: String, _ seconds: Int
  ) {
    #expect(ClockTime(text[...])?.seconds == seconds)
  }

  @Test(
    arguments: [
      "", "9", "24:00", "9:60", "9:04:61", "9:99999999999999999999", "x", "9:", ":9", "1:2:3:4",
      "½:10",
    ])
  func `nothing else is a time`(_ text: String) {
    #expect(ClockTime(text[...]) == nil)
  }
}

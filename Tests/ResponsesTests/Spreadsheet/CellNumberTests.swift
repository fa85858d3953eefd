import Foundation
import Testing

@testable import Responses

/// Numbers come as a person would write them.
struct CellNumberTests {
  @Test(
    arguments: [
      ("5", "5"), ("5.0", "5"), ("5.50", "5.5"), ("-3", "-3"), ("-0", "0"), ("-0.0", "0"),
      ("007", "7"), ("0.1", "0.1"), (".5", "0.5"), ("5.", "5"),
      ("0.30000000000000004", "0.3"), ("1.1000000000000001", "1.1"),
      ("2.9999999999999996", "3"), ("9.9999999999999996", "10"),
      ("99999999999999.96", "100000000000000"),
      ("1E2", "100"), ("1.5e+3", "1500"), ("1E-3", "0.001"), ("-2.5E-2", "-0.025"),
      ("0.05", "0.05"), ("12.5", "12.5"), ("0E+5", "0"),
      ("118451234567", "118451234567"), ("1.18451234567E+11", "118451234567"),
      ("12345678901234567", "12345678901234567"), ("1.2345678901234568E+16", "12345678901234600"),
      ("123456789012345678901234567890", "123456789012345678901234567890"),
      ("1E+20", "100000000000000000000"),
    ])
  func `a number is written without exponent and without noise`(_ stored: String, _ shown: String) {
    #expect(CellNumber.text(stored) == shown)
  }

  @Test(
    arguments: [
      "", "-", ".", "abc", "1,5", "0x1F", "nan", "inf", "1e", "1E+", "1E999999999999", "1 2", "٣",
      "1..2", "--1", "+1",
    ])
  func `other text is no number`(_ stored: String) { #expect(CellNumber.text(stored) == nil) }

  @Test func `every number of at most 15 digits is given back as it is`() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let digits = Int.random(in: -999_999_999_999_999...999_999_999_999_999, using: &random)
      let value = Double(digits) / pow(10, Double(Int.random(in: 0...20, using: &random)))
      let text = try #require(CellNumber.text("\(value)"))
      #expect(!text.contains("e"))
      #expect(Double(text) == value, "\(value) became \(text)")
    }
  }
}

/// Days are counted as Excel counts them, in both ways.
struct SerialDateTests {
  @Test(
    arguments: [
      (1, "1900-01-01"), (59, "1900-02-28"), (60, "1900-02-29"), (61, "1900-03-01"),
      (25_569, "1970-01-01"), (36_585, "2000-02-29"), (45_978, "2025-11-17"),
      (46_022, "2025-12-31"), (46_023, "2026-01-01"), (2_958_465, "9999-12-31"),
    ] as [(Double, String)])
  func `a day since 1900 is a date`(_ day: Double, _ date: String) {
    let text = SerialDate(is1904: false).text(day, showsDay: true, showsTime: false)
    #expect(text == date)
  }

  @Test(
    arguments: [(0, "1904-01-01"), (1, "1904-01-02"), (44_516, "2025-11-17")]
      as [(Double, String)])
  func `a day since 1904 is a date`(_ day: Double, _ date: String) {
    #expect(SerialDate(is1904: true).text(day, showsDay: true, showsTime: false) == date)
  }

  @Test(
    arguments: [
      (45_978.378136574073, "2025-11-17 09:04:31"), (45_978.999999, "2025-11-18 00:00:00"),
      (45_978.5, "2025-11-17 12:00:00"), (45_978, "2025-11-17 00:00:00"), (0.25, "06:00:00"),
    ])
  func `a time is rounded to the second and carried over midnight`(
    _ number: Double, _ moment: String
  ) {
    let dates = SerialDate(is1904: false)
    #expect(dates.text(number, showsDay: true, showsTime: true) == moment)
  }

  @Test func `every day of 200 years is the one that the calendar has`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "GMT"))
    let dates = SerialDate(is1904: false)
    for day in 61..<73_000 {
      let date = Date(timeIntervalSince1970: Double(day - 25_569) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      let text = try #require(dates.text(Double(day), showsDay: true, showsTime: false))
      #expect(text.split(separator: "-").map { Int($0) } == [parts.year, parts.month, parts.day])
    }
  }

  @Test(arguments: [-1, -0.001, 2_958_466, .infinity, .nan])
  func `a number that is no day is none`(_ number: Double) {
    #expect(SerialDate(is1904: false).text(number, showsDay: true, showsTime: true) == nil)
  }

  @Test func `hours beyond a day are a length of time`() {
    #expect(SerialDate.elapsed(1.5) == "36:00:00")
  }
}

/// A number is a date where its format says so, and only there.
struct NumberStyleTests {
  @Test(
    arguments: [
      ("dd/mm/yyyy", true, false), ("m/d/yy\\ h:mm:ss", true, true), ("h:mm AM/PM", false, true),
      ("mm:ss", false, true), ("[$-809]dd mmmm yyyy;@", true, false), ("mmm", true, false),
      ("yyyy\"-W\"", true, false), ("DD.MM.YYYY HH:MM", true, true), ("d \"of\" mmm", true, false),
    ])
  func `a code with letters of dates is a date`(_ code: String, _ day: Bool, _ time: Bool) {
    #expect(NumberStyle(code: code) == .moment(showsDay: day, showsTime: time))
  }

  @Test(
    arguments: [
      "General", "0.00", "#,##0", "0%", "0.00E+00", "[Red]0;[Blue]-0", "\"days\" 0", "0\\d",
      "0_d", "[$USD] 0", "@", "", "# ?/?", "0", "*y0", "_-* #,##0_-",
    ])
  func `a code without them is a number`(_ code: String) {
    #expect(NumberStyle(code: code) == .plain)
  }

  @Test func `lengths of time and zeros in front are told apart`() {
    #expect(NumberStyle(code: "[h]:mm:ss") == .elapsed)
    #expect(NumberStyle(code: "[mm]:ss") == .elapsed)
    #expect(NumberStyle(code: "000000") == .padded(6))
  }

  @Test func `the formats that every workbook knows are told apart`() {
    let dates = (0...60).filter { NumberStyle(builtIn: $0) != .plain }
    #expect(dates == Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58))
  }
}

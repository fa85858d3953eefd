import Instruments
import Testing

@testable import Responses

struct NumberReaderTests {
  private static let survey = instrument(
    [item("n", .number), item("safe", often)],
    missing: [
      .init(reason: "not_seen", point: point("-99", "Not seen")),
      .init(reason: "dont_know", point: point("DK")),
    ])

  @Test(
    arguments: [
      ("7", "7.0"), ("-7", "-7.0"), ("7.5", "7.5"), ("0012", "12.0"), (" 7 ", "7.0"),
      ("999999999999999999", "1e+18"), ("-0", "-0.0"), ("", "-"), (" ", "-"), ("DK", "-"),
      ("not seen", "-"),
      ("-99", "-"), ("-99.0", "-"), ("don't know", "-"),
    ])
  func `digits with a sign and a point are numbers, and declared reasons are none`(
    _ cell: String, _ number: String
  ) {
    #expect(imported("n,safe\n\(cell),1\n", for: Self.survey).answers("n") == [number])
  }

  @Test(
    arguments: [
      "1,5", "1e3", "0x10", "nan", "inf", "+5", "--5", "5-", ".5", "5.", "1.2.3", "1 000", "£5",
      "٣",
      "seven", "1234567890123456789", "-", ".",
    ])
  func `nothing else is a number`(_ cell: String) {
    let file = imported("n,safe\n\"\(cell)\",1\n", for: Self.survey)
    #expect(file.faults == ["answers.csv:2 not-a-number"])
  }
}

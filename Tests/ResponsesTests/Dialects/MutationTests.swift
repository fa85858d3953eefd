import Instruments
import Testing

@testable import Responses
@testable import exports

/// What spreadsheets and people do to exports changes no answer.
struct MutationTests {
  /// The dialects whose headings stand in one line each, so that columns can change places.
  private static let single = DialectWriter.all.filter { writer in
    ![.surveyMonkey, .smartSurvey].contains(writer.dialect)
  }

  private static let records: [MiniRecord] = {
    var lot = SplitMix(seed: 7)
    return [.example] + (0..<40).map { _ in MiniRecord.drawn(&lot) }
  }()

  private func expectSame(_ text: String, _ writer: DialectWriter, _ change: String) throws {
    let file = imported(
      text, for: try RoundTripTests.survey(), options { $0.recipe = writer.recipe })
    try #require(file.outcome != nil, "\(writer), \(change): \(file.messages.prefix(2))")
    #expect(file.ledger?.dialect == writer.dialect)
    for item in MiniRecord.example.answers.keys {
      let expected = Self.records.map { $0.answers[item] ?? "" }
      #expect(file.answers(item) == expected, "\(writer), \(change), \(item)")
    }
  }

  @Test(arguments: DialectWriter.all.indices)
  func `marks, delimiters, line ends and quotation marks change nothing`(_ index: Int) throws {
    let plain = DialectWriter.all[index]
    for mark in ["", "\u{FEFF}"] {
      for delimiter in [",", ";", "\t"] {
        for (lineEnd, quotesAll) in [("\n", false), ("\r\n", true), ("\r", false)] {
          var writer = plain
          (writer.mark, writer.delimiter, writer.lineEnd) = (mark, delimiter, lineEnd)
          writer.quotesAll = quotesAll
          try expectSame(
            writer.export(Self.records), writer,
            "mark \(!mark.isEmpty), \(delimiter), \(lineEnd.debugDescription)")
        }
      }
    }
  }

  @Test(arguments: single.indices)
  func `columns in another order, and further ones, change nothing`(_ index: Int) throws {
    let plain = Self.single[index]
    let width = plain.head[0].count
    let order = (0..<width).reversed().map { $0 }
    let turned = DialectWriter(
      name: plain.name, dialect: plain.dialect, delimiter: plain.delimiter,
      lineEnd: plain.lineEnd, quotesAll: plain.quotesAll, mark: plain.mark,
      head: plain.head.enumerated().map { line, cells in
        order.map { cells[$0] } + [line == 0 ? "Our own column" : ""]
      },
      row: { record, number in
        let cells = plain.row(record, number)
        return order.map { cells[$0] } + ["ours, \(number)"]
      }, recipe: plain.recipe, text: plain.text)
    try expectSame(turned.export(Self.records), turned, "turned")
  }

  @Test(arguments: DialectWriter.all.indices)
  func `an export without one of its answers' columns is refused by name`(_ index: Int) throws {
    let plain = DialectWriter.all[index]
    let text = plain.export([.example])
      .replacing("Anything else?", with: "Something else").replacing("comment", with: "remark")
    let file = imported(
      text, for: try RoundTripTests.survey(), options { $0.recipe = plain.recipe })
    #expect(file.outcome == nil, "\(plain)")
    #expect(file.messages.contains { $0.contains("'comment'") }, "\(plain): \(file.messages)")
  }
}

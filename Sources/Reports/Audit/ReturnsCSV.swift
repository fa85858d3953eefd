public import Analysis
import Instruments

/// What came back in a round as a table: surveys with their groups, records, and components.
public enum ReturnsCSV {
  /// Writes the table with its heading row; `kind` says what a row is of.
  ///
  /// - Parameters:
  ///   - returns: What came in, and what the components lack.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ returns: RoundReturns, to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header([
      "instrument", "by", "value", "title", "returned", "expected", "share", "kind", "state",
      "lacking",
    ])
    for figures in returns.surveys { write(figures, to: &csv) }
    for record in returns.records {
      csv.row([
        .text(record.instrument.id), .text(nil), .text(nil),
        .text(record.instrument.title.preferred), count(record.units), .count(record.expected),
        .text(nil), .text("record"), .text(record.state.rawValue), .text(nil),
      ])
    }
    for component in returns.components {
      csv.row([
        .text(nil), .text("component"), .text(component.component.id),
        .text(component.component.title), .text(nil), .text(nil), .text(nil), .text("component"),
        .text(component.state.rawValue),
        .text(component.lacking.map(\.instrument).joined(separator: " ")),
      ])
    }
    return csv.finish()
  }

  private static func write(_ figures: ReturnFigures, to csv: inout CSVWriter) {
    let id = figures.instrument.id
    let empty: [CSVWriter.Cell] = [.text(nil), .text(nil)]
    csv.row(
      [
        .text(id), .text(nil), .text(nil), .text(figures.instrument.title.preferred),
        count(figures.returned), .count(figures.expected), .number(figures.share), .text("survey"),
      ] + empty)
    for group in figures.groups {
      csv.row(
        [
          .text(id), .text(group.by), .text(group.value), .text(group.title),
          count(group.returned), count(group.expected), .number(group.share), .text("group"),
        ] + empty)
    }
  }

  private static func count(_ number: Int?) -> CSVWriter.Cell {
    number == nil ? .text("held back") : .count(number)
  }
}

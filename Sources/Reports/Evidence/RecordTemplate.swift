public import Instruments

/// What to write in each column of a table, for whoever fills it in.
public struct RecordTemplateText {
  private let instrument: Instrument
  private let style: TextStyle

  /// Prepares the account of an instrument.
  public init(_ instrument: Instrument, style: TextStyle) {
    self.instrument = instrument
    self.style = style
  }

  /// The account, 80 columns wide.
  public func text() -> String {
    var lines = style.headline(instrument.title.preferred, instrument.id)
    if let record = instrument.record { lines += Wording.wrapped(Self.rows(record, instrument)) }
    lines.append("")
    for item in instrument.items {
      lines += Wording.wrapped("\(item.id): \(item.title)", indent: "    ")
      lines += Wording.wrapped("    \(Self.answer(item.format))", indent: "    ")
    }
    lines += ["", style.heading("What is computed")]
    for measure in instrument.record?.measures ?? [] {
      lines += Wording.wrapped(
        "  \(measure.title?.preferred ?? measure.id): \(measure.feeds.words)", indent: "    ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func rows(_ record: RecordRule, _ instrument: Instrument) -> String {
    var text = "One row for each thing that was seen, counted or said."
    if let unit = record.unit.flatMap({ instrument.item($0) }) {
      text += " Rows with the same '\(unit.id)' belong together."
    }
    let minimum = record.minimum
    var least: [String] = []
    if minimum.units > 0 { least.append("\(minimum.units) of them") }
    if minimum.settings > 0 { least.append("in \(minimum.settings) settings") }
    if minimum.count > 0 { least.append("with \(minimum.count) counted") }
    if record.sample == .event {
      text += " Those who came chose to come: what they say is marked as an event sample."
    }
    if !least.isEmpty { text += " It takes at least \(least.joined(separator: ", "))." }
    return text
  }

  private static func answer(_ format: AnswerFormat) -> String {
    switch format {
    case .scale, .single, .multiple:
      let several = if case .multiple = format { "any of" } else { "one of" }
      return several + " "
        + format.points.map { $0.title == $0.code ? $0.code : "\($0.code) (\($0.title))" }
        .joined(separator: ", ")
    case .number: return "a number"
    case .date: return "a day, such as 2026-09-21"
    case .text: return "a text"
    case .list: return "words with commas between"
    case .nominate: return "names on the roll"
    }
  }
}

/// The table to fill in: its heading line.
public enum RecordTemplateCSV {
  /// Writes the ids of the items as the heading of a table.
  public static func write(_ instrument: Instrument, to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header(instrument.items.map(\.id))
    return csv.finish()
  }
}

extension Measure.Feed {
  /// What a measure does, for a reader.
  var words: String {
    switch self {
    case .index: "enters the index of its practices"
    case .halfIndex: "enters the index of its practices with half the weight"
    case .direction: "speaks for or against an index, and is none"
    case .strength: "adds to the strength of the evidence"
    case .nothing: "is shown, and does nothing else"
    }
  }
}

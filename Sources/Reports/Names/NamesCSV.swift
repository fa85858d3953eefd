import Responses

/// The written names of a round as a table that decisions can be written into.
public enum NamesCSV {
  /// Writes the table with its heading row.
  ///
  /// - Parameters:
  ///   - list: The names.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(_ list: NamesList, to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header([
      "key", "kind", "written", "class", "times", "candidates", "reason", "suggested", "decision",
      "pupil", "note", "who", "when",
    ])
    for entry in list.entries {
      let decision = entry.decision
      csv.row([
        .text(entry.key), .text(entry.entry.kind.rawValue), .text(entry.written),
        .text(entry.classWords), .count(entry.times),
        .text(entry.candidates.map(list.label).joined(separator: "; ")),
        .text(reason(entry)), .text(entry.suggested.map { list.roll.ids[$0] }),
        .text(decision?.meaning.word), .text(decision?.pupils.joined(separator: "; ")),
        .text(decision?.note), .text(decision?.who), .text(decision?.at),
      ])
    }
    return csv.finish()
  }

  private static func reason(_ entry: NameQueue.Entry) -> String {
    if let reason = entry.reason { return reason.words }
    if case .taken(let reason) = entry.state { return "taken as \(Wording.title(reason.rawValue))" }
    return ""
  }
}

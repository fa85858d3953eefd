public import Responses

/// Why an export is read as it is, for `--explain`.
public enum ExplanationText {
  /// The lines, 80 columns wide: the tool and what shows it, then each column.
  public static func lines(_ reading: ExportReading) -> [String] {
    let why =
      reading.marks.isEmpty
      ? reading.dialect == .plain ? "no tool's marks were found" : "it was said to be"
      : Wording.listed(reading.marks)
    var lines = Wording.wrapped("Read as \(reading.dialect.title): \(why).", indent: "  ")
    var table = TextTable([("Column", .left), ("goes to", .left), ("because", .left)], indent: 2)
    for use in reading.uses {
      let target = use.item.map { $0 + (use.choice.map { "/" + $0 } ?? "") } ?? "–"
      table.add([use.heading, target, use.reason.rawValue])
    }
    lines += table.lines(style: TextStyle(colour: false))
    return lines + Wording.wrapped(reading.dialect.blanks)
  }
}

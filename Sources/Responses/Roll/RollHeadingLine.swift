import Instruments

/// The line of a roll that holds the headings, where titles stand above it.
///
/// It is the line with the heading of an id and of at least one more column. Two such lines, or a
/// full row above it, leave the choice to the person.
struct RollHeadingLine {
  let delimiter: UInt8
  /// The number of the record, from 2.
  let record: Int
  /// Another record that could be the heading line, or that is filled as rows of pupils are.
  let rival: Int?

  private static let candidates = [UInt8](",;\t|".utf8)
  /// How many records are looked at.
  private static let reach = 30

  private struct Line {
    let record: Int
    let keys: [String]
    let known: Int
    let filled: Int
    let hasID: Bool

    init(_ row: CSVRow) {
      record = row.record
      let keys = (0..<row.count).map { HeadingKey.of(row.text($0)) }
      self.keys = keys
      filled = keys.count { !$0.isEmpty }
      known = RollHeading.allCases.count { $0.column(in: keys) != nil }
      hasID = RollHeading.identifier.column(in: keys) != nil
    }
  }

  /// Looks through the beginning of a file; `nil` where its first record is the heading line, or
  /// none is.
  init?(_ sample: [UInt8], delimiter declared: UInt8?) {
    let wholeLines = sample.lastIndex(of: 0x0A).map { Array(sample[...$0]) } ?? sample
    let source = FileSource(name: "", bytes: wholeLines)
    var best: (delimiter: UInt8, lines: [Line], heading: Line)?
    for candidate in declared.map({ [$0] }) ?? Self.candidates {
      var lines: [Line] = []
      _ = try? CSVReader(source: source, delimiter: candidate, skipping: 0).forEachRow { row in
        lines.append(Line(row))
        return row.record < Self.reach
      }
      let headings = lines.filter { $0.hasID && $0.known > 1 }
      guard let heading = headings.first else { continue }
      if heading.known > best?.heading.known ?? 0 { best = (candidate, lines, heading) }
    }
    guard let best else { return nil }
    let heading = best.heading
    let isOther = { (line: Line) in line.hasID && line.known > 1 && line.keys != heading.keys }
    let above = best.lines.filter { $0.record < heading.record }
    let rows = above.first { $0.filled > 1 && ($0.hasID || 2 * $0.filled > heading.filled) }
    rival = best.lines.first(where: isOther)?.record ?? rows?.record
    if heading.record == 1, rival == nil { return nil }
    delimiter = best.delimiter
    record = heading.record
  }
}

import Diagnostics

/// Rows of words and figures in columns, for a terminal of 80 columns.
///
/// Labels come from files: what would act on a terminal in them is replaced.
struct TextTable {
  /// Where the cells of a column stand.
  enum Alignment: Equatable {
    case left, right
    /// At the left, and in further lines where the table would be too wide; not narrower than `least`.
    case wrapped(least: Int)
  }

  private let columns: [(title: String, alignment: Alignment)]
  private var rows: [[String]] = []
  private let indent: Int
  private let hanging: Int

  /// Prepares a table without rows.
  ///
  /// - Parameters:
  ///   - columns: The headings, and where the cells stand.
  ///   - indent: How many blanks stand before each line.
  ///   - hanging: How far the further lines of a cell in the first column stand in.
  init(_ columns: [(String, Alignment)], indent: Int = 0, hanging: Int = 2) {
    self.columns = columns.map { (DiagnosticRenderer.printable($0.0), $0.1) }
    self.indent = indent
    self.hanging = hanging
  }

  mutating func add(_ cells: [String]) { rows.append(cells.map(DiagnosticRenderer.printable)) }

  var isEmpty: Bool { rows.isEmpty }

  /// The lines of the table, none longer than `width` characters.
  ///
  /// Where the columns need more, those that are wrapped go on in further lines, the last one before
  /// the others, and then the first column does. Only a word that is longer than its column is cut.
  func lines(style: TextStyle, width: Int = 80) -> [String] {
    let blocks = blocks(style: style, width: width)
    return blocks.heading + blocks.rows.joined()
  }

  /// The lines of the heading, and those of each row.
  func blocks(style: TextStyle, width: Int = 80) -> (heading: [String], rows: [[String]]) {
    var widths = columns.map(\.title.count)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    var excess = widths.reduce(0, +) + 2 * (columns.count - 1) + indent - width
    for (column, entry) in columns.enumerated().reversed() {
      guard excess > 0, case .wrapped(let least) = entry.alignment else { continue }
      let given = min(excess, max(0, widths[column] - max(least, entry.title.count)))
      widths[column] -= given
      excess -= given
    }
    if excess > 0 { widths[0] = max(Self.leastFirst, widths[0] - excess) }
    return (
      lines(of: columns.map(\.title), widths).map(style.heading),
      rows.map { lines(of: $0, widths) }
    )
  }

  /// How narrow the first column may become.
  private static let leastFirst = 8

  /// The lines of one row: the others' cells stand beside the first line of those that go on.
  private func lines(of cells: [String], _ widths: [Int]) -> [String] {
    let columns = cells.enumerated().map { column, cell in
      cell.count > widths[column] ? broken(cell, in: column, widths[column]) : [cell]
    }
    return (0..<(columns.map(\.count).max() ?? 0)).map { row in
      line(columns.map { row < $0.count ? $0[row] : "" }, widths)
    }
  }

  private func broken(_ cell: String, in column: Int, _ width: Int) -> [String] {
    let blanks = column == 0 ? cell.prefix { $0 == " " }.count + hanging : 0
    let indent = String(repeating: " ", count: min(blanks, width / 2))
    return Wording.wrapped(cell, width: width, indent: indent).map {
      $0.count > width ? $0.prefix(width - 1) + "…" : $0
    }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = String(repeating: " ", count: indent)
    for (column, cell) in cells.enumerated() {
      let space = String(repeating: " ", count: widths[column] - cell.count)
      if column > 0 { text += "  " }
      text += columns[column].alignment == .right ? space + cell : cell + space
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}

import Diagnostics

/// Rows of words and figures in columns, for a terminal of 80 columns.
///
/// Labels come from files: what would act on a terminal in them is replaced.
struct TextTable {
  enum Alignment { case left, right }

  private let columns: [(title: String, alignment: Alignment)]
  private var rows: [[String]] = []
  private let indent: Int

  init(_ columns: [(String, Alignment)], indent: Int = 0) {
    self.columns = columns.map { (DiagnosticRenderer.printable($0.0), $0.1) }
    self.indent = indent
  }

  mutating func add(_ cells: [String]) { rows.append(cells.map(DiagnosticRenderer.printable)) }

  var isEmpty: Bool { rows.isEmpty }

  /// The lines of the table, its first column cut so that no line passes `width` characters.
  func lines(style: TextStyle, width: Int = 80) -> [String] {
    var widths = columns.map(\.title.count)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    let gaps = 2 * (columns.count - 1) + indent
    let excess = widths.reduce(0, +) + gaps - width
    if excess > 0 { widths[0] = max(8, widths[0] - excess) }
    let header = line(columns.map(\.title), widths)
    return [style.heading(header)] + rows.map { line($0, widths) }
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = String(repeating: " ", count: indent)
    for (column, cell) in cells.enumerated() {
      let shown = cell.count > widths[column] ? cell.prefix(widths[column] - 1) + "…" : cell[...]
      let space = String(repeating: " ", count: widths[column] - shown.count)
      if column > 0 { text += "  " }
      text += columns[column].alignment == .left ? shown + space : space + shown
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}

import Foundation

/// A CSV file as rows of cells, to be spoilt or shuffled and written again.
struct CSVText {
  var rows: [[String]]

  var header: [String] { rows[0] }

  init(rows: [[String]]) { self.rows = rows }

  init(_ text: String) {
    rows = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var scalars = text.unicodeScalars.drop { $0 == "\u{FEFF}" }[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        cell.unicodeScalars.append("\"")
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        row = []
        cell = ""
      case "\r" where !isQuoted: continue
      default: cell.unicodeScalars.append(scalar)
      }
    }
    if !row.isEmpty || !cell.isEmpty { rows.append(row + [cell]) }
  }

  /// The rows of a file of the checkout.
  init(file: String) throws {
    let data = try Data(contentsOf: Program.root.appendingPathComponent(file))
    self.init(String(decoding: data, as: UTF8.self))
  }

  func column(_ heading: String) -> Int { header.firstIndex(of: heading) ?? 0 }

  /// The file's text, one line for each row but for line breaks within cells.
  var text: String { rows.map(Self.line).joined() }

  /// The physical line, from 1, on which a row begins.
  func line(ofRow row: Int) -> Int {
    1 + rows[..<row].reduce(0) { $0 + Self.line($1).count { $0 == "\n" } }
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else {
      return cell
    }
    return "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}

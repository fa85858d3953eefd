/// Diagnostics as text for a terminal: the sentence, the line it speaks of, and a caret.
///
/// The lines come from `source`, which answers `nil` for files whose lines must not be shown,
/// such as exports with people's answers in them.
public struct DiagnosticRenderer {
  /// How many diagnostics are printed before the rest is only counted.
  public static let printLimit = 50

  private let colour: Bool
  private let source: (Location) -> String?

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - colour: Whether severities are coloured with terminal escapes.
  ///   - source: The text of the line at a place, without its line end, or `nil` to show none.
  public init(colour: Bool, source: @escaping (Location) -> String? = { _ in nil }) {
    self.colour = colour
    self.source = source
  }

  /// The text of all diagnostics in the order of their places, and a last line that counts them.
  ///
  /// Those beyond `printLimit` are only counted. It is empty where there is nothing to say.
  public func render(_ sink: DiagnosticSink) -> String {
    var text = ""
    let sorted = sink.sortedByPlace
    for diagnostic in sorted.prefix(Self.printLimit) { text += render(diagnostic) }
    let total = sink.errorCount + sink.warningCount
    if total > min(sorted.count, Self.printLimit) {
      text += "… and \(total - min(sorted.count, Self.printLimit)) more of these\n"
    }
    if total > 0 { text += Self.summary(sink) + "\n" }
    return text
  }

  /// The text of one diagnostic: one to three lines and its notes.
  ///
  /// The line and its caret are left out where the source has no such line, or the column is not
  /// known.
  public func render(_ diagnostic: Diagnostic) -> String {
    var text = Self.printable(diagnostic.location.description)
    text += ": \(word(diagnostic.severity)): "
    text += Self.printable(diagnostic.message.text) + "\n"
    if let line = source(diagnostic.location), let column = diagnostic.location.column {
      text += Self.snippet(of: line, column: column, length: diagnostic.length)
    }
    for note in diagnostic.notes { text += "  " + Self.printable(note) + "\n" }
    return text
  }

  private func word(_ severity: Diagnostic.Severity) -> String {
    guard colour else { return severity.rawValue }
    return severity == .error ? "\u{1B}[1;31merror\u{1B}[0m" : "\u{1B}[1;33mwarning\u{1B}[0m"
  }

  private static func summary(_ sink: DiagnosticSink) -> String {
    var parts: [String] = []
    if sink.errorCount > 0 { parts.append(counted(sink.errorCount, "error")) }
    if sink.warningCount > 0 { parts.append(counted(sink.warningCount, "warning")) }
    return parts.joined(separator: ", ")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// The line with a caret below it; a long line is shown from a little before the caret.
  ///
  /// The caret stands below its character on terminals that give wide characters two columns.
  private static func snippet(of line: String, column: Int, length: Int) -> String {
    let start = column > 70 ? column - 41 : 0
    let shown = Array(line).dropFirst(start).prefix(96).map { character in
      character == "\t" ? " " : printable(String(character))
    }
    let indent = min(shown.count, max(0, column - 1 - start))
    let marked = shown[indent...].prefix(max(1, length))
    return shown.joined() + "\n" + String(repeating: " ", count: columns(shown[..<indent]))
      + String(repeating: "^", count: max(1, columns(marked))) + "\n"
  }

  private static func columns(_ texts: ArraySlice<String>) -> Int {
    texts.reduce(0) { sum, text in text.reduce(sum) { $0 + $1.terminalWidth } }
  }

  /// The text with control and bidirectional characters replaced, so that it cannot act on a
  /// terminal or reorder the line it stands in.
  public static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { isUnsafe($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF:
      true
    default: false
    }
  }
}

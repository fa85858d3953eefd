import Diagnostics

/// How words stand out on a terminal; plain where output goes elsewhere.
public struct TextStyle: Sendable {
  private let colour: Bool

  /// Makes a style.
  ///
  /// - Parameter colour: Whether words are set off with terminal escapes, bold and yellow.
  public init(colour: Bool) {
    self.colour = colour
  }

  /// The first lines of a report: its title with a remark at the right, the first one set off.
  func headline(_ title: String, _ remark: String) -> [String] {
    let lines = Wording.headline(title, remark).split(separator: "\n").map(String.init)
    return lines.prefix(1).map(heading) + lines.dropFirst()
  }

  func heading(_ text: String) -> String { wrapped(text, "1") }

  func warning(_ text: String) -> String { wrapped(text, "1;33") }

  /// The words between escapes, with escapes of their own replaced.
  private func wrapped(_ words: String, _ code: String) -> String {
    let text = DiagnosticRenderer.printable(words)
    return colour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

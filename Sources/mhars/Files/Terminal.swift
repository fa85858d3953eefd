import Foundation

/// What the terminal at the other end can show.
enum Terminal {
  /// Whether words may be coloured on a stream: a terminal, and `NO_COLOR` not set.
  static func showsColour(_ descriptor: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    let isRefused = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    return isatty(descriptor) == 1 && !isRefused
  }

  /// Writes a line to standard error.
  static func complain(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}

import Foundation

/// Shows on a terminal how far a long step has come; anywhere else nothing.
final class Progress {
  private static let width = 24

  private let what: String
  private let isShown = isatty(2) == 1
  private let start = Date()
  private var shown = ""

  init(_ what: String) { self.what = what }

  /// Shows a number, once the step has lasted long enough to be worth it.
  func show(_ count: Int) { show("\(count) \(what) …") }

  /// Shows a share of the whole, 0 to 1, as a bar.
  func show(share: Double) {
    let share = min(1, max(0, share))
    let filled = Int(share * Double(Self.width))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
    show("\(bar) \(Int(share * 100)) % \(what)")
  }

  private func show(_ line: String) {
    guard isShown, line != shown, Date().timeIntervalSince(start) > 0.5 else { return }
    shown = line
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }

  /// Clears the line.
  func end() {
    guard !shown.isEmpty else { return }
    shown = ""
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}

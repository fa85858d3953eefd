import Foundation

/// Shows on a terminal how far a long step has come.
final class Progress {
  private let what: String
  private let isShown = isatty(2) == 1
  private let start = Date()
  private var hasShown = false

  init(_ what: String) { self.what = what }

  /// Shows a number, once the step has lasted long enough to be worth it.
  func show(_ count: Int) {
    guard isShown, Date().timeIntervalSince(start) > 0.5 else { return }
    hasShown = true
    FileHandle.standardError.write(Data("\r\(count) \(what) … ".utf8))
  }

  /// Clears the line.
  func end() {
    guard hasShown else { return }
    hasShown = false
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}

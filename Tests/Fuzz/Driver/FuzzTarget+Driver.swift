import Glibc

extension FuzzTarget {
  /// The target of this run, set once before the first input; libFuzzer's callback takes no context.
  nonisolated(unsafe) static var current = FuzzTarget.csv

  /// Runs an input through the target; a finding is told and ends the program, as a crash does.
  static func takeInput(_ bytes: [UInt8]) {
    do {
      try current.run(bytes)
    } catch {
      let words = "FINDING in \(current.rawValue): \(error)\n"
      write(STDERR_FILENO, words, words.utf8.count)
      abort()
    }
  }
}

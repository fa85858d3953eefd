import Dispatch

extension Array where Element: Sendable {
  /// The results for all elements in their order, several at a time.
  ///
  /// - Parameters:
  ///   - isWorthThreads: Whether an element is so much work that threads gain anything.
  ///   - transform: What is done with each; it runs on several threads at once.
  /// - Returns: One result for each element.
  func mapOnThreads<Result: Sendable>(
    isWorthThreads: Bool, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    guard isWorthThreads else { return map(transform) }
    return [Result](unsafeUninitializedCapacity: count) { results, filled in
      // Each place is written once, by the one thread that has the element.
      nonisolated(unsafe) let results = results
      DispatchQueue.concurrentPerform(iterations: count) { place in
        results.initializeElement(at: place, to: transform(self[place]))
      }
      filled = count
    }
  }
}

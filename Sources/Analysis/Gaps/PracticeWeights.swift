/// How much each item weighs in an index: items count equally within a practice, and practices
/// within the index.
struct PracticeWeights {
  private var itemsOfPractice: [String: Int] = [:]

  /// Takes the practice of each item of the index.
  init(_ practices: some Sequence<String>) {
    for practice in practices { itemsOfPractice[practice, default: 0] += 1 }
  }

  /// The weight of an item that speaks of a practice; those of all items add up to 1.
  func weight(of practice: String) -> Double {
    guard let items = itemsOfPractice[practice] else { return 0 }
    return 1 / Double(itemsOfPractice.count) / Double(items)
  }
}

/// How much each item and each entry of the ledger weighs in an index: items of surveys count equally
/// within their part of a practice, that part like one entry, and practices within the index.
struct PracticeWeights {
  private var itemsOfPractice: [String: Int] = [:]
  /// The weights of all parts of each practice: 1 for surveys, 1 or a half for an entry.
  private var partsOfPractice: [String: Double] = [:]
  /// The weight of each practice among all: 1, or that of its heaviest entry where no survey speaks of it.
  private var shareOfPractice: [String: Double] = [:]

  /// Takes the practice of each item of the index, and the practices and the weight of each entry.
  init(
    _ practices: some Sequence<String>, entries: [(practices: [String], weight: Double)] = []
  ) {
    for practice in practices { itemsOfPractice[practice, default: 0] += 1 }
    for practice in itemsOfPractice.keys {
      partsOfPractice[practice] = 1
      shareOfPractice[practice] = 1
    }
    for entry in entries {
      for practice in entry.practices {
        partsOfPractice[practice, default: 0] += entry.weight
        shareOfPractice[practice] = max(shareOfPractice[practice] ?? 0, entry.weight)
      }
    }
  }

  /// The weights of all practices together; halves and wholes add up exactly in any order.
  private var all: Double { shareOfPractice.values.reduce(0, +) }

  /// The weight of an item that speaks of a practice; those of all items and entries add up to 1.
  func weight(of practice: String) -> Double {
    guard let items = itemsOfPractice[practice], let parts = partsOfPractice[practice],
      let share = shareOfPractice[practice]
    else { return 0 }
    return share / all / parts / Double(items)
  }

  /// The weight of an entry that speaks of some practices.
  func weight(ofEntryOn practices: [String], weight: Double) -> Double {
    practices.reduce(0) { sum, practice in
      guard let parts = partsOfPractice[practice], let share = shareOfPractice[practice] else {
        return sum
      }
      return sum + weight * share / all / parts
    }
  }
}

/// Items that go together because people differ: within a class of people answers are independent.
struct LatentItems: Sendable {
  /// Some of the people, and how likely each of them is to give each code of each kind of item.
  struct Class: Sendable {
    let share: Double
    let chances: [[Double]]
  }

  let words: String
  let classes: [Class]

  private init(_ words: String, _ classes: [(hundredths: Int, items: [[Int]])]) {
    self.words = words
    self.classes = classes.map { part in
      Class(
        share: Double(part.hundredths) / 100,
        chances: part.items.map { $0.map { Double($0) / 100 } })
    }
  }

  static let symmetric = LatentItems(
    "symmetric items",
    [
      (30, [[30, 35, 20, 10, 5]]), (40, [[10, 20, 40, 20, 10]]), (30, [[5, 10, 20, 35, 30]]),
    ])
  static let skewed = LatentItems(
    "skewed items",
    [(55, [[1, 2, 7, 30, 60]]), (30, [[5, 15, 35, 35, 10]]), (15, [[35, 35, 20, 8, 2]])])
  /// Every second item says little of what the others say.
  static let unequal = LatentItems(
    "unequal items",
    [
      (30, [[60, 25, 10, 3, 2], [12, 24, 28, 24, 12]]),
      (40, [[5, 20, 50, 20, 5], [10, 22, 30, 24, 14]]),
      (30, [[2, 3, 10, 25, 60], [8, 20, 28, 27, 17]]),
    ])

  /// The answers of one person, from 0.
  func row(_ items: Int, _ lot: inout Lot) -> [Int] {
    let person = Self.pick(classes.map(\.share), lot.share())
    return (0..<items).map { item in
      let kinds = classes[person].chances
      return Self.pick(kinds[item % kinds.count], lot.share())
    }
  }

  /// The mean of an item over all people, its codes counted from 0.
  func mean(_ item: Int) -> Double {
    classes.reduce(0) { $0 + $1.share * Self.moment(1, kind($1, item)) }
  }

  /// The alpha of so many items, were everybody asked.
  func alpha(_ items: Int) -> Double {
    var (own, total) = (0.0, 0.0)
    for i in 0..<items {
      for j in 0..<items {
        let product = classes.reduce(0.0) { sum, part in
          let both =
            i == j
            ? Self.moment(2, kind(part, i))
            : Self.moment(1, kind(part, i)) * Self.moment(1, kind(part, j))
          return sum + part.share * both
        }
        let covariance = product - mean(i) * mean(j)
        total += covariance
        if i == j { own += covariance }
      }
    }
    return Double(items) / Double(items - 1) * (1 - own / total)
  }

  private func kind(_ part: Class, _ item: Int) -> [Double] {
    part.chances[item % part.chances.count]
  }

  private static func moment(_ power: Int, _ chances: [Double]) -> Double {
    chances.enumerated().reduce(0) { sum, entry in
      sum + (power == 1 ? Double(entry.offset) : Double(entry.offset * entry.offset))
        * entry.element
    }
  }

  private static func pick(_ chances: [Double], _ share: Double) -> Int {
    var below = 0.0
    for (place, chance) in chances.enumerated() {
      below += chance
      if share < below { return place }
    }
    return chances.count - 1
  }
}

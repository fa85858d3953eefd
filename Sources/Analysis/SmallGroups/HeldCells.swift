/// The groups that a release holds back: those that are too small, and others with them, so that
/// what is shown gives away none of them.
///
/// The rule is in `docs/methods/small-groups.md`.
struct HeldCells {
  /// Whether each group is held back, then the remainder of each sum.
  private(set) var isHeld: [Bool]
  private let people: [Int]
  private let answers: [Int]
  private let sums: GroupSums
  private let minimum: Int

  /// Decides what is held back.
  ///
  /// - Parameters:
  ///   - people: How many people are in each group; one without any has nothing to hold back.
  ///   - answers: How many of them stand behind the group's figures; `nil` for all.
  ///   - sums: Which groups add up to which.
  ///   - minimum: The fewest who must stand behind a figure.
  ///   - held: The groups that are held back whatever their size.
  init(
    people: [Int], answers: [Int]? = nil, sums: GroupSums, minimum: Int, held: Set<Int> = []
  ) {
    self.sums = sums
    self.minimum = minimum
    self.people = Self.withRemainders(people, sums)
    self.answers = answers.map { Self.withRemainders($0, sums) } ?? self.people
    isHeld = []
    isHeld = self.people.indices.map { cell in
      self.people[cell] > 0 && (self.answers[cell] < minimum || held.contains(cell))
    }
    // The smallest divided group first, so that a class takes one of its own year with it.
    let sizes = sums.sums.map { sum in sum.wholes.reduce(0) { $0 + self.people[$1] } }
    let order = sums.sums.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }
    while let cells = order.lazy.compactMap(next).first {
      for cell in cells { isHeld[cell] = true }
    }
  }

  /// Whether the rows without a value in some column are held back.
  ///
  /// They are where any part of them is, since one that is known gives the others away.
  var holdsRemainder: Bool {
    sums.sums.indices.contains { isHeld[sums.groupCount + $0] }
  }

  /// Whether any value of a column is held back, or the rows without one.
  func holds(column: Int) -> Bool {
    sums.sums.indices.contains { index in
      sums.sums[index].column == column
        && (isHeld[sums.groupCount + index] || sums.sums[index].parts.contains { isHeld[$0] })
    }
  }

  private static func withRemainders(_ sizes: [Int], _ sums: GroupSums) -> [Int] {
    sums.sums.reduce(into: sizes) { sizes, sum in
      let whole = sum.wholes.reduce(0) { $0 + sizes[$1] }
      sizes.append(whole - sum.parts.reduce(0) { $0 + sizes[$1] })
    }
  }

  /// The cells to hold back next for the sake of one sum; `nil` where nothing is to be had from it.
  private func next(_ index: Int) -> [Int]? {
    let sum = sums.sums[index]
    let remainder = sums.groupCount + index
    let wholes = sum.wholes.filter { people[$0] > 0 }
    let cells = (sum.parts + [remainder]).filter { people[$0] > 0 }
    let shown = cells.filter { !isHeld[$0] }
    let heldWholes = wholes.filter { isHeld[$0] }
    if sum.wholes.count == 1, !heldWholes.isEmpty { return shown.isEmpty ? nil : shown }
    let held = cells.filter { isHeld[$0] }
    if held.isEmpty, heldWholes.isEmpty { return nil }
    let isOneSided = held.isEmpty || heldWholes.isEmpty
    let answered = (held + heldWholes).reduce(0) { $0 + answers[$1] }
    if held.count + heldWholes.count >= 2, !isOneSided || answered >= minimum { return nil }
    let others = wholes.count > 1 ? wholes.filter { !isHeld[$0] } : []
    let smallest = (shown.filter { $0 != remainder } + others)
      .min { (people[$0], $0) < (people[$1], $1) }
    return [smallest ?? shown.first ?? sum.wholes[0]]
  }
}

/// The largest set of pairs that share no end (Hopcroft & Karp 1973).
struct BipartiteMatching {
  private var offsets: [Int] = [0]
  private var rights: [Int] = []
  private var matchOfLeft: [Int?]
  private var matchOfRight: [Int?]
  private var depths: [Int] = []
  private var cursors: [Int] = []

  /// - Parameter pairs: The pairs allowed, sorted by their left ends; any numbers.
  init(pairs: [(left: Int, right: Int)]) {
    var lastLeft: Int?
    var numbers: [Int: Int] = [:]
    for (left, right) in pairs {
      if left != lastLeft {
        offsets.append(rights.count)
        lastLeft = left
      }
      let number = numbers[right] ?? numbers.count
      numbers[right] = number
      rights.append(number)
      offsets[offsets.count - 1] = rights.count
    }
    matchOfLeft = [Int?](repeating: nil, count: offsets.count - 1)
    matchOfRight = [Int?](repeating: nil, count: numbers.count)
  }

  /// The size of a largest matching.
  ///
  /// - Complexity: O(pairs · √ends).
  mutating func largest() -> Int {
    var size = 0
    while layer() {
      cursors = Array(offsets.dropLast())
      for left in matchOfLeft.indices where matchOfLeft[left] == nil && augment(from: left) {
        size += 1
      }
    }
    return size
  }

  /// Numbers the left ends by their distance from a free one.
  ///
  /// - Returns: Whether a free right end can be reached.
  private mutating func layer() -> Bool {
    depths = matchOfLeft.map { $0 == nil ? 0 : -1 }
    var queue = matchOfLeft.indices.filter { matchOfLeft[$0] == nil }
    var head = 0
    var reachesFree = false
    while head < queue.count {
      let left = queue[head]
      head += 1
      for place in offsets[left]..<offsets[left + 1] {
        guard let next = matchOfRight[rights[place]] else {
          reachesFree = true
          continue
        }
        guard depths[next] < 0 else { continue }
        depths[next] = depths[left] + 1
        queue.append(next)
      }
    }
    return reachesFree
  }

  /// Looks for a path to a free right end and turns it over.
  private mutating func augment(from start: Int) -> Bool {
    var path = [start]
    while let left = path.last {
      guard cursors[left] < offsets[left + 1] else {
        depths[left] = -1
        path.removeLast()
        if let parent = path.last { cursors[parent] += 1 }
        continue
      }
      let right = rights[cursors[left]]
      guard let next = matchOfRight[right] else {
        for member in path {
          let end = rights[cursors[member]]
          matchOfLeft[member] = end
          matchOfRight[end] = member
        }
        return true
      }
      if depths[next] == depths[left] + 1 { path.append(next) } else { cursors[left] += 1 }
    }
    return false
  }
}

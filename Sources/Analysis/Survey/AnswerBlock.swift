/// Rows of code columns brought into the order of their groups, a block at a time, so that every
/// count below runs over neighbouring bytes.
struct AnswerBlock {
  static let rows = 32_768

  /// The groups that occur in the block and the stretch of rows of each.
  private(set) var segments: [(group: Int, rows: Range<Int>)] = []
  private(set) var count = 0
  private var start = 0
  /// The rows from `start` on, in the order of the groups.
  private var order: [UInt16]
  private var counts: [Int]
  private let isSplit: Bool

  /// Makes a block for rows in `groupCount` groups; rows of group -1 fall into a last one.
  init(groupCount: Int) {
    isSplit = groupCount > 0
    order = [UInt16](repeating: 0, count: Self.rows)
    counts = [Int](repeating: 0, count: groupCount + 2)
  }

  /// Takes in the rows from `start` on; `groups` is empty where nothing is split.
  mutating func load(from start: Int, of total: Int, groups: [Int32]) {
    self.start = start
    count = min(Self.rows, total - start)
    segments.removeAll(keepingCapacity: true)
    guard isSplit else {
      segments.append((0, 0..<count))
      return
    }
    let last = counts.count - 2
    for index in counts.indices { counts[index] = 0 }
    for row in start..<start + count {
      let group = groups[row] < 0 ? last : Int(groups[row])
      counts[group + 1] += 1
    }
    for group in 0...last {
      if counts[group + 1] > 0 {
        segments.append((group, counts[group]..<counts[group] + counts[group + 1]))
      }
      counts[group + 1] += counts[group]
    }
    for row in start..<start + count {
      let group = groups[row] < 0 ? last : Int(groups[row])
      order[counts[group]] = UInt16(row - start)
      counts[group] += 1
    }
  }

  /// Writes the cells of the block's rows in the order of the groups.
  func gather(_ cells: [UInt8], into target: inout [UInt8]) {
    cells.withUnsafeBufferPointer { cells in
      target.withUnsafeMutableBufferPointer { target in
        order.withUnsafeBufferPointer { order in
          for i in 0..<count { target[i] = cells[start &+ (isSplit ? Int(order[i]) : i)] }
        }
      }
    }
  }

  /// Puts what `map` has for each code in the place of the first cells, as many as the block has.
  func translate(_ cells: inout [UInt8], through map: [UInt8]) {
    cells.withUnsafeMutableBufferPointer { cells in
      map.withUnsafeBufferPointer { map in
        for i in 0..<count { cells[i] = map[Int(cells[i])] }
      }
    }
  }
}

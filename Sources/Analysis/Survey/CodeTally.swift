import Instruments
import Responses

/// How often each answer and each missing reason of an item was given, for each group.
struct CodeTally {
  let item: Item
  let points: [Point]
  /// The code bytes that are counted, in the order of their counts.
  private let codes: [UInt8]
  private var counts: [Int]

  init(item: Item, column: CodeColumn, declared: Int, groupCount: Int) {
    self.item = item
    points = column.points
    codes =
      column.points.indices.map { UInt8($0) }
      + (0..<declared).map { CellCode.firstDeclared + UInt8($0) }
      + [CellCode.blank, CellCode.unreadable]
    counts = [Int](repeating: 0, count: groupCount * codes.count)
  }

  /// Adds the rows of a block; `cells` holds the item's code bytes in the order of the block.
  mutating func add(_ block: AnswerBlock, cells: [UInt8], _ histogram: inout ByteHistogram) {
    for segment in block.segments {
      histogram.count(
        codes, in: cells, segment.rows, addingTo: &counts, from: segment.group * codes.count)
    }
  }

  /// How often a code byte was given in a group.
  func count(_ code: UInt8, inGroup group: Int) -> Int {
    guard let place = codes.firstIndex(of: code) else { return 0 }
    return counts[group * codes.count + place]
  }

  /// Adds up the groups of a tally into one group.
  func merged() -> CodeTally {
    var whole = self
    whole.counts = [Int](repeating: 0, count: codes.count)
    for (place, count) in counts.enumerated() { whole.counts[place % codes.count] += count }
    return whole
  }
}

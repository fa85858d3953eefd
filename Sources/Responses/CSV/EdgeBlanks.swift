/// Finds the spaces and tabs that libcsv would trim from the ends of a field.
///
/// It trims none where a function of ours says of every byte that it is no blank. That call costs
/// as much as cutting the byte off, so it is made only about the blanks found here: those beside a
/// delimiter, a line end or a quotation mark, and those at either end of a block, whose other
/// neighbour is not known.
struct EdgeBlanks {
  let block: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highest: UInt64 = 0x8080_8080_8080_8080

  /// The place of the first such blank from `start` on; the end of the block where there is none.
  ///
  /// - Complexity: O(bytes), eight at a time where there is no blank at all.
  func first(from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(block)
    var place = start
    while place < block.count {
      if place + 8 <= block.count,
        !Self.holdsBlank(raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      {
        place += 8
        continue
      }
      for near in place..<min(place + 8, block.count) where isAtEdge(near) { return near }
      place += 8
    }
    return block.count
  }

  private func isAtEdge(_ place: Int) -> Bool {
    guard Self.isBlank(block[place]) else { return false }
    guard place > 0, place + 1 < block.count else { return true }
    return isEdge(block[place - 1]) || isEdge(block[place + 1])
  }

  private func isEdge(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D || byte == 0x22
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func holdsBlank(_ word: UInt64) -> Bool {
    let spaces = word ^ (ones &* 0x20)
    let tabs = word ^ (ones &* 0x09)
    return ((spaces &- ones) & ~spaces | (tabs &- ones) & ~tabs) & highest != 0
  }
}

/// Numbers distinct byte strings in the order in which they first appear.
///
/// The strings lie end to end in one buffer and are found by open addressing with the seeded hash
/// of the standard library, so that no file can be built to make look-ups slow.
struct ByteTable: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  private var slots: [Int32]
  private var mask: Int

  init(minimumCapacity: Int = 8) {
    var size = 16
    while size < minimumCapacity * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  var count: Int { ends.count }

  /// The number of a string that was taken in; `nil` for one that was not.
  func index(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    let found = slots[slot(of: key)]
    return found < 0 ? nil : Int(found)
  }

  /// The number of a string, which is taken in if it is new.
  mutating func intern(_ key: UnsafeBufferPointer<UInt8>) -> (index: Int, isNew: Bool) {
    let position = slot(of: key)
    if slots[position] >= 0 { return (Int(slots[position]), false) }
    let index = ends.count
    arena.append(contentsOf: key)
    ends.append(arena.count)
    slots[position] = Int32(truncatingIfNeeded: index)
    if ends.count * 2 > slots.count { grow() }
    return (index, true)
  }

  /// The string with a number.
  func text(_ index: Int) -> String {
    String(decoding: arena[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
  }

  /// All strings in the order of their numbers.
  var texts: [String] { ends.indices.map(text) }

  private func slot(of key: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(key))
    var position = hasher.finalize() & mask
    while slots[position] >= 0, !holds(Int(slots[position]), key) {
      position = (position + 1) & mask
    }
    return position
  }

  private func holds(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == key.count else { return false }
    return arena.withUnsafeBufferPointer { bytes in
      for i in 0..<key.count where bytes[start &+ i] != key[i] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    arena.withUnsafeBufferPointer { bytes in
      for index in ends.indices {
        let start = index == 0 ? 0 : ends[index - 1]
        var hasher = Hasher()
        hasher.combine(
          bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<ends[index]]))
        var position = hasher.finalize() & mask
        while slots[position] >= 0 { position = (position + 1) & mask }
        slots[position] = Int32(truncatingIfNeeded: index)
      }
    }
  }
}

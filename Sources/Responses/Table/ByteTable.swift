/// Numbers distinct byte strings in the order in which they first appear.
///
/// The strings lie end to end in one buffer and are found by open addressing with the seeded hash
/// of the standard library, so that no file can be built to make look-ups slow.
struct ByteTable: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int] = []
  /// The number of a string plus one in the low half and part of its hash in the high half, so
  /// that strings which only share a slot are told apart without being read; 0 for none.
  private var slots: [UInt64]
  private var mask: Int

  init(minimumCapacity: Int = 8) {
    var size = 16
    while size < minimumCapacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    mask = size - 1
  }

  var count: Int { ends.count }

  /// The number of a string that was taken in; `nil` for one that was not.
  func index(of key: UnsafeBufferPointer<UInt8>) -> Int? {
    Self.number(in: slots[slot(of: key, Self.hash(key))])
  }

  /// The number of a string, which is taken in if it is new.
  mutating func intern(_ key: UnsafeBufferPointer<UInt8>) -> (index: Int, isNew: Bool) {
    let hash = Self.hash(key)
    let position = slot(of: key, hash)
    if let known = Self.number(in: slots[position]) { return (known, false) }
    let index = ends.count
    arena.append(contentsOf: key)
    ends.append(arena.count)
    slots[position] = Self.entry(index, hash)
    if ends.count * 2 > slots.count { grow() }
    return (index, true)
  }

  /// The string with a number.
  func text(_ index: Int) -> String {
    String(decoding: arena[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
  }

  /// All strings in the order of their numbers.
  var texts: [String] { ends.indices.map(text) }

  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(key))
    return hasher.finalize()
  }

  private static func entry(_ index: Int, _ hash: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: hash) & 0xFFFF_FFFF_0000_0000 | UInt64(index + 1)
  }

  private static func number(in entry: UInt64) -> Int? {
    entry == 0 ? nil : Int(entry & 0xFFFF_FFFF) - 1
  }

  /// The slot of a string, or the free one where it would go.
  private func slot(of key: UnsafeBufferPointer<UInt8>, _ hash: Int) -> Int {
    let tag = UInt64(truncatingIfNeeded: hash) >> 32
    var position = hash & mask
    while let index = Self.number(in: slots[position]) {
      if slots[position] >> 32 == tag, holds(index, key) { break }
      position = (position + 1) & mask
    }
    return position
  }

  /// Whether a string is the one with a number.
  func holds(_ index: Int, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = index == 0 ? 0 : ends[index - 1]
    guard ends[index] - start == key.count else { return false }
    return arena.withUnsafeBufferPointer { bytes in
      for i in 0..<key.count where bytes[start &+ i] != key[i] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    mask = slots.count - 1
    arena.withUnsafeBufferPointer { bytes in
      for index in ends.indices {
        let start = index == 0 ? 0 : ends[index - 1]
        let hash = Self.hash(UnsafeBufferPointer(rebasing: bytes[start..<ends[index]]))
        var position = hash & mask
        while slots[position] != 0 { position = (position + 1) & mask }
        slots[position] = Self.entry(index, hash)
      }
    }
  }
}

/// Numbers the ids of a roll in the order in which they first appear.
///
/// Ids that run on from each other lie in a plain array; the first that does not moves all of them
/// into a table with a seeded hash, so that no file can be built to make look-ups slow.
struct IdentifierIndex: Sendable {
  private var numbered: NumberedIDs?
  private var table = ByteTable(minimumCapacity: 0)
  private var isEmpty = true
  private let minimumCapacity: Int

  init(minimumCapacity: Int = 8) { self.minimumCapacity = minimumCapacity }

  /// The number of an id that was taken in; `nil` for one that was not.
  func index(of id: UnsafeBufferPointer<UInt8>) -> Int? {
    if let numbered { numbered.index(of: id) } else { table.index(of: id) }
  }

  /// The number of an id, which is taken in if it is new.
  mutating func intern(_ id: UnsafeBufferPointer<UInt8>) -> (index: Int, isNew: Bool) {
    if isEmpty {
      isEmpty = false
      numbered = NumberedIDs(like: id)
      if numbered == nil { table = ByteTable(minimumCapacity: minimumCapacity) }
    }
    if let entry = numbered?.intern(id) { return entry }
    if let numbered {
      table = ByteTable(minimumCapacity: max(minimumCapacity, numbered.count))
      numbered.forEach { _ = table.intern($0) }
      self.numbered = nil
    }
    return table.intern(id)
  }
}

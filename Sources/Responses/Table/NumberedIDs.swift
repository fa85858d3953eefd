/// Ids that run like P0000123, P0000124: the same letters and then as many digits, few left out.
///
/// They need no hash: the number itself is the place in an array, and neighbours on the roll are
/// neighbours in memory.
struct NumberedIDs: Sendable {
  private let prefix: [UInt8]
  private let digits: Int
  /// The number of the first id, at place 0.
  private let first: Int
  /// Which id has each number, -1 for none.
  private var indices: [Int32] = []
  private(set) var count = 0

  private static let mostDigits = 18
  /// How much room there may be for each id that is there.
  private static let roomPerID = 4
  private static let leastRoom = 1_024

  /// Ids like this one; `nil` where it does not end in digits.
  init?(like id: UnsafeBufferPointer<UInt8>) {
    let digits = id.reversed().prefix(Self.mostDigits).prefix { Self.isDigit($0) }.count
    guard digits > 0 else { return nil }
    prefix = Array(id.dropLast(digits))
    self.digits = digits
    first = Self.number(id[prefix.count...])
  }

  /// Which id this is, in the order in which they were taken in; `nil` for one that was not.
  func index(of id: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let place = place(of: id), place < indices.count, indices[place] >= 0 else { return nil }
    return Int(indices[place])
  }

  /// Takes an id in if it is new; `nil` where it is of another form, or too far from the others.
  mutating func intern(_ id: UnsafeBufferPointer<UInt8>) -> (index: Int, isNew: Bool)? {
    guard let place = place(of: id) else { return nil }
    if place >= indices.count {
      guard place < max(Self.leastRoom, (count + 1) * Self.roomPerID) else { return nil }
      for _ in indices.count...place { indices.append(-1) }
    }
    guard indices[place] < 0 else { return (Int(indices[place]), false) }
    indices[place] = Int32(truncatingIfNeeded: count)
    count += 1
    return (count - 1, true)
  }

  /// All ids in the order in which they were taken in.
  func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var places = [Int](repeating: 0, count: count)
    for (place, index) in indices.enumerated() where index >= 0 { places[Int(index)] = place }
    var id = prefix + [UInt8](repeating: 0, count: digits)
    for place in places {
      var rest = first + place
      for digit in stride(from: id.count - 1, through: prefix.count, by: -1) {
        id[digit] = 0x30 + UInt8(rest % 10)
        rest /= 10
      }
      id.withUnsafeBufferPointer(body)
    }
  }

  /// The place of an id in the array; `nil` for one of another form or before the first.
  private func place(of id: UnsafeBufferPointer<UInt8>) -> Int? {
    guard id.count == prefix.count + digits else { return nil }
    for place in prefix.indices where id[place] != prefix[place] { return nil }
    var number = 0
    for place in prefix.count..<id.count {
      guard Self.isDigit(id[place]) else { return nil }
      number = number &* 10 &+ Int(id[place] &- 0x30)
    }
    return number < first ? nil : number - first
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}

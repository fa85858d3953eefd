/// The unique pupil number of English schools: a check letter, eleven digits, a digit or letter.
enum UniquePupilNumber {
  private static let letters = [UInt8]("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

  /// Whether a text has the shape of a number and the letter that its digits ask for.
  ///
  /// The letter stands for the sum of the twelve digits, each times its place plus one, modulo 23;
  /// the letter that ends a temporary number counts by its place in the same alphabet (Department
  /// for Education, guide to unique pupil numbers).
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count == 13 else { return false }
    var sum = 0
    for (place, byte) in bytes.enumerated().dropFirst() {
      if (0x30...0x39).contains(byte) {
        sum += Int(byte - 0x30) * (place + 1)
      } else if place == 12, let value = letters.firstIndex(of: byte) {
        sum += value * (place + 1)
      } else {
        return false
      }
    }
    return bytes[0] == letters[sum % 23]
  }

  /// Whether a number that is valid ends in a letter, as one that a pupil has for a time does.
  static func isTemporary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.last.map { (0x41...0x5A).contains($0) } ?? false
  }
}

/// Random keys of sixteen bytes, and the order in which they lie in a table.
struct RandomKeys {
  private let keys: [(UInt64, UInt64)]
  /// The places of the keys from the lowest key to the highest.
  let order: [Int]

  init(count: Int) {
    var generator = SystemRandomNumberGenerator()
    let keys = (0..<count).map { _ in (generator.next().bigEndian, generator.next()) }
    self.keys = keys
    // The first half is compared as the table compares bytes; equal ones do not happen.
    order = keys.indices.sorted { keys[$0].0.bigEndian < keys[$1].0.bigEndian }
  }

  /// Hands the bytes of a key over.
  func withKey<Result>(
    _ place: Int, _ body: (UnsafeRawBufferPointer) throws -> Result
  ) rethrows -> Result {
    try withUnsafeBytes(of: keys[place], body)
  }
}

/// What distinct cells were read as, found by their bytes, so that words are read once for each.
struct AnswerCache<Value> {
  /// The most distinct cells that are remembered; beyond it cells are read anew.
  private static var limit: Int { 4_096 }
  /// The longest cell that is remembered, in bytes.
  private static var longest: Int { 256 }

  private var cells = ByteTable()
  private var values: [Value] = []

  /// What was remembered for a cell; `nil` where there is nothing.
  func value(of cell: UnsafeBufferPointer<UInt8>) -> Value? {
    cells.index(of: cell).map { values[$0] }
  }

  mutating func remember(_ cell: UnsafeBufferPointer<UInt8>, _ value: Value) {
    guard cells.count < Self.limit, cell.count <= Self.longest, cells.intern(cell).isNew else {
      return
    }
    values.append(value)
  }
}

/// A column of labels that grows row by row.
struct LabelBuilder {
  private var labels = ByteTable()
  private var cells: [Int32] = []

  /// Takes the label of a row in; an empty cell is none.
  mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    cells.append(cell.isEmpty ? -1 : Int32(truncatingIfNeeded: labels.intern(cell).index))
  }

  /// The column of all rows taken in.
  var column: LabelColumn { LabelColumn(labels: labels.texts, cells: cells) }
}

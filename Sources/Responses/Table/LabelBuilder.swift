/// A column of labels that grows row by row.
struct LabelBuilder {
  private var labels = ByteTable()
  private var cells: [Int32] = []
  /// The label of the row before: those of a class often stand together.
  private var last: Int?

  /// Takes the label of a row in; an empty cell is none.
  mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    if cell.isEmpty { return cells.append(-1) }
    if last.map({ labels.holds($0, cell) }) != true { last = labels.intern(cell).index }
    cells.append(Int32(truncatingIfNeeded: last ?? -1))
  }

  /// The column of all rows taken in.
  var column: LabelColumn { LabelColumn(labels: labels.texts, cells: cells) }
}

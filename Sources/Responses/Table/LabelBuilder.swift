/// A column of labels that grows row by row.
struct LabelBuilder {
  private var labels = ByteTable()
  private var cells: [Int32] = []
  /// The labels of late: a column of labels has few, and again and again.
  private var recent = RecentAnswers<Int32>(bits: 9)

  /// - Parameter expected: About how many rows will come.
  init(expecting expected: Int = 0) { cells.reserveCapacity(expected) }

  /// Takes the label of a row in; an empty cell is none.
  mutating func append(_ cell: UnsafeBufferPointer<UInt8>) {
    if cell.isEmpty { return cells.append(-1) }
    if let known = recent.code(of: cell) { return cells.append(known) }
    let label = Int32(truncatingIfNeeded: labels.intern(cell).index)
    recent.remember(cell, label)
    cells.append(label)
  }

  /// The column of all rows taken in.
  var column: LabelColumn { LabelColumn(labels: labels.texts, cells: cells) }
}

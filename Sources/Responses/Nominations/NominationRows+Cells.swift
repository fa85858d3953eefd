extension NominationRows {
  /// Counts the cells of the rows that are used: of names by what the rows refer to, of other columns
  /// by what they are for.
  mutating func countCells() {
    var (start, rows, answered) = (0, 0, 0)
    for entry in entries {
      let end = Int(entry.end)
      if !entry.isDropped {
        rows += 1
        answered += answeredCells(named: end - start)
      }
      start = end
    }
    addCells(of: rows, answered: answered)
  }

  /// Moves the cells of a row that was counted as used to those that are left out; rows that were kept
  /// have none.
  mutating func setCellsAside(named: Int) {
    if width == 0 { return }
    addCells(of: -1, answered: -answeredCells(named: named))
    counts.cells.add(width, .excluded)
  }

  /// How many cells hold so many names: one where a cell has several.
  private func answeredCells(named: Int) -> Int {
    if case .wide(_, let holdsSeveral) = layout.shape, holdsSeveral { return min(1, named) }
    return named
  }

  private mutating func addCells(of rows: Int, answered: Int) {
    let names = layout.nameColumns
    let beside = layout.besideColumns
    counts.cells.add(answered, .answer)
    counts.cells.add(rows * names - answered, .blank)
    counts.cells.add(rows * beside, .beside)
    counts.cells.add(rows * (width - names - beside), .notKept)
  }
}

/// One value of a grouping: which rows a group of figures is of.
struct GroupPlace {
  let grouping: Grouping
  /// The place of the value in `grouping.values`.
  let index: Int

  var value: String { grouping.values[index] }
  var title: String { grouping.titles[index] }

  func contains(_ row: Int) -> Bool { grouping.cells[row] == Int32(index) }
}

import Instruments

/// The labels of a column in one spelling each, and how many rows are left without because theirs
/// is not certain.
struct SettledLabels {
  let column: LabelColumn
  /// The first row whose label is not certain; `nil` where all are.
  let firstUnclear: Int?
  let unclear: Int

  /// Year groups as reports have them.
  init(years: LabelColumn) { self.init(years, YearName.inCell) }

  /// Classes, each the one in which a pupil is registered.
  ///
  /// A cell with a comma or semicolon is one class unless a part of it is a class by itself.
  init(classes: LabelColumn, inLists: Bool) {
    let known = Set(classes.labels.map(\.matchingKey))
    self.init(classes) { label in
      if inLists || CourseList.hasCourses(label) { return CourseList.registrationClass(label) }
      let parts = label.split { $0 == "," || $0 == ";" }.map { String($0).trimmingBlanks }
      guard parts.count > 1, parts.contains(where: { known.contains($0.matchingKey) }) else {
        return label
      }
      return Set(parts.map(\.matchingKey)).count == 1 ? parts[0] : nil
    }
  }

  private init(_ column: LabelColumn, _ read: (String) -> String?) {
    var numbers: [String: Int32] = [:]
    var labels: [String] = []
    let places = column.labels.map { label -> Int32 in
      if label.trimmingBlanks.isEmpty { return -1 }
      guard let settled = read(label) else { return Self.unclearPlace }
      if let known = numbers[settled] { return known }
      let number = Int32(truncatingIfNeeded: labels.count)
      numbers[settled] = number
      labels.append(settled)
      return number
    }
    let cells = column.cells.map { $0 < 0 ? -1 : places[Int($0)] }
    firstUnclear = cells.firstIndex(of: Self.unclearPlace)
    unclear = cells.count { $0 == Self.unclearPlace }
    self.column = LabelColumn(labels: labels, cells: cells.map { max($0, -1) })
  }

  private static let unclearPlace: Int32 = -2
}

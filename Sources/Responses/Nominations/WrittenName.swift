import Instruments

/// What a pupil wrote in place of a name.
enum WrittenName {
  private static let nobody: Set<String> = ["no one", "noone", "no-one", "nobody", "none", "-"]

  /// Whether a text says that there is nobody to name.
  static func meansNobody(_ text: String) -> Bool { nobody.contains(text.folded) }

  /// The names in a cell that may hold several.
  static func names(in cell: String) -> [String] {
    cell.split { ",;|\n\r".contains($0) }.map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
  }
}

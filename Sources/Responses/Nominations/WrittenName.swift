import Instruments

/// What a pupil wrote in place of a name.
enum WrittenName {
  private static let nobody: Set<String> = ["no one", "noone", "no-one", "nobody", "none", "-"]

  /// Whether a text says that there is nobody to name.
  static func meansNobody(_ text: String) -> Bool { nobody.contains(text.matchingKey) }

  /// The names in a cell that may hold several, parted by marks or by "and".
  static func names(in cell: String) -> [String] {
    cell.split { ",;|&+/\n\r".contains($0) || $0.isNewline }
      .flatMap { part in
        part.split(whereSeparator: \.isWhitespace).split { $0.lowercased() == "and" }
          .map { $0.joined(separator: " ") }
      }
  }
}

/// A place in a file that a person wrote or exported.
///
/// Lines and columns count from 1, as editors show them. `line` or `column` is `nil` where the
/// trouble is with the whole file or the whole line.
public struct Location: Hashable, Sendable {
  /// The file as the person named it, never resolved to a path of the machine.
  public var file: String
  /// The physical line, from 1; `nil` where the trouble is with the whole file.
  public var line: Int?
  /// The character within the line, from 1; `nil` where the trouble is with the whole line or file.
  public var column: Int?

  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}

extension Location: CustomStringConvertible {
  /// The place as `file:line:column`, as far as it is known.
  public var description: String {
    var text = file
    if let line {
      text += ":\(line)"
      if let column { text += ":\(column)" }
    }
    return text
  }
}

extension Location: Comparable {
  /// Orders places by file, line and column; a whole file or line comes before its parts.
  public static func < (a: Location, b: Location) -> Bool {
    (a.file, a.line ?? 0, a.column ?? 0) < (b.file, b.line ?? 0, b.column ?? 0)
  }
}

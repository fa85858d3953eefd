/// A stretch of one line: where it starts and how many characters it takes.
public struct Span: Hashable, Sendable {
  /// Where the first character stands.
  public var location: Location
  /// The characters on the first line, at least 1.
  public var length: Int

  /// Makes a span; a length below 1 counts as 1.
  public init(_ location: Location, length: Int = 1) {
    self.location = location
    self.length = max(1, length)
  }
}

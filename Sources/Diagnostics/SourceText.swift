/// The text of a file, cut into lines so that places in it can be named and shown.
///
/// A line ends with a line feed, a carriage return, or both.
public struct SourceText: Sendable {
  /// The file as the person named it.
  public let file: String
  /// The characters of the text as Unicode scalars, in order.
  public let scalars: [Unicode.Scalar]
  /// Where each line starts in `scalars`; never empty.
  private let lineStarts: [Int]

  /// Cuts a text into lines, in time proportional to its length.
  ///
  /// - Parameters:
  ///   - text: What the file holds.
  ///   - file: Its name as the person gave it.
  public init(_ text: String, file: String) {
    self.file = file
    let scalars = Array(text.unicodeScalars)
    var starts = [0]
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if scalar == "\n" || (scalar == "\r" && next != "\n") { starts.append(index + 1) }
    }
    self.scalars = scalars
    lineStarts = starts
  }

  /// How many lines the text has, at least 1; a line end at the very end starts an empty line.
  public var lineCount: Int { lineStarts.count }

  /// The text of a line, without its end.
  ///
  /// - Parameter line: The line, from 1.
  /// - Returns: The text, or `nil` when the file has no such line.
  public func line(_ line: Int) -> String? {
    guard let range = range(ofLine: line) else { return nil }
    return String(String.UnicodeScalarView(scalars[range]))
  }

  /// The index of a place that is given by line and scalar column, as parsers count them.
  ///
  /// - Parameters:
  ///   - line: The line, from 1.
  ///   - column: The Unicode scalar within the line, from 1.
  /// - Returns: The index in `scalars`, cut to the end of the text.
  public func index(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return scalars.count }
    return min(scalars.count, lineStarts[line - 1] + max(0, column - 1))
  }

  /// The line on which an index lies.
  ///
  /// - Parameter index: A place in `scalars`, or their count for the end of the text.
  /// - Returns: The line, from 1.
  /// - Complexity: O(log lines).
  public func lineNumber(at index: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= index { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The span between two indices, cut to its first line and counted in characters.
  ///
  /// - Parameters:
  ///   - start: The index in `scalars` of the first one.
  ///   - end: The index after the last one.
  /// - Returns: At least one character, also for an empty stretch.
  public func span(_ start: Int, _ end: Int) -> Span {
    let line = lineNumber(at: start)
    let range = range(ofLine: line) ?? 0..<0
    let head = characterCount(lineStarts[line - 1]..<min(start, scalars.count))
    let tail = min(max(start, end), range.upperBound)
    let length = start < tail ? characterCount(start..<tail) : 1
    return Span(Location(file: file, line: line, column: head + 1), length: length)
  }

  private func range(ofLine line: Int) -> Range<Int>? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : scalars.count
    while end > start, scalars[end - 1] == "\n" || scalars[end - 1] == "\r" { end -= 1 }
    return start..<end
  }

  private func characterCount(_ range: Range<Int>) -> Int {
    String(String.UnicodeScalarView(scalars[range])).count
  }
}

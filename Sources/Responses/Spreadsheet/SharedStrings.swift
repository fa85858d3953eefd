/// The texts that the cells of a workbook point at, as fields of CSV in one buffer.
final class SharedStrings: XMLTaker {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var text = CellText()
  private let limit: Int

  /// - Parameter limit: The most bytes that are held.
  init(limit: Int) { self.limit = limit }

  /// How many texts there are.
  var count: Int { ends.count }

  /// A text as a field of CSV; empty where the text is.
  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  func begin(_ element: String, _ attributes: [String: String]) throws {
    if element == "si" { text.clear() } else { text.begin(element) }
  }

  func take(_ text: String) throws { self.text.take(text) }

  func end(_ element: String) throws {
    guard element == "si" else { return text.end(element) }
    bytes.append(contentsOf: SheetText.field(text.finished()))
    ends.append(bytes.count)
    // An index costs as much as a short text.
    guard bytes.count + ends.count * 8 <= limit else {
      throw SheetText.Trouble.tooLargeToHold(limit)
    }
  }
}

public import Instruments

/// The answers to one item, one entry for each response.
public enum ItemColumn: Sendable, Hashable {
  case codes(CodeColumn)
  case options(OptionColumn)
  case numbers(NumberColumn)
  case dates(DateColumn)
  case texts(TextColumn)
}

/// Answers that are one point of a scale or one choice.
public struct CodeColumn: Sendable, Hashable {
  /// The points in the order of their indices.
  public let points: [Point]
  /// One byte for each response, as `CellCode` describes.
  public internal(set) var cells: [UInt8] = []
}

/// Answers that are any number of choices.
public struct OptionColumn: Sendable, Hashable {
  /// The most choices that an item may have.
  static let optionLimit = 62
  /// The bit of a response that answered, whether it chose anything or not.
  public static let answered: UInt64 = 1 << 63
  /// The bit of a response whose cell could be read in two ways.
  public static let unreadable: UInt64 = 1 << 62

  public let points: [Point]
  /// One bit for each choice, from the lowest; zero where nothing was written.
  public internal(set) var cells: [UInt64] = []
}

/// Answers that are numbers; `nil` where nothing was written.
public struct NumberColumn: Sendable, Hashable {
  public internal(set) var cells: [Double?] = []
}

/// Answers that are days; `nil` where nothing was written.
public struct DateColumn: Sendable, Hashable {
  public internal(set) var cells: [CalendarDay?] = []
}

/// Answers that are text, end to end in one buffer.
public struct TextColumn: Sendable, Hashable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  public var count: Int { ends.count }

  /// The text of a response; empty where nothing was written.
  public subscript(row: Int) -> String {
    String(decoding: bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]], as: UTF8.self)
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// Runs `body` on all bytes and the end of each text among them.
  func withAllBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>, [Int]) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body($0, ends) }
  }

  /// The same texts without the given rows.
  func removing(rows: Set<Int>) -> TextColumn {
    var kept = TextColumn()
    bytes.withUnsafeBufferPointer { all in
      for row in ends.indices where !rows.contains(row) {
        kept.append(UnsafeBufferPointer(rebasing: all[(row == 0 ? 0 : ends[row - 1])..<ends[row]]))
      }
    }
    return kept
  }
}

/// The rows of a file that were refused, as they stand in it, to be corrected and taken in again.
public struct RejectedRows: Sendable, Hashable {
  /// One row.
  public struct Row: Sendable, Hashable {
    /// Its number among the data records, from 1.
    public let record: Int
    /// What is wrong, in words.
    public let reason: String
    /// Its cells, which may be more or fewer than the headings.
    public let cells: [String]
  }

  /// The headings of the file.
  public var header: [String] = []
  /// The rows in the order of the file.
  public var rows: [Row] = []

  public init() {}

  init(header: [String]) { self.header = header }
}

public import Responses

/// The files that were taken into an audit, without the numbers that an audit holds back.
public struct ImportList: Sendable {
  /// The files, in the order in which they are listed.
  public let entries: [ImportEntry]
  /// The labels of files whose numbers of rows are held back.
  public let held: Set<String>

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - entries: The files.
  ///   - held: The labels of those of which no number is shown.
  public init(_ entries: [ImportEntry], held: Set<String>) {
    self.entries = entries
    self.held = held
  }

  /// How many rows a file had; `nil` where that is held back.
  func read(_ entry: ImportEntry) -> Int? { held.contains(entry.label) ? nil : entry.read }

  /// How many rows of a file were taken in; `nil` where that is held back.
  func takenIn(_ entry: ImportEntry) -> Int? {
    held.contains(entry.label) ? nil : entry.added + entry.updated
  }

  /// The files that can only be undone together with one.
  func others(_ entry: ImportEntry) -> [String] { entry.together.filter { $0 != entry.label } }
}

public import Instruments

/// Rows of a file that may have been taken in before.
public struct Repeats: Sendable, Hashable {
  /// Rows equal to one that is there, with nothing to say whether they are the same person's.
  public var equal = 0
  /// Rows with the id of one that is there, and other answers.
  public var changed = 0
  /// Rows that are not there in any way.
  public var new = 0
  /// The days on which rows of this collection were taken in.
  public var days: [CalendarDay] = []

  public init() {}
}

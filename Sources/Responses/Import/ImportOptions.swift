public import Diagnostics
public import Instruments

/// What a person says about a file that is taken in.
public struct ImportOptions: Sendable {
  public var encoding: TextEncoding = .automatic
  /// The sheets of workbooks, or the files of archives, that are meant: names, or numbers from 1.
  ///
  /// Each file takes the one that it has; without any, the only one with content.
  public var sheets: [String] = []
  /// The dialect, where the person knows better than detection.
  public var dialect: Dialect?
  /// Which of day and month comes first, where the file itself does not show it.
  public var dateOrder: DateOrder?
  /// The heading of the column that identifies a response.
  public var identifier: String?
  /// Headings of columns that the instrument does not know and that are to be kept.
  public var extras: [String] = []
  /// Whether rows with a fault are left out rather than stopping the import.
  public var acceptsRejects = false
  /// How columns and answers belong to the instrument, from an earlier import.
  public var recipe: ImportRecipe?
  /// The proposals for headings that are near and not the same that a person confirmed: an item, or
  /// an item and its choice with a slash between.
  public var confirmed: [String] = []
  /// Whether responses that their tool marks as unfinished count.
  public var keepsUnfinished = false
  /// The least percentage of the questions that a response answers to count, 0 to 100.
  ///
  /// It is of the questions that the file carries with choices, numbers or dates, without those about
  /// who answers; a declared missing answer is one.
  public var minimumAnswered = 0
  /// The days on which the round is open; responses of other days do not count.
  public var openDays: OpenDays?
  /// The largest file that is read, in bytes.
  public var sizeLimit = CSVFile.defaultSizeLimit

  /// The day on which the files are read.
  ///
  /// A pupil who leaves after it is still on roll. Without it, `nil`, every date in the column of
  /// leavers means that the pupil is gone.
  public var today: CalendarDay?

  public init() {}

  /// What can be confirmed of an instrument: its items, and the choices of each.
  public static func confirmable(in instrument: Instrument) -> [String] {
    instrument.items.flatMap { item in
      [item.id] + item.format.points.map { HeadingProposal.name(item.id, $0.code) }
    }
  }

  /// Reports what was confirmed and none of some instruments has.
  public static func report(
    _ confirmed: [String], of instruments: [Instrument], to sink: inout DiagnosticSink
  ) {
    let known = instruments.flatMap(confirmable)
    for name in confirmed where !known.contains(name) {
      sink.error(.nothingToConfirm(name, known: known), at: Location(file: "--confirm"))
    }
  }
}

/// Which of day and month comes first in a date such as 03/04/2026.
public enum DateOrder: String, Sendable, CaseIterable {
  case dayFirst = "day-first"
  case monthFirst = "month-first"
}

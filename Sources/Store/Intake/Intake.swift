public import Instruments
public import Responses

/// A file that is to be taken into an audit: of which round and instrument, and how.
public struct Intake: Sendable {
  /// What to do with rows that repeat, or seem to repeat, what was taken in before.
  public enum Overlap: String, Sendable, CaseIterable {
    /// Only the rows that were not there yet are taken in.
    case skip
    /// All rows are taken in, as further answers or, where a person is known, as their new ones.
    case add
  }

  /// The id of the round.
  public var round: String
  public var instrument: Instrument
  /// The file of the instrument, kept beside the answers so that they can always be read.
  public var definition: [UInt8]
  /// The smallest group whose figures may be shown; it can be raised later and never lowered.
  public var minimum: Int
  /// The name of the file, without its folder.
  public var file: String
  /// The day on which it is taken in.
  public var day: CalendarDay
  public var overlap: Overlap?
  /// Whether nothing is kept, to see what would be done.
  public var isRehearsal: Bool

  public init(
    round: String, instrument: Instrument, definition: [UInt8], minimum: Int, file: String,
    day: CalendarDay, overlap: Overlap? = nil, isRehearsal: Bool = false
  ) {
    self.round = round
    self.instrument = instrument
    self.definition = definition
    self.minimum = minimum
    self.file = file
    self.day = day
    self.overlap = overlap
    self.isRehearsal = isRehearsal
  }
}

/// What became of a file.
public enum IntakeResult: Sendable, Hashable {
  /// It was taken in.
  case taken(ImportEntry)
  /// The same rows were taken in before; nothing was added. The ledger is that of the file, which may
  /// have rows that were refused beside them.
  case sameAs(ImportEntry, ImportLedger)
  /// Some rows may be there already, and a person has to say; nothing was added.
  case asks(Repeats)
  /// The answers of this round were taken in under another edition of the instrument.
  case otherEdition(since: CalendarDay?)
}

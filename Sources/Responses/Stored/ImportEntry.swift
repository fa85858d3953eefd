public import Instruments

/// One file that was taken into an audit, with where its rows went.
public struct ImportEntry: Sendable, Hashable {
  /// What a person calls it: `A3` holds answers without names, `N2` names.
  public let label: String
  /// The id of the round.
  public let round: String
  /// The id of the instrument; `roll` for a roll.
  public let instrument: String
  /// The day on which it was taken in.
  public let day: CalendarDay?
  /// The name of the file, without its folder.
  public let file: String
  /// The tool that wrote it.
  public let dialect: Dialect
  /// The data records of the file, blank lines aside.
  public let read: Int
  /// The records that became new answers.
  public let added: Int
  /// The records that replace an earlier answer of the same person.
  public let updated: Int
  /// The records that were there already.
  public let repeated: Int
  /// The records that are no answers, by reason.
  public let excluded: [ImportLedger.Exclusion: Int]
  /// Cells that could be read in two ways and count as missing.
  public var unreadableCells: Int
  /// The day on which it was undone; `nil` where it counts.
  public let undone: CalendarDay?
  /// The labels of the imports that can only be undone together with it, itself included.
  public let together: [String]

  /// Whether something of it waits for a person: rows or cells left out.
  public var needsPerson: Bool {
    ImportLedger(
      read: read, excluded: excluded, unreadableCells: unreadableCells, dialect: dialect
    ).needsPerson
  }

  /// Whether nothing was lost: each row is an answer, new or in place of an earlier one, was there
  /// already, or was left out for one reason.
  public var isBalanced: Bool {
    [added, updated, repeated].allSatisfy { $0 >= 0 } && excluded.values.allSatisfy { $0 > 0 }
      && read == added + updated + repeated + excluded.values.reduce(0, +)
  }

  public init(
    label: String, round: String, instrument: String, day: CalendarDay?, file: String,
    dialect: Dialect, read: Int, added: Int, updated: Int, repeated: Int,
    excluded: [ImportLedger.Exclusion: Int], unreadableCells: Int, undone: CalendarDay?,
    together: [String]
  ) {
    self.label = label
    self.round = round
    self.instrument = instrument
    self.day = day
    self.file = file
    self.dialect = dialect
    self.read = read
    self.added = added
    self.updated = updated
    self.repeated = repeated
    self.excluded = excluded
    self.unreadableCells = unreadableCells
    self.undone = undone
    self.together = together
  }
}

extension [ImportEntry] {
  /// The later files of a round and an instrument that left rows out since they were there already:
  /// when others are undone those rows may be gone.
  public func lacking(_ undone: [ImportEntry]) -> [ImportEntry] {
    let gone = undone.filter { $0.added + $0.updated > 0 }
    guard let first = gone.first, let place = firstIndex(where: { $0.label == first.label }) else {
      return []
    }
    let labels = gone.map(\.label)
    return self[place...].filter {
      $0.round == first.round && $0.instrument == first.instrument && $0.undone == nil
        && $0.repeated > 0 && !labels.contains($0.label)
    }
  }
}

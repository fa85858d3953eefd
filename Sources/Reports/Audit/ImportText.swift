public import Instruments
public import Responses

/// What became of a file that was to be taken into an audit, for a person.
public enum ImportText {
  /// The account of a file that was taken in: where each of its rows went.
  ///
  /// - Parameters:
  ///   - entry: The import.
  ///   - place: The instrument and the round.
  ///   - isRehearsal: Whether nothing was kept.
  /// - Returns: Lines of at most 80 columns.
  public static func taken(_ entry: ImportEntry, place: String, isRehearsal: Bool) -> String {
    let lead =
      isRehearsal
      ? "Nothing was kept (--dry-run). \(entry.file) would be taken into \(place)"
      : "\(entry.label): \(entry.file) was taken into \(place)"
    var lines = Wording.wrapped("\(lead) (\(entry.dialect.title)).")
    lines += Wording.wrapped("  " + rows(entry), indent: "  ")
    lines += unreadable(entry.unreadableCells)
    if let blanks = entry.dialect.blanks { lines += Wording.wrapped("  " + blanks, indent: "  ") }
    if entry.together.count > 1 {
      lines += Wording.wrapped(
        "  The day of a few rows could tell whose they are, so these are kept together with those "
          + "of \(others(entry)); they can only be undone together.", indent: "  ")
    }
    return lines.joined(separator: "\n")
  }

  private static func unreadable(_ cells: Int) -> [String] {
    guard cells > 0 else { return [] }
    return Wording.wrapped(
      "  \(Wording.counted(cells, "answer")) could be read in two ways and count as missing.",
      indent: "  ")
  }

  private static func others(_ entry: ImportEntry) -> String {
    Wording.listed(entry.together.filter { $0 != entry.label })
  }

  /// Where the rows went, every one of them.
  static func rows(_ entry: ImportEntry) -> String {
    var parts = ["\(Wording.grouped(entry.added)) taken in"]
    if entry.updated > 0 { parts.append("\(Wording.grouped(entry.updated)) in place of earlier") }
    if entry.repeated > 0 { parts.append("\(Wording.grouped(entry.repeated)) there already") }
    for reason in ImportLedger.Exclusion.allCases {
      if let count = entry.excluded[reason] {
        parts.append("\(Wording.grouped(count)) left out, \(reason.title)")
      }
    }
    return "\(Wording.counted(entry.read, "row")): \(parts.joined(separator: "; "))."
  }

  /// The answer to a file whose rows were taken in before.
  ///
  /// - Parameters:
  ///   - entry: The import that has them.
  ///   - ledger: Where the rows of the file went that came again.
  ///   - place: The instrument and the round.
  /// - Returns: Lines of at most 80 columns.
  public static func same(_ entry: ImportEntry, _ ledger: ImportLedger, place: String) -> String {
    let day = entry.day.map { " on \($0.iso)" } ?? ""
    var lines = Wording.wrapped(
      "Nothing was added: the same rows were taken into \(place)\(day) as \(entry.label), from "
        + "\(entry.file).")
    if let refused = ledger.excluded[.fault], refused > 0 {
      lines += Wording.wrapped(
        "  \(Wording.counted(refused, "row")) of this file \(refused == 1 ? "was" : "were") left "
          + "out, with a fault.", indent: "  ")
    }
    return (lines + unreadable(ledger.unreadableCells)).joined(separator: "\n")
  }

  /// The answer to a file all of whose rows equal rows that were taken in before.
  public static func nothingNew(_ repeats: Repeats, place: String) -> String {
    Wording.wrapped(
      "Nothing was added: each of the \(Wording.counted(repeats.equal, "row")) equals one that was "
        + "taken into \(place)\(days(repeats)). If they are further answers all the same, take them in "
        + "with --overlap add."
    ).joined(separator: "\n")
  }

  private static func days(_ repeats: Repeats) -> String {
    repeats.days.isEmpty ? "" : " on \(Wording.listed(repeats.days.map(\.iso)))"
  }

  /// What a person has to decide about a file that may repeat an earlier one.
  public static func question(_ repeats: Repeats) -> String {
    var parts: [String] = []
    if repeats.equal > 0 {
      parts.append(
        "\(Wording.counted(repeats.equal, "row")) \(repeats.equal == 1 ? "equals one" : "equal some") "
          + "already taken in")
    }
    if repeats.changed > 0 {
      parts.append(
        "\(Wording.counted(repeats.changed, "row")) \(repeats.changed == 1 ? "is" : "are") of "
          + "somebody whose answers are there already and differ")
    }
    let when = repeats.days.isEmpty ? "" : " (\(days(repeats).dropFirst()))"
    return parts.joined(separator: ", and ") + when
      + "; say what to do with them: --overlap skip takes only the "
      + "\(Wording.counted(repeats.new, "other row")), --overlap add takes all; nothing was taken in"
  }

  /// Why answers under another edition of an instrument are not mixed.
  public static func otherEdition(_ instrument: String, _ day: CalendarDay?) -> String {
    "the answers of this round were taken in under another edition of '\(instrument)'"
      + (day.map { " (on \($0.iso))" } ?? "")
      + "; put that edition back, or undo those imports first ('mhars imports')"
  }

  /// Why an import is not undone without being asked for again: others go with it.
  public static func together(_ entry: ImportEntry) -> String {
    "\(entry.label) can only be undone together with \(others(entry)), since the day of a few rows "
      + "could tell whose they are; add --yes to undo them all; nothing was undone"
  }

  /// What became of the imports when some were undone.
  ///
  /// - Parameters:
  ///   - undone: Those that count no longer.
  ///   - before: All imports, as they were before.
  /// - Returns: A line for each, of at most 80 columns.
  public static func undone(_ undone: [ImportEntry], of before: [ImportEntry]) -> String {
    var lines = undone.flatMap { Wording.wrapped("\($0.label) (\($0.file)) was undone.") }
    lines += before.lacking(undone).flatMap {
      Wording.wrapped(
        "\($0.label) (\($0.file)) left rows out that were there already and may be gone now; take "
          + "that file in again.")
    }
    return lines.joined(separator: "\n")
  }
}

public import Instruments
public import Responses

/// What became of a file that was to be taken into an audit, for a person.
public enum ImportText {
  /// The account of a file: what was done with it, and where each of its rows went.
  ///
  /// - Returns: Lines of at most 80 columns.
  public static func account(_ account: ImportAccount) -> String {
    var lines = Wording.wrapped(lead(account))
    lines += paragraph(ImportSummary.sentence(account))
    if account.showsCells { lines += paragraph(ImportSummary.cells(account.ledger.cells)) }
    let unreadable = account.ledger.unreadableCells
    if unreadable > 0 {
      lines += paragraph(
        "\(Wording.counted(unreadable, "answer")) could be read in two ways and "
          + "\(unreadable == 1 ? "counts" : "count") as missing.")
    }
    let excluded = account.ledger.excluded
    if excluded[.early] != nil || excluded[.late] != nil { lines += paragraph(openDays(account)) }
    guard account.result == .taken else { return lines.joined(separator: "\n") }
    lines += paragraph(account.ledger.dialect.blanks)
    if !account.others.isEmpty {
      lines += paragraph(
        "The day of a few rows could tell whose they are, so these are kept together with those "
          + "of \(Wording.listed(account.others)); they can only be undone together.")
    }
    return lines.joined(separator: "\n")
  }

  private static func paragraph(_ text: String) -> [String] {
    Wording.wrapped("  " + text, indent: "  ")
  }

  private static func lead(_ account: ImportAccount) -> String {
    let place = "\(account.instrument.id), \(account.round.title)"
    switch (account.result, account.entry) {
    case (.taken, let entry?) where !account.isRehearsal:
      return "\(entry.label): \(account.file) was taken into \(place)."
    case (.taken, _):
      return "Nothing was kept (--dry-run). \(account.file) would be taken into \(place)."
    case (.same, let entry?):
      let day = entry.day.map { " on \($0.iso)" } ?? ""
      return
        "Nothing was added: the same rows were taken into \(place)\(day) as \(entry.label), from "
        + "\(entry.file)."
    case (.same, nil), (.nothingNew, _):
      return
        "Nothing was added: each row equals one that was taken into \(place)\(days(account.days)). "
        + "If they are further answers all the same, take them in with --overlap add."
    }
  }

  private static func openDays(_ account: ImportAccount) -> String {
    let ends = [
      account.round.from.map { "opens on \($0.iso)" },
      account.round.until.map { "closes on \($0.iso)" },
    ].compactMap { $0 }
    return "The round \(Wording.listed(ends)); --any-day takes the answers of other days as well."
  }

  private static func others(_ entry: ImportEntry) -> String {
    Wording.listed(entry.together.filter { $0 != entry.label })
  }

  private static func days(_ days: [CalendarDay]) -> String {
    days.isEmpty ? "" : " on \(Wording.listed(days.map(\.iso)))"
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
    let when = repeats.days.isEmpty ? "" : " (\(days(repeats.days).dropFirst()))"
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

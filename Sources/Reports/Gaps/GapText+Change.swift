import Analysis
import Instruments
import Statistics

extension GapText {
  /// What changed in the ledger since the earlier round.
  func change() -> [String] {
    guard let change = table.ledgerChange else { return [] }
    let compared = change.changes.filter { $0.figures != nil }
    var lines = ["", style.heading("Since \(change.title): what was seen and counted")]
    for entry in compared { lines += Wording.wrapped(told(entry), indent: "    ") }
    if compared.isEmpty { lines.append("  Nothing of the two rounds can be compared.") }
    lines += notes(change, compared)
    for reason in Self.reasons(change) {
      let own = change.changes.filter { $0.reason == reason }.compactMap(\.entry)
      let names = own.map { "'\($0.title)'" + table.marks(of: [$0.id]) }
      lines += Wording.wrapped(
        "  Cannot compare: \(Wording.listed(names)): each \(reason).", indent: "    ")
    }
    return lines
  }

  /// "improved: Lessons with time to talk, 54 then, 66 now: +12 (2 to 22) [E4]".
  private func told(_ change: EntryChange) -> String {
    guard let figures = change.figures, let entry = change.after else { return "" }
    let verdict = change.verdict.rawValue
    let sizes: String
    if figures.isRatio {
      let low = Wording.figure(figures.interval.low, decimals: 2)
      let high =
        figures.interval.high.isFinite
        ? Wording.figure(figures.interval.high, decimals: 2) : "no limit"
      sizes = "\(Wording.figure(figures.change, decimals: 2)) times (\(low) to \(high))"
    } else {
      sizes = "\(Wording.signed(figures.change)) points (\(Wording.range(figures.interval)))"
    }
    let ends = [change.before, change.after].map { Self.value($0?.figure) }
    return "  \(verdict): \(entry.title), \(ends[0]) then, \(ends[1]) now: \(sizes)"
      + table.marks(of: [entry.id])
  }

  private static func value(_ figure: EvidenceFigure?) -> String {
    switch figure {
    case .index(let index, _): Wording.figure(index?.value)
    case .rate(let rate, let per): Wording.figure(per * rate.rate, decimals: 1)
    default: "–"
    }
  }

  private func notes(_ change: LedgerChange, _ compared: [EntryChange]) -> [String] {
    guard !compared.isEmpty else { return [] }
    var text =
      "  Ranges are for 95 times in 100, as of different units then and now. Verdicts are adjusted "
      + "for the number of changes."
    let points = compared.compactMap {
      $0.figures.flatMap { $0.isRatio ? nil : $0.smallestDetectable }
    }
    if let low = points.min(), let high = points.max() {
      let size = [low, high].map { Wording.figure($0) }
      text +=
        " A true change of \(size[0] == size[1] ? size[0] : size.joined(separator: " to ")) points "
        + "would be seen four times in five."
    }
    let factors = compared.compactMap {
      $0.figures.flatMap { $0.isRatio ? $0.smallestDetectable : nil }
    }
    if let low = factors.min(), let high = factors.max() {
      let size = [low, high].map { Wording.figure($0, decimals: 1) }
      text +=
        " A rate would have to rise or fall by a factor of "
        + "\(size[0] == size[1] ? size[0] : size.joined(separator: " to "))."
    }
    var lines = Wording.wrapped(text, indent: "  ")
    let risen = compared.filter { $0.verdict == .improved && change.isOfLowest($0) }
    if let lowest = change.lowest, !risen.isEmpty {
      lines += Wording.wrapped(
        "  '\(lowest.title)' was the lowest component then. The lowest of several rises a little by "
          + "chance alone: look again next time before calling it a success.", indent: "  ")
    }
    return lines
  }

  /// The reasons why entries cannot be compared, each once, in the order of the entries.
  private static func reasons(_ change: LedgerChange) -> [String] {
    var known: Set<String> = []
    return change.changes.compactMap(\.reason).filter { known.insert($0).inserted }
  }
}

import Analysis
import Instruments

extension GapText {
  /// What was seen, counted and said, by component; each entry once, where it first belongs.
  func ledger() -> [String] {
    var told: Set<String> = []
    let parts = table.components.flatMap { gap -> [String] in
      if case .notApplicable = gap.state { return [] }
      let practices = Set(gap.practices.map(\.practice.id))
      let own = table.entries.filter {
        $0.tier == .all && !practices.isDisjoint(with: $0.practices) && told.insert($0.id).inserted
      }
      return own.isEmpty
        ? [] : ["\(gap.component.code) \(gap.component.title)"] + ledger(of: own)
    }
    return parts.isEmpty ? [] : ["", style.heading("What was seen, counted and said")] + parts
  }

  /// The entries of one component: a sentence each, and what the voices of a record say of its
  /// practices in a table.
  private func ledger(of entries: [EvidenceEntry]) -> [String] {
    let labels = table.practiceLabels
    var lines: [String] = []
    var voices = entries[...]
    while let first = voices.first {
      let alike =
        first.voices == nil
        ? voices.prefix(1)
        : voices.prefix { $0.voices != nil && $0.instrument == first.instrument }
      lines +=
        first.voices == nil
        ? Wording.wrapped(
          "   \(first.sentence(labels))\(table.marks(of: [first.id]))", indent: "     ")
        : self.voices(Array(alike), labels)
      voices = voices.dropFirst(alike.count)
    }
    return lines
  }

  /// How many voices of one record speak for a strength and for a gap of each practice.
  private func voices(_ entries: [EvidenceEntry], _ labels: [String: String]) -> [String] {
    var rows = TextTable(
      [
        ("\(entries[0].title) (\(entries[0].instrument))", .left), ("Strength", .right),
        ("Gap", .right), ("Suggestion", .right), ("Voices", .right), ("", .left),
      ], indent: 3)
    for entry in entries {
      guard let voices = entry.voices else { continue }
      rows.add([
        labels[entry.practices[0]] ?? entry.title, "\(voices.strength)", "\(voices.gap)",
        "\(voices.suggestions)", "\(entry.base.units)",
        table.marks(of: [entry.id]).withoutLeadingBlank,
      ])
    }
    return rows.lines(style: style)
  }
}

extension EvidenceEntry {
  /// What voices say of one practice, where enough of them do; their sentence tells of the others.
  fileprivate var voices: EvidenceFigure.Voices? {
    guard !isHeldBack, isEnough, practices.count == 1, case .voices(let voices) = figure else {
      return nil
    }
    return voices
  }
}

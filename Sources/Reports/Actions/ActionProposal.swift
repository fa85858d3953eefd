public import Analysis
public import Instruments

/// An action that a gap table proposes for a practice, without what people must say.
public enum ActionProposal {
  /// The entry for a register: the days, the measure and the evidence of the round.
  ///
  /// The measure is the questionnaire that most people answered on the practice, with its item where
  /// it has one alone; else the first entry of the ledger with an index; else nothing.
  ///
  /// - Parameters:
  ///   - practice: The practice, of the table's framework.
  ///   - tier: For whom the action is to be.
  ///   - release: The table of the round, as far as it may be shown; `nil` where nothing was taken in.
  ///   - round: The id of the round.
  ///   - today: The day from which its days are counted.
  /// - Returns: `nil` after the year 9999.
  public static func template(
    for practice: Framework.Practice, tier: Tier, in release: Release<GapTable>?, round: String,
    on today: CalendarDay
  ) -> ActionTemplate? {
    guard let begin = today.adding(days: ActionTemplate.daysToFirstStep),
      let review = begin.adding(months: ActionTemplate.monthsToReview)
    else { return nil }
    let table = release?.figures
    let found = table?.components.flatMap(\.practices).first { $0.practice.id == practice.id }
    let entries = (table?.entries ?? []).filter {
      $0.tier == tier && $0.practices.contains(practice.id)
    }
    let all = (found?.evidence ?? []).map { $0.entry ?? $0.instrument }
    var evidence: [String] = []
    for id in tier == .all ? all : entries.map(\.id) where !evidence.contains(id) {
      evidence.append(id)
    }
    return ActionTemplate(
      notes: notes(practice, tier, found, table), practice: practice.id, tier: tier, begin: begin,
      review: review, measure: measure(found, entries), round: round, evidence: evidence)
  }

  private static func measure(
    _ practice: PracticeIndex?, _ entries: [EvidenceEntry]
  ) -> Action.Measure? {
    let surveys = (practice?.evidence ?? []).filter { $0.entry == nil && !$0.items.isEmpty }
    if let largest = surveys.max(by: { ($0.n ?? 0) < ($1.n ?? 0) }) {
      let only = largest.items.count == 1 ? largest.items.first : nil
      return Action.Measure(instrument: largest.instrument, part: only)
    }
    let entry = entries.first { if case .index = $0.figure { true } else { false } }
    return entry.map { entry in
      let part = entry.id.dropFirst(entry.instrument.count + 1).split(separator: ".").first
      return Action.Measure(instrument: entry.instrument, part: part.map(String.init))
    }
  }

  private static func notes(
    _ practice: Framework.Practice, _ tier: Tier, _ found: PracticeIndex?, _ table: GapTable?
  ) -> [String] {
    var notes = ["\(practice.code) \(practice.label)"]
    if tier == .all, let figure = found?.figure {
      let range = figure.interval.map { " (\(Wording.range($0)))" } ?? ""
      notes.append("index \(Wording.figure(figure.value))\(range), on 0 to 100")
    }
    notes += (table?.mustLook ?? []).filter { $0.practice == practice.id }.map {
      "must look: \($0.sentence)"
    }
    if found?.evidence.isEmpty ?? true { notes.append("nobody looked at this practice yet") }
    return notes
  }
}

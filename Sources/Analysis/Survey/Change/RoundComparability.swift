import Instruments

/// Which scores of two rounds mean the same.
struct RoundComparability {
  /// The scores of either round that cannot be compared, those of the later one first.
  let incomparable: [SurveyChange.Incomparable]
  /// The ids and words of items that were asked otherwise in the other round.
  private let changedItems: Set<String>

  /// Compares what was asked.
  init(from old: Instrument, to new: Instrument) {
    let difference = InstrumentDifference(from: old, to: new)
    let changed = Set(difference.items.filter { !$0.isComparable }.map(\.id))
    changedItems = Set(
      (old.items + new.items).filter { changed.contains($0.id) }.flatMap {
        [$0.id.matchingKey] + ($0.text.map { [$0.preferred.matchingKey] } ?? [])
      })
    let terms = difference.head.first { ["audience", "privacy"].contains($0.what) }
    incomparable = difference.scores.compactMap { entry in
      let score = (new.scores + old.scores).first { $0.id == entry.id }
      let reason =
        terms.map { "was answered under other terms (\($0.from ?? ""), now \($0.to ?? ""))" }
        ?? Self.reason(entry)
        ?? (score?.method == .label ? "is a label and has no mean" : nil)
      return reason.map {
        SurveyChange.Incomparable(
          score: entry.id, title: score?.title?.preferred ?? entry.id, reason: $0)
      }
    }
  }

  /// Whether the values of a column mean the same in both rounds; other columns than items do.
  func splitsAlike(_ by: String?) -> Bool {
    by.map { !changedItems.contains($0.matchingKey) } ?? true
  }

  private static func reason(_ entry: InstrumentDifference.Entry) -> String? {
    switch entry.state {
    case .added: return "is new"
    case .removed: return "is not asked any more"
    case .same, .changed:
      guard !entry.isComparable else { return nil }
      if let items = entry.changes.first(where: { $0.what == "items that changed" })?.to {
        return "has items that changed (\(items))"
      }
      let rules = entry.changes.map(\.what).joined(separator: ", ")
      return rules.isEmpty ? "takes scores that changed" : "is computed otherwise (\(rules))"
    }
  }
}

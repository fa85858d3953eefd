import Instruments
import Statistics

/// The evidence of one component for one tier, and the state that it gives.
struct TierEvidence {
  private let gap: ComponentGap
  private let tier: Tier
  private let table: GapTable

  /// Takes a component of a table, as far as that may be shown.
  init(_ gap: ComponentGap, _ tier: Tier, in table: GapTable) {
    self.gap = gap
    self.tier = tier
    self.table = table
  }

  var cell: TierGrid.Cell {
    if case .notApplicable = gap.state { return cell(.notApplicable, isSure: false, []) }
    return tier == .all ? ofAll : ofTier
  }

  private func cell(_ state: TierGrid.State, isSure: Bool, _ evidence: [String]) -> TierGrid.Cell {
    TierGrid.Cell(
      component: gap.component.id, tier: tier, state: state, isSure: isSure, evidence: evidence)
  }

  // MARK: All pupils

  /// What the whole component stands for: its index is of everybody.
  private var ofAll: TierGrid.Cell {
    var evidence: [String] = []
    for part in gap.practices.flatMap(\.evidence) {
      let id = part.entry ?? part.instrument
      if !evidence.contains(id) { evidence.append(id) }
    }
    switch gap.state {
    case .notLookedAt: return cell(.notLookedAt, isSure: false, evidence)
    case .notApplicable: return cell(.notApplicable, isSure: false, [])
    case .suppressed: return cell(.heldBack, isSure: false, evidence)
    case .measured, .notEnoughEvidence, .disagree:
      guard let index = gap.index else { return cell(.unclear, isSure: false, evidence) }
      let (state, isLikely) = Self.state(of: index)
      return cell(state, isSure: isLikely && gap.state == .measured, evidence)
    }
  }

  // MARK: One tier

  /// What the entries that speak of the tier alone say together.
  private var ofTier: TierGrid.Cell {
    let practices = Set(gap.practices.map(\.practice.id))
    let own = table.entries.filter { entry in
      entry.tier == tier && !practices.isDisjoint(with: entry.practices)
    }
    let evidence = own.map(\.id)
    guard !own.isEmpty else { return cell(.notLookedAt, isSure: false, []) }
    let shown = own.filter { !$0.isHeldBack }
    guard !shown.isEmpty else { return cell(.heldBack, isSure: false, evidence) }
    let enough = shown.filter(\.isEnough)
    let indices = enough.compactMap { entry -> Indexed? in
      guard feed(of: entry) == .index || feed(of: entry) == .halfIndex,
        case .index(let figure?, _) = entry.figure
      else { return nil }
      return Indexed(
        entry: entry, figure: figure, practices: entry.practices.filter(practices.contains),
        weight: feed(of: entry) == .halfIndex ? 0.5 : 1)
    }
    if !indices.isEmpty {
      let (state, isLikely) = Self.state(of: Self.joined(indices))
      let sources = Set(indices.map(\.entry.instrument)).count
      return cell(state, isSure: isLikely && sources > 1, evidence)
    }
    let directions = enough.filter { feed(of: $0) == .direction }.compactMap {
      $0.figure.direction($0.better)
    }
    guard !directions.isEmpty else { return cell(.unclear, isSure: false, evidence) }
    // Talk alone shows that something is missing, and never that all is in place.
    let gaps = directions.count { $0 == .gap }
    return cell(2 * gaps > directions.count ? .notInPlace : .partly, isSure: false, evidence)
  }

  /// An entry of the tier with its index.
  private struct Indexed {
    let entry: EvidenceEntry
    let figure: IndexFigure
    let practices: [String]
    let weight: Double
  }

  /// The mean over practices, as in an index of the table.
  private static func joined(_ indices: [Indexed]) -> IndexFigure {
    let weights = PracticeWeights(
      EmptyCollection<String>(), entries: indices.map { ($0.practices, $0.weight) })
    let parts = IndexFigure.bySource(
      indices.map {
        (
          $0.entry.instrument, $0.figure,
          weights.weight(ofEntryOn: $0.practices, weight: $0.weight)
        )
      })
    return IndexFigure.combined(parts.reduce(0) { $0 + $1.weight * $1.figure.value }, parts)
  }

  /// What the measure of an entry of the tier may do: the same as that of all rows, which says it.
  private func feed(of entry: EvidenceEntry) -> Measure.Feed? {
    let whole = entry.id.dropLast(tier.rawValue.count + 1)
    return table.entries.first { $0.tier == .all && $0.id == whole }?.feeds
  }

  /// The state of an index, and whether it has a probability of 0.80.
  private static func state(of figure: IndexFigure) -> (TierGrid.State, isLikely: Bool) {
    switch Band(figure) {
    case .strong: return (.inPlace, true)
    case .developing: return (.partly, true)
    case .priority: return (.notInPlace, true)
    case .between: return (.partly, false)
    case nil:
      if figure.value >= Band.strongFrom { return (.inPlace, false) }
      return (figure.value < Band.developingFrom ? .notInPlace : .partly, false)
    }
  }
}

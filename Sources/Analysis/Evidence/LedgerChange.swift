public import Instruments
import Statistics

/// What changed in the ledger since an earlier round.
public struct LedgerChange: Sendable {
  /// What the earlier round is called.
  public let title: String
  /// The entries of either round on all pupils, in the order of this round's.
  public let changes: [EntryChange]
  /// The component that stood lowest then, of at least three with enough evidence; `nil` for fewer.
  ///
  /// The lowest of several rises by chance alone.
  public let lowest: Framework.Component?

  /// Whether an entry that improved is of the component that stood lowest then.
  public func isOfLowest(_ change: EntryChange) -> Bool {
    let practices = Set(lowest?.practices.map(\.id) ?? [])
    return !practices.isDisjoint(with: change.entry?.practices ?? [])
  }

  /// Compares the entries of two tables; `nil` where neither has any.
  init?(from earlier: GapTable, titled title: String, to table: GapTable) {
    let before = earlier.entries.filter { $0.tier == .all }
    let after = table.entries.filter { $0.tier == .all }
    guard !before.isEmpty, !after.isEmpty else { return nil }
    let gone = before.filter { old in !after.contains { $0.id == old.id } }
    var changes =
      after.map { now in EntryChange(from: before.first { $0.id == now.id }, to: now) }
      + gone.map { EntryChange(from: $0, to: nil) }
    let adjusted = MultipleComparisons.benjaminiHochberg(changes.map { $0.figures?.p })
    for place in changes.indices { changes[place].adjustedP = adjusted[place] }
    self.changes = changes
    self.title = title
    let measured = earlier.components.filter { $0.state == .measured && $0.index != nil }
    let least = measured.min { ($0.index?.value ?? 0) < ($1.index?.value ?? 0) }
    lowest = measured.count >= 3 ? least?.component : nil
  }
}

extension Release<GapTable> {
  /// The table with what changed in its ledger since that of an earlier round.
  ///
  /// Only figures that both releases show are compared.
  public func since(_ earlier: Release<GapTable>, titled title: String) -> Release<GapTable> {
    var table = figures
    table.ledgerChange = LedgerChange(from: earlier.figures, titled: title, to: figures)
    return Release(table, under: policy)
  }
}

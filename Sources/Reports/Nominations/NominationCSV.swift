public import Analysis
import Instruments
import Responses
import Sociometry

/// Nominations as a table for a spreadsheet: one row for each pupil, or for each group.
public enum NominationCSV {
  /// Writes the list of pupils, or the groups where it was not asked for.
  ///
  /// - Parameters:
  ///   - release: The figures of the groups, as far as they may be shown.
  ///   - pupils: The list, for the safeguarding lead alone; without it nobody is named.
  ///   - sink: Where the bytes go.
  /// - Returns: The sink; what was written is still in it where it has no drain.
  public static func write(
    _ release: Release<NominationFigures>, pupils: PupilList?, to sink: ByteSink
  ) -> ByteSink {
    guard let pupils else { return write(release.figures.places, to: sink) }
    return PupilCSV.write(pupils, under: release.policy, to: sink)
  }

  private static func write(_ places: [NominationPlace], to sink: ByteSink) -> ByteSink {
    var csv = CSVWriter(sink)
    csv.header(["scope", "group", "state"] + columns.map(\.heading))
    for place in places {
      let head: [CSVWriter.Cell] = [.text(place.scope.rawValue), .text(place.label)]
      guard let group = place.figures else {
        csv.row(
          head + [.text("held back")] + Array(repeating: .text(nil), count: columns.count))
        continue
      }
      csv.row(head + [.text("shown")] + columns.map { $0.cell(group) })
    }
    return csv.finish()
  }

  private struct Column: Sendable {
    let heading: String
    let cell: @Sendable (NominationGroup) -> CSVWriter.Cell

    init(_ heading: String, _ cell: @escaping @Sendable (NominationGroup) -> CSVWriter.Cell) {
      self.heading = heading
      self.cell = cell
    }
  }

  private static let columns = [
    Column("pupils") { .count($0.pupils) },
    Column("answered") { .count($0.answered) },
    Column("coverage") { .number($0.coverage) },
    Column("nominations") { .count($0.indices.edges) },
    Column("density") { .number($0.indices.density) },
    Column("slots_used") { .number($0.slotsUsedShare) },
    Column("mutual_pairs") { .count($0.indices.mutualPairs) },
    Column("asymmetric_pairs") { .count($0.indices.asymmetricPairs) },
    Column("null_pairs") { .count($0.indices.nullPairs) },
    Column("edge_reciprocity") { .number($0.indices.edgeReciprocity) },
    Column("dyad_reciprocity") { .number($0.indices.dyadReciprocity) },
    Column("directed_transitivity") { .number($0.indices.directedTransitivity) },
    Column("undirected_transitivity") { .number($0.indices.undirectedTransitivity) },
    Column("weak_components") { .count($0.indices.weakComponents) },
    Column("strong_components") { .count($0.indices.strongComponents) },
    Column("mutual_components") { .count($0.indices.mutualComponents) },
    Column("cut_pupils") { .count($0.shape.cutPupils) },
    Column("gini") { .number($0.shape.concentration.gini) },
    Column("centralisation") { .number($0.shape.concentration.centralisation) },
    Column("cliques") { .count($0.shape.cliqueCount) },
    Column("named_by_nobody") { .count($0.unchosen) },
    Column("certain") { .count($0.certain) },
    Column("low") { .count($0.bounds.low) },
    Column("low_by_names") { .count($0.bounds.lowByNames) },
    Column("high") { .count($0.bounds.high) },
    Column("by_chance") { .number($0.chance.mean) },
    Column("sd") { .number($0.chance.standardDeviation) },
    Column("p_at_least") { .number($0.chanceOfAtLeast) },
    Column("with_mutual") { .count($0.withMutual) },
    Column("names_nobody") { .count($0.namesNobody) },
    Column("slots_filled") { .number($0.slotsFilledShare) },
    Column("in_both_rounds") { $0.change.map { .count($0.stayed) } ?? .text(nil) },
    Column("in_both_by_chance") { .number($0.change?.expectedToStay) },
    Column("stability") { .number($0.change?.stability) },
  ]
}

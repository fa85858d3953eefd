import Instruments
import Sociometry

extension NominationFigures {
  /// The figures with those of groups held back of whom fewer than `minimum` are on roll or
  /// answered, and others with them where they would give those away.
  ///
  /// The rule is in `docs/methods/small-groups.md`.
  func heldBack(below minimum: Int) -> NominationFigures {
    // The sums count the school as group 0; it stands last here.
    let order = [places.count - 1] + places.indices.dropLast()
    let groups = order.map { places[$0].figures }
    let cells = HeldCells(
      people: groups.map { $0?.pupils ?? 0 }, answers: groups.map { $0?.answered ?? 0 }, sums: sums,
      minimum: minimum)
    var shown = places
    for (cell, place) in order.enumerated() {
      shown[place] = NominationPlace(
        scope: places[place].scope, label: places[place].label,
        figures: cells.isHeld[cell] ? nil : groups[cell]?.showing(labelsFrom: minimum))
    }
    let isSmall = cells.isHeld[0] || cells.holdsRemainder
    return NominationFigures(
      instrument: instrument, ledger: cells.isHeld[0] ? nil : ledger, pupils: pupils,
      leavers: leavers, reference: reference, withoutGroup: isSmall ? nil : withoutGroup,
      limit: limit, openNames: openNames, unmatchedRows: unmatchedRows, earlier: earlier,
      places: shown, partitions: partitions)
  }

  /// The figures without those of groups in which fewer than `minimum` answered.
  func heldBack(answeredBelow minimum: Int) -> NominationFigures {
    NominationFigures(
      instrument: instrument, ledger: ledger, pupils: pupils, leavers: leavers,
      reference: reference, withoutGroup: withoutGroup, limit: limit, openNames: openNames,
      unmatchedRows: unmatchedRows, earlier: earlier,
      places: places.map { place in
        let isShown = (place.figures?.answered ?? 0) >= minimum || place.scope == .school
        return NominationPlace(
          scope: place.scope, label: place.label, figures: isShown ? place.figures : nil)
      }, partitions: partitions)
  }
}

extension NominationGroup {
  /// The group with the mixing of only those columns each label of which enough members have.
  fileprivate func showing(labelsFrom minimum: Int) -> NominationGroup {
    var group = self
    group.mixing = mixing.filter { $0.homophily.smallestLabel >= minimum }
    return group
  }
}

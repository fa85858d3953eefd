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

  /// The figures without those of groups in which fewer than `minimum` answered, nor of those that
  /// such a group is part of.
  ///
  /// The pupils of the other parts are listed beside them, so that no other part can cover for one
  /// that is held back.
  func heldBack(answeredBelow minimum: Int) -> NominationFigures {
    let isHeld = isHeld(answeredBelow: minimum)
    return NominationFigures(
      instrument: instrument, ledger: ledger, pupils: pupils, leavers: leavers,
      reference: reference, withoutGroup: withoutGroup, limit: limit, openNames: openNames,
      unmatchedRows: unmatchedRows, earlier: earlier,
      places: zip(places, isHeld).map { place, isHeld in
        NominationPlace(
          scope: place.scope, label: place.label, figures: isHeld ? nil : place.figures)
      }, partitions: partitions)
  }

  /// Which places are held back, in the order of `places`.
  private func isHeld(answeredBelow minimum: Int) -> [Bool] {
    let answers = places.map { $0.figures?.answered ?? 0 }
    // The sums count the school as group 0; it stands last here.
    func place(_ group: Int) -> Int { group == 0 ? places.count - 1 : group - 1 }
    // A group of which nobody answered has nothing to give away.
    var givesAway = answers.map { (1..<minimum).contains($0) }
    let sums = givesAway.contains(true) ? sums : GroupSums(columns: [])
    var isSettled = false
    while !isSettled {
      isSettled = true
      for sum in sums.sums where sum.parts.contains(where: { givesAway[place($0)] }) {
        for whole in sum.wholes where whole < sums.groupCount && !givesAway[place(whole)] {
          givesAway[place(whole)] = true
          isSettled = false
        }
      }
    }
    return places.indices.map { place in
      givesAway[place] || (answers[place] == 0 && places[place].scope != .school)
    }
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

import Instruments

extension RecordFigures {
  /// Those of `filled` rows that are of no group of the column that splits a share, as a group without a
  /// name; `nil` where there are none, or nothing splits it.
  func ungrouped(_ filled: [Int]) -> EvidenceFigure.Part? {
    guard let by = measure.by else { return nil }
    let own = filled.filter { rows.label(by, $0) == nil }
    let among = sum(measure.among, own)
    guard among > 0 else { return nil }
    return EvidenceFigure.Part(value: "", figure: nil, count: among, people: people(own))
  }

  /// The units that say whether something holds and are of no group, as a group without a name; `nil`
  /// where there are none, or nothing splits them.
  func ungrouped(_ holds: ([Int]) -> Bool?) -> EvidenceFigure.Part? {
    guard let by = measure.by else { return nil }
    let own = rows.units.filter { unit in
      unit.allSatisfy { rows.label(by, $0) == nil } && holds(unit) != nil
    }
    guard !own.isEmpty else { return nil }
    return EvidenceFigure.Part(
      value: "", figure: nil, count: Double(own.count),
      people: asksPeople ? fewestPeople(own.map { $0[0] }) : nil)
  }
}

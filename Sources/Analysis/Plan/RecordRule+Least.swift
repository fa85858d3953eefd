import Instruments

extension RecordRule {
  /// Whether the record asks for settings and for no units: cases told by whom they are about.
  var countsSettings: Bool { minimum.countsSettings(unit: unit) }

  /// The fewest units that count, at least 1, and what one is called; no name where each row is one.
  var least: (count: Int, name: String?) {
    (max(1, minimum.units, minimum.settings), countsSettings ? setting : unit)
  }
}

extension RecordRule.Minimum {
  /// Whether it is of settings and of no units, where rows have no unit either.
  func countsSettings(unit: String?) -> Bool { unit == nil && units == 0 && settings > 0 }
}

import Instruments

extension RecordRule {
  /// Whether the record asks for settings and for no units: cases told by whom they are about.
  var countsSettings: Bool { unit == nil && minimum.units == 0 && minimum.settings > 0 }

  /// The fewest units that count, at least 1, and what one is called; no name where each row is one.
  var least: (count: Int, name: String?) {
    (max(1, minimum.units, minimum.settings), countsSettings ? setting : unit)
  }
}

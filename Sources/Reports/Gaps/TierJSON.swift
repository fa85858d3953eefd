import Analysis
import Instruments

/// Where components stand for each tier, in JSON; `docs/json.md` lists the members.
enum TierJSON {
  /// Writes the tiers of one component.
  static func write(_ cells: [TierGrid.Cell], to json: inout JSONWriter) {
    json.objects("tiers", of: cells) { cell, json in
      json.member("tier", cell.tier.rawValue)
      json.member("state", cell.state.rawValue)
      json.member("sure", cell.isSure)
      json.member("evidence", cell.evidence)
    }
  }

  /// Writes how many components are in each state for each tier.
  static func write(_ grid: TierGrid, to json: inout JSONWriter) {
    json.objects("tiers", of: grid.tallies) { tally, json in
      json.member("tier", tally.tier.rawValue)
      for state in TierGrid.State.allCases { json.member(state.rawValue, tally[state]) }
    }
  }
}

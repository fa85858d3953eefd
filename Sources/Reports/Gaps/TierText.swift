import Analysis
import Instruments

/// The grid of components and tiers for a reader.
struct TierText {
  private let table: GapTable
  private let grid: TierGrid
  private let style: TextStyle

  init(_ table: GapTable, style: TextStyle) {
    self.table = table
    grid = table.tiers
    self.style = style
  }

  /// The rows of the components that were looked at, and how many are in place; none where none was.
  func lines() -> [String] {
    let looked = table.lookedAt
    guard !looked.isEmpty else { return [] }
    var rows = TextTable(
      [("In place for", .left)] + Tier.allCases.map { ($0.heading, .left) }
        + [("Gap", .right)])
    for gap in looked {
      rows.add(
        ["\(gap.component.code) \(gap.component.title)"]
          + grid.cells(of: gap.component.id).map(\.words)
          + [grid.reachGap(gap.component.id).map { "\($0)" } ?? "–"])
    }
    let note =
      looked.contains { gap in grid.cells(of: gap.component.id).contains { $0.words.contains("?") }
      }
      ? " \"?\": no band is 80 % probable, or there is one source or no range." : ""
    return [""] + rows.lines(style: style)
      + Wording.wrapped(
        grid.tallies.map(\.words).joined(separator: "; ")
          + ". Partly counts half. Gap: tiers without evidence." + note)
  }
}

extension TierGrid.Cell {
  /// The state in words, with a question mark where it is not sure.
  var words: String {
    switch state {
    case .inPlace, .partly, .notInPlace: state.words + (isSure ? "" : "?")
    case .unclear, .heldBack, .notLookedAt, .notApplicable: state.words
    }
  }
}

extension TierGrid.State {
  /// The state in words.
  var words: String { rawValue.replacing("_", with: " ") }
}

extension TierGrid.Tally {
  /// What is in place for the tier, such as `all pupils 2.5 of 4`.
  fileprivate var words: String {
    let place = Wording.figure(inPlace, decimals: self[.partly].isMultiple(of: 2) ? 0 : 1)
    let judged = judged == 0 ? "none judged" : "\(place) of \(judged) in place"
    return
      "\(tier == .all ? "All pupils" : tier.title): \(judged), \(self[.notLookedAt]) not looked at"
  }
}

extension Tier {
  /// The heading of a column.
  var heading: String {
    switch self {
    case .all: "All pupils"
    case .atRisk: "At risk"
    case .mostVulnerable: "Most vulnerable"
    }
  }

  /// The people of the tier, within a sentence.
  var people: String {
    switch self {
    case .all: "all pupils"
    case .atRisk: "pupils at risk"
    case .mostVulnerable: "the most vulnerable pupils"
    }
  }
}

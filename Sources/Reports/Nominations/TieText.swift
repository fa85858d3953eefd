import Analysis
import Instruments
import Responses
import Sociometry

/// How the names inside groups hang together, as a table with the definition of every column.
struct TieText {
  let figures: NominationFigures
  let style: TextStyle

  func lines() -> [String] {
    var table = TextTable([
      ("Group", .left), ("Names", .right), ("Density", .right), ("Used", .right),
      ("Returned", .right), ("Pairs", .right), ("Closed", .right), ("Sets", .right),
      ("Cut", .right), ("Gini", .right), ("Cliques", .right),
    ])
    for place in figures.places {
      guard let group = place.figures else {
        table.add([place.label, "held back"])
        continue
      }
      let indices = group.indices
      table.add([
        group.label, "\(indices.edges)", Wording.figure(indices.density, decimals: 2),
        Wording.percent(group.slotsUsedShare), Wording.percent(indices.edgeReciprocity),
        Wording.percent(indices.dyadReciprocity), Wording.percent(indices.directedTransitivity),
        "\(indices.weakComponents)", "\(group.shape.cutPupils)",
        Wording.figure(group.shape.concentration.gini, decimals: 2), "\(group.shape.cliqueCount)",
      ])
    }
    return ["", style.heading("How pupils name each other")] + table.lines(style: style)
      + Self.definitions.flatMap { Wording.wrapped("  " + $0, indent: "    ") } + mixing()
  }

  private static let definitions = [
    "Names: nominations with both ends in the group. Density: their share of all possible ones.",
    "Used: their share of all the names that those who answered could have given.",
    "Returned: edge reciprocity, the share of names that are returned.",
    "Pairs: dyad reciprocity, of the pairs with any name between them those in which both name "
      + "each other.",
    "Closed: directed transitivity, how often somebody names those whom their own nominees name.",
    "Sets: weak components, parts that no name joins; a pupil without any name is one.",
    "Cut: pupils without whom a part would fall into several.",
    "Gini: how unequally names are received, from 0 for equally to nearly 1.",
    "Cliques: circles of three or more in which each names every other.",
    "Other sources call other figures by these names; docs/methods/network-indices.md tells them "
      + "apart. JSON and CSV hold more of them.",
  ]

  /// Whether pupils of the school name those like themselves.
  private func mixing() -> [String] {
    guard let school = figures.groups.first(where: { $0.scope == .school }),
      !school.mixing.isEmpty
    else { return [] }
    var table = TextTable([
      ("In the school, by", .left), ("E-I", .right), ("From sizes", .right), ("Odds", .right),
      ("Assortativity", .right),
    ])
    for mixing in school.mixing {
      table.add([
        mixing.column, Wording.figure(mixing.homophily.index, decimals: 2),
        Wording.figure(mixing.homophily.indexFromSizes, decimals: 2),
        Wording.figure(mixing.matrix.oddsRatio, decimals: 1),
        Wording.figure(mixing.matrix.assortativity, decimals: 2),
      ])
    }
    return [""] + table.lines(style: style)
      + Wording.wrapped(
        "  E-I: names to others less names to their own, of all; −1 where pupils name only those "
          + "like themselves. \"From sizes\" is what the sizes of the groups alone would give. Odds: "
          + "how much likelier a name within a group is than between. Columns with a group of fewer "
          + "than ten pupils are left out.", indent: "  ")
  }
}

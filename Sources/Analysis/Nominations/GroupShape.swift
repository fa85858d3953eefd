public import Sociometry
import Instruments

/// How the names inside a group hang together.
public struct GroupShape: Sendable {
  /// How many sets of three there are of each kind; `nil` for the school and for groups of more than
  /// two thousand, where a census says nothing.
  public let triads: TriadCensus?
  /// How many members join others whom nobody else joins.
  public let cutPupils: Int
  /// How unequally the names received are spread.
  public let concentration: Concentration
  /// How many cliques of three or more there are, in which each names every other, by their size.
  public let cliques: [Int: Int]

  /// How many cliques there are of whatever size.
  public var cliqueCount: Int { cliques.values.reduce(0, +) }

  /// The most members of a group whose triads are counted.
  static let largestCensus = 2_000

  init(_ structure: GroupStructure, of scope: NominationRule.Scope) {
    let isCounted = scope != .school && structure.indices.members <= Self.largestCensus
    triads = isCounted ? structure.triads : nil
    cutPupils = structure.cutMembers
    concentration = structure.concentration
    cliques = structure.cliques
  }
}

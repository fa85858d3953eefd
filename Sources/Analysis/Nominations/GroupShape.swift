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
}

/// The shapes of all groups of one scope.
struct GroupShapes {
  /// The most members of a group whose triads are counted.
  static let largestCensus = 2_000

  private let triads: [TriadCensus?]
  private let cutPupils: [Int]
  private let concentrations: [Concentration]
  private let cliques: [[Int: Int]]

  init(_ split: RoundReading.Split, in graph: NominationGraph) {
    let partition = split.partition
    triads = Self.triads(split, in: graph)
    concentrations = Concentration.forGroups(of: partition, in: graph)
    cliques = MutualCliques.sizes(in: partition, of: graph)
    var cuts = [Int](repeating: 0, count: partition.groupCount)
    for (vertex, isCut) in CutVertices.marked(in: partition, of: graph).enumerated() where isCut {
      cuts[Int(partition.groups[vertex])] += 1
    }
    cutPupils = cuts
  }

  func shape(of group: Int) -> GroupShape {
    GroupShape(
      triads: triads[group], cutPupils: cutPupils[group], concentration: concentrations[group],
      cliques: cliques[group])
  }

  private static func triads(_ split: RoundReading.Split, in graph: NominationGraph)
    -> [TriadCensus?]
  {
    let partition = split.partition
    let isCounted = (0..<partition.groupCount).map {
      split.scope != .school && partition.size(of: $0) <= largestCensus
    }
    guard isCounted.contains(true) else { return isCounted.map { _ in nil } }
    let groups = partition.groups.map { $0 >= 0 && isCounted[Int($0)] ? $0 : -1 }
    let counted = Partition(groups: groups, groupCount: partition.groupCount)
    return zip(TriadCensus.forGroups(of: counted, in: graph), isCounted).map { $1 ? $0 : nil }
  }
}

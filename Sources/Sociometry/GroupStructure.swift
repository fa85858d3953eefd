/// How the nominations inside one group hang together: all its figures, from one reading of its ties.
public struct GroupStructure: Sendable {
  /// The counts and ratios.
  public let indices: NetworkIndices

  /// The triad census; `nil` for more than ``TriadCensus/largestGroup`` members.
  public let triads: TriadCensus?

  /// How many members join others whom nobody else joins; see ``CutVertices``.
  public let cutMembers: Int

  /// How unequally the names received are spread.
  public let concentration: Concentration

  /// How many cliques of three or more there are, in which each names every other, by their size; see
  /// ``MutualCliques``.
  public let cliques: [Int: Int]

  /// The structure of every group of a partition.
  ///
  /// - Parameters:
  ///   - partition: The groups.
  ///   - graph: The nominations; those that leave a group are left out.
  /// - Returns: One entry per group, in the partition's order.
  /// - Complexity: That of ``NetworkIndices/forGroups(of:in:)`` and
  ///   ``MutualCliques/sizes(in:of:)``.
  public static func forGroups(of partition: Partition, in graph: NominationGraph)
    -> [GroupStructure]
  {
    GroupScan.figures(of: partition, in: graph, Counter.init)
  }

  private struct Counter: GroupCounter {
    private let triads: TriadCounter
    private let components: ComponentCounter
    private let cuts: CutSearch
    private let received: ReceivedCounter
    private let cliques: CliqueCounter

    init(_ memory: Workspace) {
      triads = TriadCounter(memory)
      components = ComponentCounter(memory)
      cuts = CutSearch(memory)
      received = ReceivedCounter(memory)
      cliques = CliqueCounter(memory)
    }

    func figure(of group: GroupTies.Group) -> GroupStructure {
      let ties = group.ties
      let tally = triads.tally(of: ties)
      // Each works in the memory of the one before; what they hand on is no part of it.
      let cuts = cuts.cuts(in: ties)
      return GroupStructure(
        indices: NetworkIndices(
          members: group.count, tally: tally, weakComponents: cuts.components,
          components.counts(in: ties)),
        triads: group.count <= TriadCensus.largestGroup
          ? TriadCensus(members: group.count, tally: tally) : nil,
        cutMembers: cuts.isCut.count { $0 }, concentration: received.concentration(in: ties),
        cliques: cliques.sizes(in: ties))
    }
  }
}

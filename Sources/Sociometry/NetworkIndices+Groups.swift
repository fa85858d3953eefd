extension NetworkIndices {
  /// The indices of every group of a partition.
  ///
  /// - Parameters:
  ///   - partition: The groups.
  ///   - graph: The nominations; those that leave a group are left out.
  /// - Returns: One entry per group, in the partition's order.
  /// - Complexity: O(vertices + nominations), and O(ties · √ties) at worst for the triangles, where
  ///   a few vertices have very many ties.
  public static func forGroups(of partition: Partition, in graph: NominationGraph)
    -> [NetworkIndices]
  {
    GroupScan.figures(of: partition, in: graph, Counter.init)
  }

  private struct Counter: GroupCounter {
    private let triads: TriadCounter
    private let components: ComponentCounter
    private let cuts: CutSearch

    init(_ memory: Workspace) {
      triads = TriadCounter(memory)
      components = ComponentCounter(memory)
      cuts = CutSearch(memory)
    }

    func figure(of group: GroupTies.Group) -> NetworkIndices {
      NetworkIndices(
        members: group.count, tally: triads.tally(of: group.ties),
        weakComponents: cuts.cuts(in: group.ties).components,
        components.counts(in: group.ties))
    }
  }

  /// The closed paths in a triangle with the directions u–v, u–w and v–w.
  private static let closedPaths: [Int] = (0..<64).map { code in
    let (uv, uw, vw) = (code & 3, code >> 2 & 3, code >> 4 & 3)
    let (vu, wu, wv) = (uv >> 1, uw >> 1, vw >> 1)
    return (uv & vw & uw & 1) + (uw & wv & uv & 1) + (vu & uw & vw & 1)
      + (vw & wu & vu & 1) + (wu & uv & wv & 1) + (wv & vu & wu & 1)
  }

  init(
    members: Int, tally: TriadTally, weakComponents: Int, _ components: ComponentCounter.Counts
  ) {
    self.members = members
    self.weakComponents = weakComponents
    edges = tally.edges
    mutualPairs = tally.mutualTies / 2
    directedPaths =
      tally.outAndIn + tally.outAndMutual + tally.inAndMutual + 2 * tally.twoMutual
    connectedTriples =
      tally.twoOut + tally.twoIn + tally.outAndIn + tally.outAndMutual + tally.inAndMutual
      + tally.twoMutual
    for code in TriadTally.closedCodes {
      triangles += tally.triangles[code]
      closedDirectedPaths += tally.triangles[code] * Self.closedPaths[code]
    }
    strongComponents = components.strong
    mutualComponents = components.mutual
  }
}

/// Counts the sets in which members reach each other, and those that mutual ties join.
struct ComponentCounter {
  typealias Counts = (strong: Int, mutual: Int)

  private let strong: StrongComponents
  private let sets: DisjointSets

  init(_ memory: Workspace) {
    strong = StrongComponents(memory)
    sets = DisjointSets(memory)
  }

  func counts(in ties: TieRows.View) -> Counts {
    (strong.count(in: ties), sets.joined(by: ties, mutualOnly: true).count)
  }
}

import Dispatch

/// Something that is counted inside one group after the other.
protocol GroupCounter: SendableMetatype {
  associatedtype Figure

  /// The figure of the group whose ties are given; what is kept between groups is memory only.
  mutating func figure(of group: GroupTies.Group) -> Figure
}

/// Works through the groups of a partition on all cores.
///
/// A group is worked through by one thread from its own ties, so the figures are the same to the last
/// bit however many threads there are.
enum GroupScan {
  /// Below this many vertices more than one thread costs more than it gains.
  private static let leastForThreads = 20_000
  /// The most pieces of work that groups are put together into.
  private static let mostPieces = 64

  /// What the groups of a graph are read from, through unchecked buffers.
  ///
  /// The threads only read from it, and end before the buffers do.
  struct Source: @unchecked Sendable {
    let partition: Partition
    let groups: UnsafeBufferPointer<Int32>
    /// The place of each vertex among the members of its group.
    let places: UnsafeBufferPointer<Int32>
    let ties: TieRows.View
  }

  /// The figures of all groups.
  ///
  /// - Parameters:
  ///   - partition: The groups.
  ///   - graph: The nominations; those that leave a group are left out.
  ///   - makeCounter: A counter, of which each thread makes its own with its own memory.
  /// - Returns: One entry per group, in the partition's order.
  static func figures<Counter: GroupCounter>(
    of partition: Partition, in graph: NominationGraph,
    _ makeCounter: @Sendable (Workspace) -> Counter
  ) -> [Counter.Figure] {
    precondition(partition.vertexCount == graph.vertexCount, "one group per vertex")
    let pieces = pieces(of: partition)
    // A group of everybody is read as it stands.
    let isWhole = partition.groupCount == 1 && partition.size(of: 0) == partition.vertexCount
    let places = isWhole ? [] : partition.places()
    return Array(unsafeUninitializedCapacity: partition.groupCount) { figures, count in
      withSource(partition, graph, places) { source in
        // Each group's place is written once, by the one thread that has the group.
        nonisolated(unsafe) let figures = figures
        DispatchQueue.concurrentPerform(iterations: pieces.count) { piece in
          var counter = makeCounter(Workspace())
          let ties = GroupTies()
          for group in pieces[piece] {
            let loaded = ties.load(group, from: source)
            figures.initializeElement(at: group, to: counter.figure(of: loaded))
          }
        }
      }
      count = partition.groupCount
    }
  }

  private static func withSource(
    _ partition: Partition, _ graph: NominationGraph, _ places: ContiguousArray<Int32>,
    _ body: (Source) -> Void
  ) {
    partition.groups.withUnsafeBufferPointer { groups in
      places.withUnsafeBufferPointer { places in
        graph.ties.withView { ties in
          body(Source(partition: partition, groups: groups, places: places, ties: ties))
        }
      }
    }
  }

  /// Runs of groups of about as many members each.
  private static func pieces(of partition: Partition) -> [Range<Int>] {
    let count = partition.vertexCount
    guard count >= leastForThreads else { return [0..<partition.groupCount] }
    var pieces: [Range<Int>] = []
    var start = 0
    var members = 0
    for group in 0..<partition.groupCount {
      members += partition.size(of: group)
      if members * mostPieces >= count || group == partition.groupCount - 1 {
        pieces.append(start..<group + 1)
        (start, members) = (group + 1, 0)
      }
    }
    return pieces
  }
}

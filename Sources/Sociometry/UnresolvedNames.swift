/// Written names that nobody could match for certain, each with the vertices it could mean.
///
/// Each is one occurrence: the same text written by two pupils is two entries.
public struct UnresolvedNames: Sendable {
  private(set) var nominators: ContiguousArray<Int32> = []
  private(set) var candidates: ContiguousArray<Int32> = []
  private var ends: ContiguousArray<Int32> = []
  /// The vertices that wrote a name which nobody can read, once for each.
  private(set) var unreadNominators: [Int32] = []

  /// No names yet.
  public init() {}

  /// The number of names.
  public var count: Int { nominators.count }

  /// Adds one written name.
  ///
  /// - Parameters:
  ///   - nominator: The vertex that wrote it.
  ///   - candidates: The vertices it could mean; the nominator itself is left out.
  public mutating func append(nominator: Int32, candidates: some Sequence<Int32>) {
    nominators.append(nominator)
    self.candidates.append(contentsOf: candidates.lazy.filter { $0 != nominator })
    ends.append(Int32(self.candidates.count))
  }

  /// Adds a name that nobody can read: it may mean anybody in its nominator's reference group.
  ///
  /// It makes nobody pending, since then everybody would be; bounds take it into account.
  public mutating func appendUnread(nominator: Int32) {
    unreadNominators.append(nominator)
  }

  /// The groups of a partition in which somebody wrote a name that nobody can read.
  public func unreadGroups(of partition: Partition) -> Set<Int32> {
    Set(unreadNominators.lazy.map { partition.groups[Int($0)] }.filter { $0 >= 0 })
  }

  /// The places in `candidates` that belong to one name.
  func range(_ name: Int) -> Range<Int> { (name == 0 ? 0 : Int(ends[name - 1]))..<Int(ends[name]) }

  /// How many unresolved names could mean each vertex.
  ///
  /// - Parameter vertexCount: The number of vertices.
  /// - Returns: One count per vertex; a vertex with a count above 0 is pending.
  public func pending(vertexCount: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: vertexCount)
    for name in 0..<count {
      let all = candidates[range(name)]
      for place in all.indices where !all[..<place].contains(all[place]) {
        counts[Int(all[place])] += 1
      }
    }
    return counts
  }
}

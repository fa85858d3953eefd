/// Vertices in groups that do not overlap, for example classes, years or a whole school.
public struct Partition: Sendable {
  /// The group of each vertex; -1 for a vertex in no group.
  public let groups: ContiguousArray<Int32>

  private let offsets: ContiguousArray<Int32>
  private let membership: ContiguousArray<Int32>

  /// Groups from the group number of each vertex.
  ///
  /// - Parameters:
  ///   - groups: From 0 to `groupCount` - 1, or -1 for a vertex in no group.
  ///   - groupCount: How many groups there are, empty ones included.
  /// - Complexity: O(vertices + groups).
  public init(groups: [Int32], groupCount: Int) {
    var counts = ContiguousArray<Int32>(repeating: 0, count: groupCount)
    for group in groups where group != -1 { counts[Int(group)] += 1 }
    offsets = Adjacency.starts(counts)
    var free = offsets
    let placed = Int(offsets[groupCount])
    membership = ContiguousArray(unsafeUninitializedCapacity: placed) { buffer, filled in
      for (vertex, group) in groups.enumerated() where group != -1 {
        buffer.initializeElement(
          at: Int(free[Int(group)]), to: Int32(truncatingIfNeeded: vertex))
        free[Int(group)] += 1
      }
      filled = placed
    }
    self.groups = ContiguousArray(groups)
  }

  /// All vertices in one group.
  public static func whole(vertexCount: Int) -> Partition {
    Partition(groups: [Int32](repeating: 0, count: vertexCount), groupCount: 1)
  }

  /// The number of vertices, those in no group included.
  public var vertexCount: Int { groups.count }

  /// The number of groups, empty ones included.
  public var groupCount: Int { offsets.count - 1 }

  /// The group of one vertex.
  ///
  /// - Parameter vertex: From 0 to `vertexCount` - 1.
  /// - Returns: The group's number, `nil` when the vertex is in no group.
  public func group(of vertex: Int) -> Int? { groups[vertex] < 0 ? nil : Int(groups[vertex]) }

  /// How many vertices a group has.
  public func size(of group: Int) -> Int { Int(offsets[group + 1] - offsets[group]) }

  /// The vertices of a group, in ascending order.
  public func members(of group: Int) -> ArraySlice<Int32> {
    membership[Int(offsets[group])..<Int(offsets[group + 1])]
  }

  /// The place of each vertex among the members of its group; -1 for a vertex in no group.
  func places() -> ContiguousArray<Int32> {
    var places = ContiguousArray<Int32>(repeating: -1, count: vertexCount)
    for group in 0..<groupCount {
      let start = offsets[group]
      for place in start..<offsets[group + 1] {
        places[Int(membership[Int(place)])] = place - start
      }
    }
    return places
  }
}

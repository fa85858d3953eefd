/// One question put to one roll: who named whom, who answered, and within which group it counts.
///
/// A pupil who gave a name has answered, whatever `answered` says.
public struct NominationRound: Sendable {
  /// The nominations between vertices on the roll, across all groups.
  public let graph: NominationGraph

  /// The groups within which names received, given and mutual are counted.
  public let reference: Partition

  /// Whether each vertex answered the question, naming nobody included.
  public let answered: ContiguousArray<Bool>

  /// Names each vertex gave that are not in the graph: off the roll, or not yet resolved.
  public let namedElsewhere: ContiguousArray<Int32>

  /// One round, with everybody who gave a name counted as having answered.
  ///
  /// - Parameters:
  ///   - graph: The nominations between vertices on the roll.
  ///   - reference: The groups within which names count.
  ///   - answered: Whether each vertex answered; a blank is no answer, "no one" is one.
  ///   - namedElsewhere: Valid names off the roll plus unresolved names, per namer.
  public init(
    graph: NominationGraph, reference: Partition, answered: [Bool], namedElsewhere: [Int32]
  ) {
    let count = graph.vertexCount
    precondition(reference.vertexCount == count, "one reference group per vertex")
    precondition(answered.count == count, "one answered mark per vertex")
    precondition(namedElsewhere.count == count, "one count of other names per vertex")
    self.graph = graph
    self.reference = reference
    self.namedElsewhere = ContiguousArray(namedElsewhere)
    var effective = ContiguousArray(answered)
    for vertex in 0..<count where namedElsewhere[vertex] > 0 || graph.outDegree(of: vertex) > 0 {
      effective[vertex] = true
    }
    self.answered = effective
  }

  /// How many members of each reference group answered.
  func answeredPerGroup() -> [Int] {
    var counts = [Int](repeating: 0, count: reference.groupCount)
    for (vertex, group) in reference.groups.enumerated() where group >= 0 && answered[vertex] {
      counts[Int(group)] += 1
    }
    return counts
  }
}

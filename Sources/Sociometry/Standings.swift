/// The counts, level and flags of every vertex in one round.
///
/// The arrays are parallel: entry `i` is about vertex `i`.
public struct Standings: Sendable {
  /// Names received from members of the same reference group; 0 for a vertex in none.
  public internal(set) var received: ContiguousArray<Int32>

  /// Members of the same reference group named; 0 for a vertex in none.
  public internal(set) var given: ContiguousArray<Int32>

  /// Members of the same reference group with whom the naming is mutual.
  public internal(set) var mutual: ContiguousArray<Int32>

  /// The level of each vertex, `nil` for one in no reference group.
  public internal(set) var levels: ContiguousArray<Level?>

  /// The flags of each vertex; one in no reference group can have the pending flag only.
  public internal(set) var flags: ContiguousArray<StandingFlags>

  /// The lowest share of a reference group that answered at which component flags are given.
  public static let participationForComponents = 0.8

  /// Where every vertex of a round stands.
  ///
  /// - Parameters:
  ///   - round: The nominations and who answered.
  ///   - pending: Whether an unresolved name could mean this vertex; `nil` for none.
  ///   - classes: The classes, for ``StandingFlags/noTieInClass``; `nil` leaves it out.
  ///   - previouslyUnchosen: Whether each vertex was at level A or B in the round before; `nil`
  ///     when there was none.
  ///   - unreadGroups: The reference groups in which a name cannot be read, which may be anybody's:
  ///     no zero of theirs is certain.
  /// - Complexity: O(vertices + nominations).
  public init(
    of round: NominationRound, pending: [Bool]? = nil, classes: Partition? = nil,
    previouslyUnchosen: [Bool]? = nil, unreadGroups: Set<Int32> = []
  ) {
    let count = round.graph.vertexCount
    precondition(pending.map { $0.count == count } ?? true, "one pending mark per vertex")
    precondition(classes.map { $0.vertexCount == count } ?? true, "one class per vertex")
    precondition(
      previouslyUnchosen.map { $0.count == count } ?? true, "one earlier mark per vertex")
    received = ContiguousArray(repeating: 0, count: count)
    given = ContiguousArray(repeating: 0, count: count)
    mutual = ContiguousArray(repeating: 0, count: count)
    levels = ContiguousArray(repeating: nil, count: count)
    flags = ContiguousArray(repeating: [], count: count)
    countTies(round)
    for vertex in 0..<count { levels[vertex] = level(of: vertex, in: round) }
    flagNominators(round)
    flagComponents(round)
    if let classes { flagTiesOutside(classes, round) }
    flagCertain(round, pending: pending, unreadGroups)
    for vertex in 0..<count {
      if let pending, pending[vertex] { flags[vertex].insert(.pending) }
      let level = levels[vertex]
      if let previouslyUnchosen, previouslyUnchosen[vertex],
        level == .namesNobodyUnchosen || level == .unchosen
      {
        flags[vertex].insert(.persistent)
      }
    }
  }

  private mutating func countTies(_ round: NominationRound) {
    let groups = round.reference.groups
    round.graph.forEachTie { u, v, direction in
      guard groups[u] == groups[v], groups[u] >= 0 else { return }
      if direction.isOut { given[u] += 1 }
      if direction.isIn { received[u] += 1 }
      if direction.isMutual { mutual[u] += 1 }
    }
  }

  private func level(of vertex: Int, in round: NominationRound) -> Level? {
    guard round.reference.groups[vertex] >= 0 else { return nil }
    let named = round.graph.outDegree(of: vertex) > 0 || round.namedElsewhere[vertex] > 0
    if !round.answered[vertex] { return received[vertex] == 0 ? .notSeen : .namedUnanswered }
    if received[vertex] == 0 { return named ? .unchosen : .namesNobodyUnchosen }
    if !named { return .namesNobody }
    if mutual[vertex] == 0 { return .nothingMutual }
    return isClosedPair(vertex, round) ? .closedPair : .connected
  }

  /// Whether the one who names this vertex is its only mutual tie, and it theirs.
  private func isClosedPair(_ vertex: Int, _ round: NominationRound) -> Bool {
    guard received[vertex] == 1, mutual[vertex] == 1 else { return false }
    let groups = round.reference.groups
    return round.graph.ties.row(vertex).contains { partner, direction in
      direction.isIn && groups[Int(partner)] == groups[vertex] && mutual[Int(partner)] == 1
    }
  }
}

/// Whom to ask and which names to decide, so that the zeros of one reference group are settled.
///
/// A zero is open while its vertex did not answer, while a question could mean it, or while its
/// evidence is not strong. It is settled once none of that is so, whatever the answers say: either
/// somebody named the vertex, or the zero is sure. See `docs/methods/whom-to-ask.md`.
public struct ChaseList: Sendable, Equatable {
  /// The reference group.
  public let group: Int

  /// How many zeros of the group are open.
  public let open: Int

  /// How many of them the list settles; no list settles more, and no shorter one as many.
  public let settled: Int

  /// Whom to ask, those first whose own zero it settles as well, then in ascending order.
  public let ask: [Int32]

  /// Which questions to decide, those first on which most open zeros wait, then in their order.
  public let questions: [Int]

  /// What is not known of a round beside who did not answer.
  public struct Doubts: Sendable {
    /// The vertices that each open question could mean, such as those of one written name.
    public let questions: [[Int32]]
    /// Whether each vertex waits for something that no question decides.
    public let isBlocked: [Bool]
    /// Whether each vertex may be asked, and its zero be looked into.
    public let isAskable: [Bool]

    public init(questions: [[Int32]], isBlocked: [Bool], isAskable: [Bool]) {
      self.questions = questions
      self.isBlocked = isBlocked
      self.isAskable = isAskable
    }
  }

  /// The lists of all reference groups that have an open zero.
  ///
  /// All who did not answer count alike for the zeros of the others, so the fewest to ask are those
  /// whose own zeros are open, and as many more as the zero needs that is furthest from strong.
  ///
  /// - Parameters:
  ///   - round: The nominations and who answered.
  ///   - standings: The counts of the same round.
  ///   - evidence: The evidence of the same round.
  ///   - doubts: What else is open.
  /// - Returns: One entry for each reference group with an open zero, in the partition's order.
  /// - Complexity: O(vertices + candidates + zeros · absent).
  public static func forReferenceGroups(
    of round: NominationRound, standings: Standings, evidence: Evidence, doubts: Doubts
  ) -> [ChaseList] {
    let waiting = questionsOfVertices(doubts, count: round.graph.vertexCount)
    return (0..<round.reference.groupCount).compactMap { group in
      var open: [Int] = []
      var absent: [Int] = []
      for vertex in round.reference.members(of: group).lazy.map(Int.init)
      where doubts.isAskable[vertex] {
        if !round.answered[vertex] { absent.append(vertex) }
        guard standings.received[vertex] == 0, evidence.eligible(vertex) > 0 else { continue }
        if !round.answered[vertex] || doubts.isBlocked[vertex] || waiting[vertex] != nil
          || evidence.grade(vertex) != .strong
        {
          open.append(vertex)
        }
      }
      guard !open.isEmpty else { return nil }
      return list(group, open, absent, round, evidence, doubts, waiting)
    }
  }

  private static func list(
    _ group: Int, _ open: [Int], _ absent: [Int], _ round: NominationRound, _ evidence: Evidence,
    _ doubts: Doubts, _ waiting: [Int: [Int]]
  ) -> ChaseList {
    /// How many others must answer, of those who can still be asked.
    func needed(_ zero: Int) -> Int? {
      let others = absent.count - (round.answered[zero] ? 0 : 1)
      return evidence.answersUntilStrong(zero).flatMap { $0 <= others ? $0 : nil }
    }
    let settled = open.filter { !doubts.isBlocked[$0] && needed($0) != nil }
    let own = settled.filter { !round.answered[$0] }
    let count = settled.reduce(own.count) { count, zero in
      max(count, (needed(zero) ?? 0) + (round.answered[zero] ? 0 : 1))
    }
    let first = Set(own)
    let ask = own + absent.lazy.filter { !first.contains($0) }.prefix(count - own.count)
    var waitingZeros: [Int: Int] = [:]
    for zero in settled {
      for question in waiting[zero] ?? [] { waitingZeros[question, default: 0] += 1 }
    }
    let questions = waitingZeros.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return ChaseList(
      group: group, open: open.count, settled: settled.count,
      ask: ask.map { Int32(truncatingIfNeeded: $0) }, questions: questions)
  }

  /// The questions that could mean each vertex, for those that any could.
  private static func questionsOfVertices(_ doubts: Doubts, count: Int) -> [Int: [Int]] {
    var waiting: [Int: [Int]] = [:]
    for (question, candidates) in doubts.questions.enumerated() {
      for candidate in Set(candidates) { waiting[Int(candidate), default: []].append(question) }
    }
    return waiting
  }
}

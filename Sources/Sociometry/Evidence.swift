/// How many could have named each pupil, how many of them answered, and what a zero is worth.
///
/// The chance that a zero would have stayed assumes that names received follow a gamma-Poisson
/// distribution and that those who did not answer are like those who did. See
/// `docs/methods/evidence-of-a-zero.md`.
public struct Evidence: Sendable {
  /// How unequal the names received are: the shape of the gamma-Poisson distribution, 1 to 20.
  public let shape: Double

  private let groups: ContiguousArray<Int32>
  private let answered: ContiguousArray<Bool>
  private let received: ContiguousArray<Int32>
  private let sizes: [Int]
  private let answeredPerGroup: [Int]
  private let givenPerGroup: [Int]

  /// The evidence of one round.
  ///
  /// - Parameters:
  ///   - round: The nominations and who answered.
  ///   - standings: The counts of the same round.
  public init(round: NominationRound, standings: Standings) {
    let reference = round.reference
    groups = reference.groups
    answered = round.answered
    received = standings.received
    sizes = (0..<reference.groupCount).map { reference.size(of: $0) }
    answeredPerGroup = round.answeredPerGroup()
    var given = [Int](repeating: 0, count: reference.groupCount)
    for (vertex, group) in groups.enumerated() where group >= 0 {
      given[Int(group)] += Int(standings.given[vertex])
    }
    givenPerGroup = given
    shape = Self.shape(of: received, where: groups)
  }

  /// How many others could have named this vertex; 0 for one in no reference group.
  public func eligible(_ vertex: Int) -> Int {
    groups[vertex] < 0 ? 0 : sizes[Int(groups[vertex])] - 1
  }

  /// How many of those who could have named this vertex answered.
  public func answering(_ vertex: Int) -> Int {
    guard groups[vertex] >= 0 else { return 0 }
    return answeredPerGroup[Int(groups[vertex])] - (answered[vertex] ? 1 : 0)
  }

  /// The share of the eligible who answered.
  ///
  /// - Returns: 0 to 1; `nil` when nobody could have named this vertex.
  public func coverage(_ vertex: Int) -> Double? {
    let eligible = eligible(vertex)
    return eligible > 0 ? Double(answering(vertex)) / Double(eligible) : nil
  }

  /// Names given inside a reference group per member who answered, naming nobody included.
  ///
  /// - Returns: 0 or more; `nil` when nobody in the group answered.
  public func meanNames(inGroup group: Int) -> Double? {
    let answered = answeredPerGroup[group]
    return answered > 0 ? Double(givenPerGroup[group]) / Double(answered) : nil
  }

  /// The chance that a vertex nobody named would have stayed so, had everybody answered.
  ///
  /// - Returns: 0 to 1; `nil` when somebody named this vertex, or when nobody who could have
  ///   answered.
  public func trueZero(_ vertex: Int) -> Double? {
    guard received[vertex] == 0, answering(vertex) > 0, let coverage = coverage(vertex),
      let mean = meanNames(inGroup: Int(groups[vertex]))
    else { return nil }
    return Self.trueZero(coverage: coverage, meanNames: mean, shape: shape)
  }

  /// How far the zero of a vertex can be trusted.
  ///
  /// A vertex in no reference group has `notEnoughAnswered`.
  ///
  /// - Returns: `nil` when somebody named this vertex.
  public func grade(_ vertex: Int) -> EvidenceGrade? {
    guard received[vertex] == 0 else { return nil }
    return EvidenceGrade(coverage: coverage(vertex), trueZero: trueZero(vertex))
  }

  /// How many members of a reference group answered.
  public func answered(inGroup group: Int) -> Int { answeredPerGroup[group] }

  /// How many more of the eligible must answer for a zero to be strong, the mean and the shape held.
  ///
  /// - Returns: 0 where it is strong already; `nil` where somebody named this vertex, or where it is
  ///   in no reference group or alone in one.
  /// - Complexity: O(eligible who did not answer).
  public func answersUntilStrong(_ vertex: Int) -> Int? {
    let (answering, eligible) = (answering(vertex), eligible(vertex))
    guard received[vertex] == 0, eligible > 0 else { return nil }
    // Where nobody answered, nothing is known of how many names are given.
    let mean = meanNames(inGroup: Int(groups[vertex]))
    return (0...(eligible - answering)).first { more in
      let coverage = Double(answering + more) / Double(eligible)
      let chance = mean.map {
        Self.trueZero(coverage: coverage, meanNames: $0, shape: shape)
      }
      return EvidenceGrade(coverage: coverage, trueZero: coverage == 1 ? 1 : chance) == .strong
    }
  }

  /// The chance that so many who would have named this vertex all did not answer.
  ///
  /// - Parameters:
  ///   - vertex: One of the round.
  ///   - trueCount: How many would have named it, 0 or more.
  /// - Returns: 0 to 1; `nil` where fewer could have.
  public func unseen(_ vertex: Int, ifNamedBy trueCount: Int) -> Double? {
    Self.unseen(
      trueCount: trueCount, eligible: eligible(vertex), answering: answering(vertex))
  }
}

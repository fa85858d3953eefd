public import Responses
public import Sociometry

/// Where each pupil stands, by name: for the safeguarding lead only, and never part of a `Release`.
///
/// It holds counts and levels; who named whom stays inside the analysis. The arrays run alike:
/// entry `i` is about pupil `i` of the roll.
public struct PupilList: Sendable {
  /// The pupils, in the order of their ids.
  public let roll: Roll
  /// Whether each pupil answered, "no one" included.
  public let answered: ContiguousArray<Bool>
  /// The counts, level and flags of each pupil.
  public let standings: Standings
  /// How far the level of each pupil can be trusted.
  public let evidence: Evidence
  /// The names received under blind choice, for each reference group.
  public let chances: [ReceivedChance]
  /// How many distinct pupils on roll each pupil named, in whatever group.
  public let given: [Int32]
  /// How many distinct pupils on roll named each pupil, in whatever group.
  public let receivedAnywhere: [Int32]
  /// How many open questions could change each pupil's level: written names, names over the limit,
  /// rows that were set aside.
  public let pending: [Int]
  /// How many of them are written names that could be the pupil's.
  public let pendingNames: [Int]
  /// The label of each pupil's reference group, as an index into `groupLabels`; -1 for none.
  public let groupOfPupil: [Int32]
  /// The names of the reference groups, sorted.
  public let groupLabels: [String]
  /// How many pupils each reference group has.
  public let groupSizes: [Int]
  /// The written names that wait for a person, each once, sorted.
  public let openNames: [OpenName]
  /// The written names that are like nobody's on the roll, with how often each was written.
  public let strangers: [(text: String, times: Int)]
  /// The data records whose writer nobody knows for certain, sorted.
  public let unmatchedRecords: [Int]
  /// Who moved in or out since the earlier round; `nil` where there is none.
  public let moved: MovedPupils?
  /// Whom to ask and which names to decide in each reference group with an open zero, by group; none
  /// for a group in which too few answered, since those whose own zero is open come first.
  public let chase: [ChaseList]
  /// How many of each class answered, by its place among the labels of the roll's classes.
  let answeredInClass: [Int]
  /// What keeps the list of each reference group from saying who named whom.
  let safeguards: [GroupSafeguard]

  /// How many pupils are on roll.
  public var count: Int { roll.count }

  /// The name of a pupil's reference group.
  ///
  /// - Parameter pupil: The place of the pupil on the roll, from 0.
  /// - Returns: The name; `nil` where the pupil is in no group.
  public func group(of pupil: Int) -> String? {
    groupOfPupil[pupil] < 0 ? nil : groupLabels[Int(groupOfPupil[pupil])]
  }
}

extension PupilList {
  init(_ reading: RoundReading, moved: MovedPupils?) {
    let nominations = reading.nominations
    let graph = reading.round.graph
    let vertices = 0..<graph.vertexCount
    let groups = reading.reference.partition.groups
    let openNames = OpenName.all(of: nominations)
    let safeguards = GroupSafeguard.all(of: reading)
    self.init(
      roll: nominations.roll, answered: reading.round.answered, standings: reading.standings,
      evidence: reading.evidence,
      chances: ReceivedChance.forReferenceGroups(
        of: reading.round, standings: reading.standings),
      given: vertices.map { Int32(truncatingIfNeeded: graph.outDegree(of: $0)) },
      receivedAnywhere: vertices.map { Int32(truncatingIfNeeded: graph.inDegree(of: $0)) },
      pending: reading.pending, pendingNames: reading.pendingNames,
      groupOfPupil: Array(groups), groupLabels: reading.reference.labels,
      groupSizes: reading.reference.labels.indices.map(reading.reference.partition.size),
      openNames: openNames,
      strangers: Self.counted(nominations.strangers),
      unmatchedRecords: nominations.unmatchedRespondents.map(\.record).sorted(), moved: moved,
      chase: ChaseList.forReferenceGroups(
        of: reading.round, standings: reading.standings, evidence: reading.evidence,
        doubts: reading.doubts(openNames)
      ).filter { !safeguards[$0.group].hidesAll },
      answeredInClass: Self.answeredInClass(nominations), safeguards: safeguards)
  }

  /// How many of each class of the roll answered.
  private static func answeredInClass(_ nominations: Nominations) -> [Int] {
    guard let classes = nominations.roll.classes else { return [] }
    return zip(classes.cells, nominations.answered).reduce(
      into: Array(repeating: 0, count: classes.labels.count)
    ) { counts, pupil in
      if pupil.0 >= 0, pupil.1 { counts[Int(pupil.0)] += 1 }
    }
  }

  /// Equal neighbours of a sorted list, each once with its count.
  private static func counted(_ sorted: [String]) -> [(text: String, times: Int)] {
    sorted.reduce(into: []) { counted, text in
      if counted.last?.text == text {
        counted[counted.count - 1].times += 1
      } else {
        counted.append((text, 1))
      }
    }
  }
}

extension RoundReading {
  /// What is open beside who did not answer: each written name is one question, and could mean
  /// whoever fits it, but not its own writer.
  fileprivate func doubts(_ openNames: [PupilList.OpenName]) -> ChaseList.Doubts {
    var meant: [String: Set<Int32>] = [:]
    for name in nominations.unresolved {
      meant[name.text, default: []].formUnion(name.candidates.lazy.filter { $0 != name.nominator })
    }
    return ChaseList.Doubts(
      questions: openNames.map { meant[$0.text, default: []].sorted() },
      isBlocked: zip(pending, pendingNames).map { $0 > $1 },
      isAskable: nominations.roll.optedOut.map { !$0 })
  }
}

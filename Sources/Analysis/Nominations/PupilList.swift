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
  /// The written names that wait for a person, each once, sorted.
  public let openNames: [OpenName]
  /// The written names that are like nobody's on the roll, with how often each was written.
  public let strangers: [(text: String, times: Int)]
  /// The data records whose writer nobody knows for certain, sorted.
  public let unmatchedRecords: [Int]

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

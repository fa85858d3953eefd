public import Responses
public import Sociometry

/// Where each pupil stands, by name: for the safeguarding lead only, and never part of a `Release`.
///
/// It holds counts and levels; who named whom stays inside the analysis.
public struct PupilList: Sendable {
  public let roll: Roll
  /// Whether each pupil answered.
  public let answered: ContiguousArray<Bool>
  public let standings: Standings
  public let evidence: Evidence
  /// How many distinct pupils on roll each pupil named, in whatever group.
  public let given: [Int32]
  /// How many unresolved names, or records of somebody unknown, could change each pupil's level.
  public let pending: [Int]
  /// The label of each pupil's reference group, as an index into `groupLabels`; -1 for none.
  public let groupOfPupil: [Int32]
  public let groupLabels: [String]
  /// The written names that wait for a person.
  public let unresolved: [Nominations.UnresolvedName]
  /// The records whose writer waits for a person.
  public let unmatchedRespondents: [Nominations.UnmatchedRespondent]

  public var count: Int { roll.count }

  /// The label of a pupil's reference group, or `nil`.
  public func group(of pupil: Int) -> String? {
    groupOfPupil[pupil] < 0 ? nil : groupLabels[Int(groupOfPupil[pupil])]
  }
}

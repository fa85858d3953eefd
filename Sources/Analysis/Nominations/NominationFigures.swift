public import Instruments
public import Responses
public import Sociometry

/// The aggregate of a nominations analysis: counts and indices by group, nobody named.
public struct NominationFigures: Sendable {
  public let instrument: Instrument
  public let ledger: ImportLedger
  /// How many pupils are on roll.
  public let pupils: Int
  /// How many pupils of the roll's file have left and are not counted.
  public let leavers: Int
  /// The group within which the pupils' own figures are counted.
  public let reference: NominationRule.Scope
  /// How many pupils have no group at that scope, and so no level.
  public let withoutGroup: Int
  /// The most names that one pupil may give.
  public let limit: Int
  /// Classes, years and the school, as far as the roll has them, each in the order of labels.
  public let groups: [NominationGroup]
}

/// The figures of one class, one year or the school.
public struct NominationGroup: Sendable {
  public let scope: NominationRule.Scope
  public let label: String
  public let pupils: Int
  public let answered: Int
  /// Names given inside the group that count, and what its members gave that does not.
  public let indices: NetworkIndices
  public let discarded: [Nominations.Discard.Reason: Int]
  /// How many members nobody named, by whether they answered.
  public let unchosenAnswered: Int
  public let unchosenAbsent: Int
  /// How many members would be named by nobody if names fell blindly.
  public let chance: UnchosenChance
  /// The fewest and the most unchosen over all readings of unresolved names.
  public let bounds: UnchosenBounds
  /// How many members answered and named nobody at all.
  public let namesNobody: Int
  /// How many of those who answered used every name they had.
  public let slotsFilled: Int
  public let homophily: [(column: String, figures: Homophily)]

  public var unchosen: Int { unchosenAnswered + unchosenAbsent }

  /// The share of the group that answered, 0 to 1; `nil` for an empty group.
  public var coverage: Double? { pupils > 0 ? Double(answered) / Double(pupils) : nil }

  /// The share of those who answered that used every name; `nil` where nobody answered.
  public var slotsFilledShare: Double? {
    answered > 0 ? Double(slotsFilled) / Double(answered) : nil
  }

  /// The chance that blind naming leaves at least as many unchosen.
  public var chanceOfAtLeast: Double { chance.probability(atLeast: unchosen) }
}

public import Instruments
public import Responses
public import Sociometry

/// The aggregate of a nominations analysis: counts and indices by group, nobody named.
public struct NominationFigures: Sendable {
  /// The instrument with the question.
  public let instrument: Instrument
  /// Where the records of the file went; `nil` where the school is held back.
  public let ledger: ImportLedger?
  /// How many pupils are on roll.
  public let pupils: Int
  /// How many pupils of the roll's file have left and are not counted.
  public let leavers: Int
  /// The group within which the pupils' own figures are counted.
  public let reference: NominationRule.Scope
  /// How many pupils have no group at that scope, and so no level; `nil` where it is held back.
  public let withoutGroup: Int?
  /// The most names that one pupil may give.
  public let limit: Int
  /// How many written names wait for a person, equal ones counted once.
  public let openNames: Int
  /// How many rows wait for a person, since nobody knows for certain whose they are.
  public let unmatchedRows: Int
  /// The earlier round that the groups are compared with; `nil` where there is none.
  public let earlier: EarlierFigures?
  /// Classes, years and the school, as far as the roll has them, each in the order of labels.
  public let places: [NominationPlace]
  /// Who is in which class and in which year.
  let partitions: [Partition]

  /// Which groups add up to which others: the school first, then the classes, then the years.
  var sums: GroupSums {
    GroupSums(columns: partitions.map { (Array($0.groups), $0.groupCount) })
  }

  /// The groups whose figures are not held back, in the order of `places`.
  public var groups: [NominationGroup] { places.compactMap(\.figures) }

  /// How many pupils of the whole school answered, "no one" included.
  var answered: Int { groups.first { $0.scope == .school }?.answered ?? 0 }
}

/// A class, a year or the school, whether its figures are shown or not.
public struct NominationPlace: Sendable {
  /// Whether it is a class, a year or the school.
  public let scope: NominationRule.Scope
  /// The name of the class or year as the roll has it, or `School`.
  public let label: String
  /// Its figures; `nil` where they are held back.
  public let figures: NominationGroup?
}

/// The figures of one class, one year or the school.
///
/// Members are the pupils on roll. Who is unchosen is counted within the reference group, which may
/// be larger or smaller than the group that is shown.
public struct NominationGroup: Sendable {
  /// Whether it is a class, a year or the school.
  public let scope: NominationRule.Scope
  /// The name of the class or year as the roll has it, or `School`.
  public let label: String
  /// How many members there are.
  public let pupils: Int
  /// How many members answered, "no one" included.
  public let answered: Int
  /// The most names that one member may give.
  let limit: Int
  /// The counts and ratios of the names given inside the group.
  public let indices: NetworkIndices
  /// How those names hang together.
  public let shape: GroupShape
  /// How many names its members gave that are no ties, by reason; reasons without any left out.
  public let discarded: [Nominations.Discard.Reason: Int]
  /// How many members answered and are named by nobody in their reference group.
  public let unchosenAnswered: Int
  /// How many members did not answer and are named by nobody in their reference group.
  public let unchosenAbsent: Int
  /// How many members are named by nobody whatever may still become known: everybody who could have
  /// named them answered, and no open name could be theirs.
  public let certain: Int
  /// How many members name somebody in their reference group who names them too.
  public let withMutual: Int
  /// How many members would be named by nobody if names fell blindly.
  public let chance: UnchosenChance
  /// The fewest and the most unchosen over all readings of unresolved names and of whom those who did
  /// not answer would have named.
  public let bounds: UnchosenBounds
  /// How many members answered and named nobody at all.
  public let namesNobody: Int
  /// How many of those who answered gave as many names as they may, or more.
  public let slotsFilled: Int
  /// What changed since the earlier round; `nil` where there is none.
  public let change: RoundChange?
  /// Whether pupils name those like themselves, for each further column of the roll, by heading.
  ///
  /// Only columns with 2 to 12 labels, each of which at least ten members of the group have or
  /// nobody.
  public internal(set) var mixing: [ColumnMixing]

  /// How many members nobody in their reference group named, whether they answered or not.
  public var unchosen: Int { unchosenAnswered + unchosenAbsent }

  /// The share of the group that answered, 0 to 1; `nil` for an empty group.
  public var coverage: Double? { pupils > 0 ? Double(answered) / Double(pupils) : nil }

  /// The share of those who answered that used every name; `nil` where nobody answered.
  public var slotsFilledShare: Double? {
    answered > 0 ? Double(slotsFilled) / Double(answered) : nil
  }

  /// The share of all the names that those who answered could have given which they gave inside the
  /// group, 0 to 1; `nil` where nobody answered.
  public var slotsUsedShare: Double? {
    answered > 0 ? Double(indices.edges) / Double(answered * limit) : nil
  }

  /// The chance that blind naming leaves at least as many unchosen, 0 to 1.
  public var chanceOfAtLeast: Double { chance.probability(atLeast: unchosen) }
}

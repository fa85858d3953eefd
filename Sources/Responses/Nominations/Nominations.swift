/// Who named whom, as indices into a roll, and everything that was written and is no such tie.
///
/// It never leaves the analysis: outputs carry counts and mutual status only.
public struct Nominations: Sendable {
  /// A name that was given and does not count as a tie between two pupils of the roll.
  public struct Discard: Sendable, Hashable {
    public enum Reason: String, Sendable, CaseIterable {
      /// The pupil named himself or herself.
      case own = "self"
      /// The same pupil was named before.
      case repeated
      /// Nobody on the roll has a name like it.
      case offRoll = "off_roll"
      /// It could be somebody on the roll; a person decides.
      case unresolved
      /// More names were given than the question asks for.
      case overLimit = "over_limit"
      /// Somebody who works at the school.
      case staff
      case family
      /// Nobody can read it.
      case illegible
    }

    public let nominator: Int32
    public let reason: Reason
  }

  /// A written name that nobody matched for certain.
  public struct UnresolvedName: Sendable, Hashable {
    public let text: String
    public let nominator: Int32
    /// The pupils whom it could mean, in the order of the roll.
    public let candidates: [Int32]
  }

  /// A record that does not say for certain which pupil answered.
  public struct UnmatchedRespondent: Sendable, Hashable {
    public let text: String
    public let record: Int
    /// The pupils who could have answered.
    public let candidates: [Int32]
    /// The pupils that the record names.
    public let named: [Int32]
  }

  public let roll: Roll
  /// Whether each pupil answered: named somebody, or said that there is no one.
  public internal(set) var answered: [Bool]
  /// The pupils whom each pupil names, ascending and each once; row after row.
  public internal(set) var named: ContiguousArray<Int32> = []
  /// Where the row of each pupil begins in `named`, and at last where all end.
  public internal(set) var starts: ContiguousArray<Int32>
  public internal(set) var discards: [Discard] = []
  public internal(set) var unresolved: [UnresolvedName] = []
  public internal(set) var unmatchedRespondents: [UnmatchedRespondent] = []
  /// The written names that are like nobody's on the roll, sorted; not those that a person confirmed.
  public internal(set) var strangers: [String] = []
  /// Pupils whom a name over the limit or a row that was set aside names, or who wrote that row, or
  /// whom a name could mean that was decided to be its own writer's; one entry for each such name or
  /// row.
  public internal(set) var doubtful: [Int32] = []

  /// The written names that a person may decide about, and what was decided.
  public internal(set) var queue = NameQueue(entries: [], idle: [])

  init(roll: Roll) {
    self.roll = roll
    answered = [Bool](repeating: false, count: roll.count)
    starts = ContiguousArray(repeating: 0, count: roll.count + 1)
  }

  /// Each tie by itself, in the order of the rows.
  public var ties: [(nominator: Int32, nominee: Int32)] {
    answered.indices.flatMap { pupil in
      named[Int(starts[pupil])..<Int(starts[pupil + 1])].map {
        (Int32(truncatingIfNeeded: pupil), $0)
      }
    }
  }

  /// Whether names or records wait for a person.
  public var needsPerson: Bool {
    !unresolved.isEmpty || !unmatchedRespondents.isEmpty || !strangers.isEmpty
      || discards.contains { $0.reason == .overLimit }
  }
}

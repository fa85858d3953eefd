/// Something that a school has decided to do after an audit, as its register of actions says.
public struct Action: Hashable, Sendable {
  /// How far an action has come.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case planned
    case underWay = "under_way"
    case done
    /// Given up, for the reason that its outcome says.
    case dropped

    /// Whether somebody still has to do something.
    public var isOpen: Bool { self == .planned || self == .underWay }
  }

  /// What an action costs.
  public enum Cost: String, Hashable, Sendable, CaseIterable {
    case none, small, funded
  }

  /// What will tell whether an action has worked.
  public struct Measure: Hashable, Sendable {
    /// The id of a questionnaire or a record.
    public var instrument: String
    /// An item of the questionnaire, or a measure of the record; `nil` for all that it asks of the
    /// practice.
    public var part: String?

    public init(instrument: String, part: String? = nil) {
      self.instrument = instrument
      self.part = part
    }

    /// Reads `pupil-safety` or `pupil-safety.safe_playground`.
    init(_ text: String) {
      let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
      self.init(instrument: parts.first ?? text, part: parts.count > 1 ? parts[1] : nil)
    }

    /// The measure as the register writes it.
    public var text: String { [instrument, part].compactMap(\.self).joined(separator: ".") }
  }

  /// The word that stands for the action; unique in the register.
  public var id: String
  /// The id of the practice that it is to strengthen, as `component.practice`.
  public var practice: String
  /// For whom it is.
  public var tier: Tier
  /// What is done first, on one line.
  public var firstStep: String
  /// The role that sees to it, never a pupil.
  public var owner: String
  /// The day by which the first step is taken.
  public var begin: CalendarDay
  /// What it costs.
  public var cost: Cost
  /// What will tell whether it has worked.
  public var measure: Measure
  /// The day on which the school looks again, not before `begin`.
  public var review: CalendarDay
  /// How far it has come.
  public var status: Status
  /// The id of the round whose evidence it answers to.
  public var round: String
  /// The ids of that evidence, in the order of the file; may be empty.
  public var evidence: [String]
  /// What came of it, or why it was dropped; `nil` where nobody has said.
  public var outcome: String?

  public init(
    id: String, practice: String, tier: Tier = .all, firstStep: String, owner: String,
    begin: CalendarDay, cost: Cost, measure: Measure, review: CalendarDay,
    status: Status = .planned, round: String, evidence: [String] = [], outcome: String? = nil
  ) {
    self.id = id
    self.practice = practice
    self.tier = tier
    self.firstStep = firstStep
    self.owner = owner
    self.begin = begin
    self.cost = cost
    self.measure = measure
    self.review = review
    self.status = status
    self.round = round
    self.evidence = evidence
    self.outcome = outcome
  }

  /// Whether the day of review has passed and the action is still open.
  public func isOverdue(on today: CalendarDay) -> Bool { status.isOpen && review < today }

  /// Whether the first step should have been taken and the action is still planned.
  public func isLate(on today: CalendarDay) -> Bool { status == .planned && begin < today }
}

/// The actions of an audit, as `actions.yaml` beside its plan lists them.
public struct ActionRegister: Hashable, Sendable {
  /// The actions in the order of the file.
  public var actions: [Action]

  /// Makes a register; one without actions is possible.
  public init(actions: [Action] = []) { self.actions = actions }

  /// The actions by their days of review, those of one day by their ids.
  public var byReview: [Action] {
    actions.sorted { ($0.review, $0.id) < ($1.review, $1.id) }
  }
}

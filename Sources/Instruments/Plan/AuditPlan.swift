/// What an audit looks at, when, with which instruments, and what of it may be shown.
///
/// It is what `audit.yaml` says, with the defaults where that file is silent.
public struct AuditPlan: Hashable, Sendable {
  /// The kind of school.
  public enum Phase: String, Hashable, Sendable, CaseIterable {
    case primary, secondary
    case allThrough = "all-through"
    case special, other
  }

  /// One collection of data.
  public struct Round: Hashable, Sendable {
    /// The word that stands for the round, such as `autumn-2026`; unique in the plan.
    public var id: String
    /// The words for a reader.
    public var title: String
    /// The day the round opens; `nil` where the plan does not say.
    public var from: CalendarDay?
    /// The day the round ends, not before `from`; `nil` where the plan does not say.
    public var until: CalendarDay?
    /// Ids of instruments, or paths from the folder of the plan, in the order of the file.
    public var instruments: [String]

    /// Makes a round; without a title it bears its id, with blanks for the hyphens.
    public init(
      id: String, title: String? = nil, from: CalendarDay? = nil, until: CalendarDay? = nil,
      instruments: [String]
    ) {
      self.id = id
      self.title = title ?? Self.title(of: id)
      self.from = from
      self.until = until
      self.instruments = instruments
    }

    /// The title of a round that has none of its own.
    static func title(of id: String) -> String { id.replacing("-", with: " ") }

    /// Whether the name of an instrument is a path rather than an id.
    public static func isPath(_ instrument: String) -> Bool {
      instrument.contains("/") || instrument.hasSuffix(".yaml") || instrument.hasSuffix(".yml")
    }
  }

  /// The school, in one line.
  public var school: String
  /// The kind of school; `other` where the plan does not say.
  public var phase: Phase
  /// The id of the framework pack.
  public var framework: String
  /// The ids of the components that were chosen, in the order of the file; empty for all.
  public var components: [String]
  /// Why a component does not apply to the school, by the component's id.
  public var notApplicable: [String: String]
  /// The rounds in the order of the file, at least one.
  public var rounds: [Round]
  /// The index aimed for in a component without a target of its own, 0 to 100.
  public var target: Double
  /// The index aimed for in a component, 0 to 100, by the component's id.
  public var targets: [String: Double]
  /// How many people could answer, at least 1, for the audiences of whom the plan says it.
  public var groups: [Instrument.Audience: Int]
  /// The smallest group whose figures are shown, for the audiences of whom the plan says it.
  public var minimums: [Instrument.Audience: Int]
  /// The group within which pupils name one another; `nil` leaves it to each instrument.
  public var reference: NominationRule.Scope?
  /// How long rows of answers are kept after the end of their round.
  public var keepsAnswers: Retention
  /// How long names are kept after the end of their round.
  public var keepsNames: Retention

  public init(
    school: String, phase: Phase = .other, framework: String, components: [String] = [],
    notApplicable: [String: String] = [:], rounds: [Round],
    target: Double = AuditPlan.defaultTarget, targets: [String: Double] = [:],
    groups: [Instrument.Audience: Int] = [:], minimums: [Instrument.Audience: Int] = [:],
    reference: NominationRule.Scope? = nil, keepsAnswers: Retention = .standard,
    keepsNames: Retention = .standard
  ) {
    self.school = school
    self.phase = phase
    self.framework = framework
    self.components = components
    self.notApplicable = notApplicable
    self.rounds = rounds
    self.target = target
    self.targets = targets
    self.groups = groups
    self.minimums = minimums
    self.reference = reference
    self.keepsAnswers = keepsAnswers
    self.keepsNames = keepsNames
  }
}

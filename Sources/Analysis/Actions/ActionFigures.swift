public import Instruments

/// The actions of an audit with what its evidence says of them.
public struct ActionFigures: Sendable {
  /// One action.
  public struct Entry: Sendable {
    /// What the register says.
    public let action: Action
    /// The practice that it is to strengthen; `nil` where the framework has none such.
    public let practice: Framework.Practice?
    /// The component of the practice; `nil` where the framework has none such.
    public let component: Framework.Component?
    /// Where the component stands for the tier of the action, in the round that is shown; `nil`
    /// without a table, or where the table does not have the component.
    public let standing: TierGrid.Cell?
    /// The smallest change that could be seen in its measure.
    public let smallestChange: SmallestChange
    /// Whether the day of review has passed while the action is open.
    public let isOverdue: Bool
    /// Whether the first step is due while the action is only planned.
    public let isLate: Bool
  }

  /// The actions by their days of review.
  public let entries: [Entry]
  /// The day on which they were looked at.
  public let today: CalendarDay
  /// The findings above the averages whose practice has no action, but for dropped ones.
  public let unanswered: [MustLook]
  /// Whether there is a table whose findings could be looked through.
  public let hasTable: Bool

  /// Puts a register beside the evidence.
  ///
  /// - Parameters:
  ///   - register: The actions.
  ///   - framework: The pack that has their practices.
  ///   - table: The gap table of the round that is shown, as far as it may be; `nil` where nothing
  ///     was taken in.
  ///   - changes: The smallest change that could be seen, by the id of the action.
  ///   - today: The day on which they are looked at.
  public init(
    _ register: ActionRegister, framework: Framework, table: Release<GapTable>?,
    changes: [String: SmallestChange], on today: CalendarDay
  ) {
    self.today = today
    let grid = table?.figures.tiers
    entries = register.byReview.map { action in
      let component = framework.component(ofPractice: action.practice)
      return Entry(
        action: action, practice: framework.practice(named: action.practice), component: component,
        standing: component.flatMap { grid?.cell($0.id, action.tier) },
        smallestChange: changes[action.id] ?? .unknown(.notTakenIn),
        isOverdue: action.isOverdue(on: today), isLate: action.isLate(on: today))
    }
    let answered = Set(register.actions.filter { $0.status != .dropped }.map(\.practice))
    hasTable = table != nil
    unanswered = (table?.figures.mustLook ?? []).filter { finding in
      finding.practice.map { !answered.contains($0) } ?? false
    }
  }

  /// How many actions have a status, of one tier or of all.
  public func count(_ status: Action.Status, _ tier: Tier? = nil) -> Int {
    entries.count { $0.action.status == status && (tier == nil || $0.action.tier == tier) }
  }

  /// The actions as a release, which their writers take.
  ///
  /// What was computed of people is held back already: the findings by the table, the smallest changes
  /// by the minimum that each was computed with.
  public func released(under policy: ReleasePolicy) -> Release<ActionFigures> {
    Release(self, under: policy)
  }
}

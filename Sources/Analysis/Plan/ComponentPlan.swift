public import Instruments

/// What the instruments of a round will give for one component.
public struct ComponentPlan: Sendable {
  /// One instrument by one method: a row of the grid of methods, audiences and tiers.
  public struct Row: Sendable {
    /// The method of the framework; `nil` where the instrument names none of the component.
    public let method: Framework.Method?
    /// The id of the instrument.
    public let instrument: String
    /// Its words for a reader.
    public let title: String
    /// Who answers, looks or keeps the record.
    public let audience: Instrument.Audience
    /// Of which tiers it will speak.
    public let tiers: [Tier]
    /// What kinds of source it is.
    public let families: [EvidenceStrength.Family]
    /// The ids of the component's practices that it will be evidence of.
    public let practices: [String]
  }

  /// A practice with the ways in to it.
  public struct Practice: Sendable {
    /// The practice of the framework.
    public let practice: Framework.Practice
    /// How many methods of the framework are evidence of it.
    public let methods: Int
    /// The ids of the planned instruments that will be.
    public let instruments: [String]

    /// Whether the framework itself has fewer than two ways in to it.
    public var isThinByDesign: Bool { methods < 2 }
  }

  /// The component of the framework.
  public let component: Framework.Component
  /// Why the school does not have it; `nil` where it is looked at.
  public let notApplicable: String?
  /// What is planned, in the order of the methods and then of the plan.
  public let rows: [Row]
  /// The practices in the framework's order.
  public let practices: [Practice]
  /// The strength that the evidence would reach if everybody answered, as much were looked at as the
  /// records ask for, and nothing contradicted.
  public let strength: EvidenceStrength

  /// The methods of the component that no planned instrument carries out.
  public var methodsNotPlanned: [Framework.Method] {
    let used = Set(rows.compactMap(\.method?.id))
    return component.methods.filter { !used.contains($0.id) }
  }

  /// The tiers of which no planned instrument will speak; none where the component does not apply.
  public var tiersNotPlanned: [Tier] {
    guard notApplicable == nil else { return [] }
    let planned = Set(rows.flatMap(\.tiers))
    return Tier.allCases.filter { !planned.contains($0) }
  }

  /// The practices without any way in.
  public var practicesWithoutSource: [Practice] { practices.filter(\.instruments.isEmpty) }

  /// The practices with one way in in the framework, to which the plan adds none.
  public var thinPractices: [Practice] {
    practices.filter { $0.isThinByDesign && $0.instruments.count == 1 }
  }
}

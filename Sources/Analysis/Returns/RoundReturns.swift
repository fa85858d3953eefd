public import Instruments

/// What came in of what a round planned, and what its components still lack.
public struct RoundReturns: Sendable {
  /// What came back of each survey, in the order of the plan.
  public let surveys: [ReturnFigures]
  /// What came in of each record, in the order of the plan.
  public let records: [RecordReturn]
  /// The components in the framework's order, those that the school does not have included.
  public let components: [ComponentReturns]

  /// Sorts what came in by component.
  ///
  /// - Parameters:
  ///   - surveys: What came back of each survey of the round.
  ///   - records: What came in of each record.
  ///   - framework: The pack, with the components that are looked at.
  ///   - notApplicable: The components that the school does not have, with its reasons, by id.
  public init(
    surveys: [ReturnFigures], records: [RecordReturn], framework: Framework,
    notApplicable: [String: String] = [:]
  ) {
    self.surveys = surveys
    self.records = records
    let parts =
      surveys.map { (instrument: $0.instrument, lack: ComponentReturns.Lack($0)) }
      + records.map { (instrument: $0.instrument, lack: ComponentReturns.Lack($0)) }
    let sources = parts.map { PlannedSource.all(of: $0.instrument, in: framework) }
    components = framework.components.map { component in
      let reason = notApplicable[component.id]
      let practices = Set(component.practices.map(\.id))
      let own = parts.indices.filter { place in
        reason == nil && sources[place].contains { !practices.isDisjoint(with: $0.practices) }
      }
      let came = own.filter { parts[$0].lack?.state != .nothing }
      let spoken = Set(came.flatMap { sources[$0].flatMap(\.practices) })
      return ComponentReturns(
        component: component, notApplicable: reason, planned: own.map { parts[$0].instrument.id },
        lacking: own.compactMap { parts[$0].lack },
        practicesWithout: reason == nil
          ? component.practices.filter { !spoken.contains($0.id) } : [])
    }
  }
}

/// What one component still lacks of what a round planned for it.
public struct ComponentReturns: Sendable {
  /// An instrument that did not come in, or not far enough.
  public struct Lack: Sendable {
    /// How far it is.
    public enum State: String, Sendable, Hashable {
      /// Nothing came in.
      case nothing
      /// Something did, and too little to count as enough.
      case tooLittle = "too_little"
    }

    /// The id of the instrument.
    public let instrument: String
    /// Its words for a reader.
    public let title: String
    /// How far it is.
    public let state: State

    /// What is lacking of a survey; `nil` where enough answered, or nobody said how many could.
    init?(_ figures: ReturnFigures) {
      let instrument = figures.instrument
      let source = EvidenceStrength.Source(
        instrument: instrument.id, family: instrument.audience.family,
        audience: instrument.audience, n: figures.returned, population: figures.expected)
      if figures.returned == 0 {
        state = .nothing
      } else if figures.returned == nil || source.isAdequate == false {
        state = .tooLittle
      } else {
        return nil
      }
      self.instrument = instrument.id
      title = instrument.title.preferred
    }

    /// What is lacking of a record; `nil` where enough came in.
    init?(_ record: RecordReturn) {
      switch record.state {
      case .missing: state = .nothing
      case .tooLittle: state = .tooLittle
      case .enough: return nil
      }
      instrument = record.instrument.id
      title = record.instrument.title.preferred
    }
  }

  /// Where a component stands.
  public enum State: String, Sendable, Hashable {
    /// The school does not have it.
    case notApplicable = "not_applicable"
    /// No instrument of the round is evidence of it.
    case nothingPlanned = "nothing_planned"
    /// Something that was planned for it is lacking.
    case lacking
    /// All that was planned for it came in.
    case complete
  }

  /// The component of the framework.
  public let component: Framework.Component
  /// Why the school does not have it; `nil` where it is looked at.
  public let notApplicable: String?
  /// The ids of the instruments that are to be evidence of it.
  public let planned: [String]
  /// Those of them that did not come in, or not far enough.
  public let lacking: [Lack]
  /// The practices of which nothing that came in speaks.
  public let practicesWithout: [Framework.Practice]

  /// Where it stands.
  public var state: State {
    if notApplicable != nil { return .notApplicable }
    if planned.isEmpty { return .nothingPlanned }
    return lacking.isEmpty ? .complete : .lacking
  }
}

public import Instruments

/// Something to settle before a round begins.
public enum PlanWarning: Sendable {
  /// Nothing planned is evidence of the component.
  case noSource(Framework.Component)
  /// What is planned for the component will be shown, and adds nothing to the strength of its evidence.
  case onlyShown(Framework.Component)
  /// The component would rest on one kind of source, one audience, or both.
  case narrow(
    Framework.Component, family: EvidenceStrength.Family?, audience: Instrument.Audience?,
    strength: EvidenceStrength)
  /// No planned instrument is evidence of these practices of the component.
  case noWayIn(Framework.Component, practices: [Framework.Practice])
  /// The framework has one method for these practices, and the plan adds none.
  case thinByDesign(Framework.Component, practices: [Framework.Practice])
  /// Nothing planned will speak of a tier in these components.
  case tierWithoutSource(Tier, [Framework.Component])
  /// Two or more planned instruments ask the same people by one method.
  case methodTwice(Framework.Method, instruments: [String])
  /// The instrument is evidence of no practice of the components that are looked at.
  case noPractice(instrument: String, title: String)
  /// Nobody said how many of an audience could answer.
  case sizeNotKnown(Instrument.Audience)
  /// An audience is smaller than a figure may be of.
  case tooFew(Instrument.Audience, minimum: Int)

  /// The word for the kind of warning, the same from version to version.
  public var code: String {
    switch self {
    case .noSource: "no_source"
    case .onlyShown: "only_shown"
    case .narrow: "narrow"
    case .noWayIn: "no_way_in"
    case .thinByDesign: "thin_by_design"
    case .tierWithoutSource: "tier_without_source"
    case .methodTwice: "method_twice"
    case .noPractice: "no_practice"
    case .sizeNotKnown: "size_not_known"
    case .tooFew: "too_few"
    }
  }

  /// The components that it is about; empty where it is about none in particular.
  public var components: [Framework.Component] {
    switch self {
    case .noSource(let component), .onlyShown(let component), .narrow(let component, _, _, _),
      .noWayIn(let component, _), .thinByDesign(let component, _):
      [component]
    case .tierWithoutSource(_, let components): components
    case .methodTwice, .noPractice, .sizeNotKnown, .tooFew: []
    }
  }
}

import Analysis
import Instruments

extension PlanWarning {
  /// The warning in sentences: what is so, and what to do about it.
  var sentence: String {
    switch self {
    case .noSource(let component):
      "\(component.name): nothing planned is evidence of it, so it will not be looked at."
    case .onlyShown(let component):
      "\(component.name): what is planned will be shown and counts as no source by itself. Plan a "
        + "survey, a talk or an observation beside it."
    case .narrow(let component, let family, let audience, let strength):
      "\(component.name) would rest on \(Self.base(family, audience)): "
        + "\(strength.atBest) at best. Add \(Self.remedy(family, audience))."
    case .noWayIn(let component, let practices):
      "\(component.name): no way in to \(Self.named(practices))."
    case .thinByDesign(let component, let practices):
      "\(component.name): thin by design, as the framework has one way in to "
        + "\(Self.named(practices)). Add an item to a survey, or a question to a talk."
    case .tierWithoutSource(let tier, let components):
      "Nothing planned will speak of the tier '\(tier.title)' in "
        + "\(Wording.listed(components.map(\.code)))."
    case .methodTwice(let method, let instruments):
      "\(method.id) is carried out by \(Wording.listed(instruments)): people may be asked the same "
        + "twice. Keep one, unless they differ on purpose."
    case .noPractice(_, let title):
      "'\(title)' is evidence of no practice of these components; its figures will stand apart."
    case .sizeNotKnown(let audience):
      "How many \(audience.rawValue) could answer is not known. Say it under 'groups:' in audit.yaml, "
        + "or take it in with 'mhars roll import'."
    case .tooFew(let audience, let minimum):
      "There are fewer than \(minimum) \(audience.rawValue): no figure of theirs will be shown. Ask "
        + "them in person, or together with others."
    }
  }

  private static func base(_ family: EvidenceStrength.Family?, _ audience: Instrument.Audience?)
    -> String
  {
    switch (family, audience) {
    case (let family?, let audience?):
      "one kind of source (\(family.rawValue)) and on \(audience.rawValue) alone"
    case (let family?, nil): "one kind of source (\(family.rawValue))"
    case (nil, let audience?): "\(audience.rawValue) alone"
    case (nil, nil): "too little"
    }
  }

  private static func remedy(_ family: EvidenceStrength.Family?, _ audience: Instrument.Audience?)
    -> String
  {
    family == nil
      ? "a source from other people"
      : audience == nil ? "another kind of source" : "another of each"
  }

  private static func named(_ practices: [Framework.Practice]) -> String {
    Wording.listed(practices.map { "\($0.code) '\($0.label)'" })
  }
}

extension Framework.Component {
  /// The component with its code before its words.
  var name: String { "\(code) \(title)" }
}

extension EvidenceStrength {
  /// The grade in a word and a number, such as `fair (2 of 4)`.
  var atBest: String { "\(word) (\(grade) of 4)" }
}

import Analysis
import Instruments
import Responses
import Statistics

/// A pack of three components: two practices each, and one method for lists of names.
let smallPack = Framework(
  id: "small", title: "Small", source: "ours",
  components: [
    component("vision", "C1", ["values", "safety"], methods: []),
    component("staff", "C2", ["wellbeing", "voice"], methods: []),
    component(
      "networks", "C3", ["asking", "kindness"],
      methods: [
        Framework.Method(
          id: "C3.M1", label: "Trusted peers", dataTypes: [.nominations], respondents: "Pupils",
          practices: ["networks.kindness"], minimum: "10", rule: "levels")
      ]),
  ])

private func component(
  _ id: String, _ code: String, _ practices: [String], methods: [Framework.Method]
) -> Framework.Component {
  Framework.Component(
    id: id, code: code, title: id.uppercased(),
    practices: practices.enumerated().map { place, name in
      Framework.Practice(
        id: "\(id).\(name)", code: "\(code).P\(place + 1)", label: name.uppercased())
    },
    methods: methods)
}

extension GapAnalysis {
  /// The table from surveys given as an instrument, rows and a number of people.
  static func table(
    _ surveys: [(SmallInstrument, [String], population: Int?)], target: Double = defaultTarget,
    notApplicable: [String: String] = [:], heading: String? = nil
  ) throws -> GapTable {
    let sources = try surveys.map { survey in
      GapSource.survey(
        try survey.0.responses(survey.1, heading: heading).table, population: survey.population)
    }
    return GapAnalysis(sources, framework: smallPack, target: target, notApplicable: notApplicable)
      .table()
  }
}

extension GapTable {
  /// The findings that are of figures: without the tiers that nobody looked at.
  var figureFindings: [MustLook] {
    mustLook.filter { if case .tierNotLookedAt = $0.kind { false } else { true } }
  }

  func component(_ id: String) -> ComponentGap? { components.first { $0.component.id == id } }
}

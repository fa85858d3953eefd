import Analysis
import Instruments

/// A pack with a component of two practices, one of them with one way in, and one of one practice.
let planPack = Framework(
  id: "plan", title: "Plan", source: "ours",
  components: [
    Framework.Component(
      id: "vision", code: "C1", title: "Vision",
      practices: [
        Framework.Practice(id: "vision.values", code: "C1.P1", label: "Values"),
        Framework.Practice(id: "vision.safety", code: "C1.P2", label: "Safety"),
      ],
      methods: [
        method("C1.M1", [.scale], ["vision.values", "C1.P2"]),
        method("C1.M2", [.observation], ["vision.values"]),
      ]),
    Framework.Component(
      id: "staff", code: "C2", title: "Staff",
      practices: [Framework.Practice(id: "staff.trust", code: "C2.P1", label: "Trust")],
      methods: [
        method("C2.M1", [.scale], ["staff.trust"]), method("C2.M2", [.journey], ["staff.trust"]),
      ]),
  ])

private func method(
  _ id: String, _ types: [Framework.Method.DataType], _ practices: [String]
) -> Framework.Method {
  Framework.Method(
    id: id, label: "The label of \(id)", dataTypes: types, respondents: "All", practices: practices,
    minimum: "5", rule: "mean")
}

extension PlannedInstrument {
  /// A survey of scale items, each of a practice; groups are sizes by the code of an item `role`.
  static func survey(
    _ id: String, _ audience: Instrument.Audience, of practices: [String], methods: [String] = [],
    population: Int? = nil, groups: [(code: String, size: Int)] = []
  ) throws -> PlannedInstrument {
    let items = practices.enumerated().map { "item\($0)/\($1)" }
    let choices = groups.map { "{ code: \($0.code) }" }.joined(separator: ", ")
    let role = "{ id: role, type: single, role: group, choices: [\(choices)] }"
    let instrument = try SmallInstrument(
      id: id, audience: audience.rawValue, items: items, methods: methods,
      further: groups.isEmpty ? [] : [role]
    ).read()
    return PlannedInstrument(
      instrument,
      population: population ?? (groups.isEmpty ? nil : groups.reduce(0) { $0 + $1.size }),
      groups: groups.map {
        GroupSize(by: "role", value: $0.code, title: $0.code, size: $0.size)
      })
  }

  /// A record of lessons, with further lines of its rule.
  static func record(
    _ audience: Instrument.Audience, measure: String, rule: [String] = []
  ) throws -> PlannedInstrument {
    PlannedInstrument(
      try SmallRecord(
        audience: audience.rawValue,
        items: [
          "id: lesson, type: text", "id: good, type: number", "id: all, type: number",
          "id: day, type: date", "id: stage, type: single, choices: [{ code: a }, { code: b }]",
          "id: whom, type: single, choices: [{ code: all }, { code: at_risk }]",
        ], rule: rule + ["measures:", "  - { id: m, \(measure) }"]
      ).read(), population: nil)
  }
}

extension RoundPlan {
  /// The plan by the small pack, with the minimums of every audit.
  static func of(
    _ planned: [PlannedInstrument], notApplicable: [String: String] = [:]
  ) -> RoundPlan {
    RoundPlan(
      planned, framework: planPack, notApplicable: notApplicable,
      minimums: GroupMinimums([.pupils: 10, .observers: 10, .records: 10], others: 5))
  }

  func component(_ id: String) -> ComponentPlan? { components.first { $0.component.id == id } }

  /// The warnings about a component, by their words.
  func codes(_ id: String) -> [String] {
    warnings.filter { $0.components.contains { $0.id == id } }.map(\.code)
  }
}

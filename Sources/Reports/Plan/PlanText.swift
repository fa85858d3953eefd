public import Analysis
import Instruments

/// What a round will give and ask of people, for whoever prepares it.
public struct PlanText {
  private let plan: RoundPlan
  private let heading: ReportHeading
  private let style: TextStyle

  /// Prepares the report of a round.
  ///
  /// - Parameters:
  ///   - plan: What is planned.
  ///   - heading: The school and the round.
  ///   - style: How words stand out.
  public init(_ plan: RoundPlan, heading: ReportHeading, style: TextStyle) {
    self.plan = plan
    self.heading = heading
    self.style = style
  }

  /// The report, 80 columns wide.
  public func text() -> String {
    var lines = style.headline(
      heading.title("What is planned"), ReleasePolicy.audit(plan.minimums).remark(for: nil))
    lines += Wording.wrapped(plan.framework.title)
    lines += grid() + warnings() + burden() + differences()
    return lines.joined(separator: "\n") + "\n"
  }

  private func grid() -> [String] {
    var table = TextTable(
      [
        ("What will be found out", .left), ("From", .left), ("Source", .wrapped(least: 8)),
        ("All", .left),
        ("At risk", .left), ("Vulnerable", .left),
      ], hanging: 7)
    for row in plan.components.flatMap(\.rows) {
      let tiers = Tier.allCases.map { row.tiers.contains($0) ? "yes" : "–" }
      table.add(
        ["  \(row.method?.id ?? "–    ")  \(row.title)", row.audience.rawValue, Self.families(row)]
          + tiers)
    }
    let blocks = table.blocks(style: style)
    var rows = blocks.rows[...]
    var lines = [""] + blocks.heading
    for component in plan.components {
      lines += [""] + Wording.wrapped(Self.title(component), indent: "   ").map(style.heading)
      lines += rows.prefix(component.rows.count).joined()
      rows = rows.dropFirst(component.rows.count)
      let left = component.methodsNotPlanned.map(\.id)
      if component.notApplicable == nil, !left.isEmpty {
        lines += Wording.wrapped("  Not planned: \(Wording.listed(left)).", indent: "  ")
      }
    }
    lines.append("")
    return lines
      + Wording.wrapped(
        "Vulnerable: the most vulnerable pupils. \"At best\": the strength of the evidence if "
          + "everybody answers and all of it agrees. What the methods are that are not planned: 'mhars "
          + "record methods --framework \(plan.framework.id)'.")
  }

  private static func families(_ row: ComponentPlan.Row) -> String {
    row.families.isEmpty ? "–" : row.families.map(\.rawValue).joined(separator: ", ")
  }

  private static func title(_ plan: ComponentPlan) -> String {
    if let reason = plan.notApplicable {
      return "\(plan.component.name) · not applicable: \(reason)"
    }
    let reached = plan.practices.count { !$0.instruments.isEmpty }
    return "\(plan.component.name) · \(reached) of \(plan.practices.count) practices · at best "
      + (plan.strength.sources.isEmpty ? "none" : plan.strength.atBest)
  }

  private func warnings() -> [String] {
    guard !plan.warnings.isEmpty else {
      return ["", style.heading("Nothing is missing from the plan.")]
    }
    return ["", style.warning("Before you begin")]
      + plan.warnings.flatMap { Wording.wrapped("  • " + $0.sentence, indent: "    ") }
  }

  private func burden() -> [String] {
    guard !plan.burdens.isEmpty else { return [] }
    var table = TextTable([
      ("Time it takes", .left), ("Minutes each", .right), ("How many", .right),
      ("Hours in all", .right),
    ])
    for burden in plan.burdens {
      table.add([
        Wording.title(burden.audience.rawValue),
        burden.minutesEach > 0 ? Self.minutes(burden.minutesEach) : "",
        burden.minutesEach > 0 ? burden.people.words : "", Self.hours(burden.hours),
      ])
      for part in burden.parts {
        table.add([
          "  " + part.title, Self.minutes(part.minutesEach),
          part.units.map(Self.units) ?? part.people?.words ?? "", Self.hours(part.hours),
        ])
      }
    }
    return [""] + table.lines(style: style)
      + Wording.wrapped(
        "Minutes are our working assumption, by the number and the kinds of items (docs/methods/plan.md). "
          + "Hours are for all who could answer; of what is seen, counted or said, for the least that "
          + "counts.")
  }

  private static func minutes(_ minutes: Double?) -> String {
    minutes.map { Wording.figure($0.rounded(.up)) } ?? "not said"
  }

  private static func hours(_ hours: Double?) -> String {
    Wording.figure(hours, decimals: (hours ?? 0) < 10 ? 1 : 0)
  }

  private static func units(_ units: (count: Int, name: String?)) -> String {
    guard let name = units.name else { return units.count == 1 ? "once" : "\(units.count) rows" }
    return "from " + Wording.counted(units.count, name.replacing("_", with: " "))
  }

  private func differences() -> [String] {
    guard !plan.differences.isEmpty else { return [] }
    var table = TextTable([
      ("What difference could be seen, in points", .left), ("People", .right), ("If all", .right),
      ("If enough", .right),
    ])
    for difference in plan.differences {
      table.add([
        "\(difference.a) – \(difference.b)",
        difference.sizes.map { "\($0.a) – \($0.b)" } ?? difference.state.words,
        Self.points(difference.ifAll),
        difference.ifAll == nil ? "–" : difference.ifEnough.map(Self.points) ?? "too few",
      ])
    }
    let needed = [10.0, 15, 20].compactMap { points in
      GroupDifference.answersEach(points: points).map { (points, $0) }
    }
    let rule = needed.enumerated().map { place, need in
      place == 0
        ? "\(need.1) people each for \(Wording.figure(need.0)) points"
        : "\(need.1) for \(Wording.figure(need.0))"
    }
    return [""] + table.lines(style: style)
      + Wording.wrapped(
        "A true difference of so many points of 100 is found four times in five, if all answer, or if "
          + "just enough do: half of staff, 60 % of pupils, a quarter of parents. Two groups of one "
          + "size need \(Wording.listed(rule)). We assume that people differ by "
          + "\(Wording.figure(GroupDifference.standardDeviation)) points (SD).")
      + remarks()
  }

  private func remarks() -> [String] {
    let states = Set(plan.differences.map(\.state))
    let isShort = plan.differences.contains { $0.state == .shown && $0.ifEnough == nil }
    var lines: [String] = []
    if states.contains(.tooFew) || isShort {
      lines += Wording.wrapped(
        "\"too few\": under the smallest group that is shown, so that it can show nothing.")
    }
    if states.contains(.heldBack) {
      lines += Wording.wrapped(
        "\"held back\": it would give the size of such a group away by subtraction.")
    }
    if states.contains(.notKnown) {
      lines += Wording.wrapped("\"not known\": nobody said how many there are.")
    }
    return lines
  }

  private static func points(_ points: Double?) -> String {
    points.map { Wording.figure($0.rounded(.up)) } ?? "–"
  }
}

extension Burden.People {
  /// The number, or why there is none.
  var words: String {
    switch self {
    case .known(let count): Wording.grouped(count)
    case .notKnown: "not known"
    case .heldBack: "held back"
    }
  }
}

extension GroupDifference.State {
  /// The state in words for a reader.
  var words: String {
    switch self {
    case .shown: "shown"
    case .tooFew: "too few"
    case .heldBack: "held back"
    case .notKnown: "not known"
    }
  }
}

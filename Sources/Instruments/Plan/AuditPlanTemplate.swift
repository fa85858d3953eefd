/// The text of a plan with which an audit starts, and which a person then edits.
struct AuditPlanTemplate {
  let school: String
  let phase: AuditPlan.Phase
  let framework: Framework
  /// The ids of the components that are chosen; empty for all.
  let components: [String]
  let round: AuditPlan.Round
  let groups: [Instrument.Audience: Int]
  /// What else the round could ask, each with what it is for.
  let offers: [(instrument: String, note: String)]

  /// The whole file.
  var text: String {
    [head, chosen, reasons, rounds, figures, keep].joined(separator: "\n")
  }

  private var head: String {
    let phases = AuditPlan.Phase.allCases.map(\.rawValue).joined(separator: ", ")
    return """
      # The plan of an audit. Change what you need, then run: mhars check
      # What follows a # is a note. Where no blank follows the #, delete it to use the line.

      school: \(PlanScalar.written(school))
      phase: \(phase.rawValue)  # one of: \(phases)
      framework: \(PlanScalar.written(framework.id))

      """
  }

  private var chosen: String {
    let width = framework.components.map(\.id.count).max() ?? 0
    let lines = framework.components.map { component in
      let isChosen = components.isEmpty || components.contains(component.id)
      let blanks = String(repeating: " ", count: width - component.id.count)
      let title = PlanScalar.cleaned(component.title)
      return "  \(isChosen ? "" : "#")- \(component.id)\(blanks)  # \(component.code) \(title)\n"
    }
    return """
      # What the audit looks at. Without this list it looks at all components.
      components:

      """ + lines.joined()
  }

  private var reasons: String {
    let component = framework.components.last?.id ?? "digital"
    return """
      # What does not apply to the school, each with the reason.
      #not_applicable:
        #\(component): the reason in a few words

      """
  }

  private var rounds: String {
    let from = round.from.map { "from: \($0.iso)" } ?? "#from: 2026-09-01"
    let until = round.until.map { "until: \($0.iso)" } ?? "#until: 2026-12-18"
    let instruments = round.instruments.map { "      - \(PlanScalar.written($0))\n" }
    return """
      # One entry for each collection of data; instruments are ids, or paths from this folder.
      rounds:
        - id: \(PlanScalar.written(round.id))
          title: \(PlanScalar.written(round.title))
          \(from)  # the day the round opens
          \(until)  # the day it ends
          instruments:

      """ + instruments.joined() + offered
  }

  /// The instruments that the round does not ask for, as lines to use by deleting their mark.
  private var offered: String {
    let width = offers.map(\.instrument.count).max() ?? 0
    return offers.map { offer in
      let blanks = String(repeating: " ", count: width - offer.instrument.count)
      return "      #- \(offer.instrument)\(blanks)  # \(PlanScalar.cleaned(offer.note))\n"
    }.joined()
  }

  private var figures: String {
    let sizes = AuditPlan.audiences.compactMap { audience in
      groups[audience].map { "  \(audience.rawValue): \($0)\n" }
    }
    let example = "#groups:\n  #staff: 42\n  #parents: 190\n"
    let least = AuditPlan.audiences.map {
      "  #\($0.rawValue): \(AuditPlan.leastMinimum(for: $0))\n"
    }
    return """
      # The index aimed for, 0 to 100: in all components, or in one.
      #targets:
        #all: \(Int(AuditPlan.defaultTarget))

      # How many people could answer. Pupils are counted on the roll.
      \(sizes.isEmpty ? example : "groups:\n" + sizes.joined())
      # The smallest group whose figures are shown. It may be larger, never smaller.
      #minimums:
      \(least.joined())
      # Among whom pupils name one another: class, year or school. Each instrument says it too.
      #reference: class

      """
  }

  private var keep: String {
    """
    # How long answers and names are kept after the end of a round, in days, weeks, months or years.
    #keep:
      #answers: \(AuditPlan.Retention.standard)
      #names: \(AuditPlan.Retention.standard)

    """
  }
}

extension AuditPlan {
  /// The text of an `audit.yaml` that a person can edit, with notes on every key.
  ///
  /// It reads back as the plan it was made from. What a text of the file cannot hold is left out of
  /// it: blanks at its ends, line breaks (which become blanks), and characters that cannot be seen.
  ///
  /// - Parameters:
  ///   - school: The name of the school, with something in it that can be seen.
  ///   - phase: The kind of school.
  ///   - framework: The pack; its components are listed with their titles.
  ///   - components: The ids of the components that are chosen; empty for all.
  ///   - round: The first round, with at least one instrument.
  ///   - groups: How many people could answer, as far as it is known.
  ///   - offers: Instruments that the round does not ask for, each with what it is for; they stand
  ///     there as examples.
  /// - Returns: The text, whose lines end with a line feed.
  public static func template(
    school: String, phase: Phase, framework: Framework, components: [String] = [], round: Round,
    groups: [Instrument.Audience: Int] = [:],
    offers: [(instrument: String, note: String)] = []
  ) -> String {
    AuditPlanTemplate(
      school: school, phase: phase, framework: framework, components: components, round: round,
      groups: groups, offers: offers
    ).text
  }
}

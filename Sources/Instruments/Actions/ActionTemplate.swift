/// An entry for a register of actions, filled in as far as figures can; a person writes the rest.
public struct ActionTemplate {
  /// What is known of the practice, a line each, which become notes.
  public var notes: [String]
  /// The id of the practice.
  public var practice: String
  /// For whom the action is.
  public var tier: Tier
  /// The day by which the first step is taken.
  public var begin: CalendarDay
  /// The day on which the school looks again.
  public var review: CalendarDay
  /// What will tell whether it works; `nil` leaves it to the person.
  public var measure: Action.Measure?
  /// The id of the round whose evidence it answers to.
  public var round: String
  /// The ids of that evidence.
  public var evidence: [String]

  /// The days from today by which the first step is taken: ten school days.
  public static let daysToFirstStep = 14
  /// The months from then to the review: about a term.
  public static let monthsToReview = 3

  public init(
    notes: [String], practice: String, tier: Tier, begin: CalendarDay, review: CalendarDay,
    measure: Action.Measure?, round: String, evidence: [String]
  ) {
    self.notes = notes
    self.practice = practice
    self.tier = tier
    self.begin = begin
    self.review = review
    self.measure = measure
    self.round = round
    self.evidence = evidence
  }

  /// The text to paste below a register, or to append to it.
  ///
  /// Its first step and its owner are empty, so that reading it asks for them. The id differs from all
  /// ids of the register, the entry stands where its entries stand, and the line `actions:` is there
  /// where the register lacks it.
  ///
  /// - Parameter register: What the file of the register holds; empty for none.
  /// - Returns: Lines that end with a line feed.
  public func text(below register: String) -> String {
    let lines = register.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let indent = Self.indent(of: lines)
    let status = Action.Status.allCases.map(\.rawValue).joined(separator: ", ")
    let pieces = evidence.isEmpty ? "" : "evidence: [\(evidence.joined(separator: ", "))]"
    let fields =
      [
        "id: \(id(besides: lines))", "practice: \(practice)",
        "tier: \(tier.rawValue)  # \(Tier.allCases.map(\.rawValue).joined(separator: ", "))",
        "first_step:  # what is done first, on one line",
        "owner:  # a role, such as Deputy head; never a pupil", "begin: \(begin.iso)",
        "cost: none  # \(Action.Cost.allCases.map(\.rawValue).joined(separator: ", "))",
        measure.map { "measure: \($0.text)" }
          ?? "measure:  # an instrument of the plan, such as pupil-safety",
        "review: \(review.iso)", "status: planned  # \(status)", "round: \(round)",
      ] + (pieces.isEmpty ? [] : [pieces])
    var text = register.isEmpty || register.hasSuffix("\n") ? "" : "\n"
    if !lines.contains(where: { $0.hasPrefix("actions:") }) { text += "actions:\n" }
    for note in notes { text += "\(indent)# \(PlanScalar.cleaned(note))\n" }
    for (place, field) in fields.enumerated() {
      text += "\(indent)\(place == 0 ? "- " : "  ")\(field)\n"
    }
    return text
  }

  /// A word out of the practice with the first number that is free.
  private func id(besides lines: [Substring]) -> String {
    let word = practice.split(separator: ".").last.map(String.init) ?? practice
    let stem = word.replacing("_", with: "-")
    let taken = Set(
      lines.compactMap { line -> Substring? in
        guard let place = line.firstRange(of: "id:") else { return nil }
        return line[place.upperBound...].split { !$0.isLetter && !$0.isNumber && $0 != "-" }.first
      })
    var number = 1
    while taken.contains("\(stem)-\(number)") { number += 1 }
    return "\(stem)-\(number)"
  }

  /// The blanks before the entries of a register; two where it has none.
  private static func indent(of lines: [Substring]) -> String {
    let first = lines.first { $0.drop { $0 == " " }.hasPrefix("- ") }
    return first.map { String($0.prefix { $0 == " " }) } ?? "  "
  }
}

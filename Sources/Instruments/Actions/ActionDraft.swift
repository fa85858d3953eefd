import Diagnostics

/// An action as far as its entry could be read, each part with its place.
struct ActionDraft {
  var id: Located<String>?
  /// An id, or a code such as `C4.P4`.
  var practice: Located<String>?
  var tier: Located<Tier>?
  var firstStep: Located<String>?
  var owner: Located<String>?
  var begin: Located<CalendarDay>?
  var cost: Located<Action.Cost>?
  var measure: Located<Action.Measure>?
  var review: Located<CalendarDay>?
  var status: Located<Action.Status>?
  var round: Located<String>?
  var evidence: [Located<String>] = []
  var outcome: Located<String>?
  /// Where the entry stands.
  var span: Span

  /// The texts in which somebody could be named.
  var texts: [(subject: String, text: Located<String>)] {
    [("the first step", firstStep), ("the outcome", outcome)].compactMap { subject, text in
      text.map { (subject, $0) }
    }
  }

  /// The action that the draft describes.
  ///
  /// - Parameters:
  ///   - framework: The pack in which a code of a practice stands for its id.
  ///   - onlyRound: The round of a plan that has one alone.
  /// - Returns: `nil` when a part that every action has could not be read.
  func action(in framework: Framework?, onlyRound: String?) -> Action? {
    guard let id, let practice, let firstStep, let owner, let begin, let cost, let measure,
      let review
    else { return nil }
    let known = framework?.practice(named: practice.value)
    return Action(
      id: id.value, practice: known?.id ?? practice.value, tier: tier?.value ?? .all,
      firstStep: firstStep.value, owner: owner.value, begin: begin.value, cost: cost.value,
      measure: measure.value, review: review.value, status: status?.value ?? .planned,
      round: round?.value ?? onlyRound ?? "", evidence: evidence.map(\.value),
      outcome: outcome?.value)
  }
}

extension Framework {
  /// The practice with an id or a code; `nil` where the pack has none such.
  public func practice(named name: String) -> Practice? {
    components.lazy.flatMap(\.practices).first { $0.id == name || $0.code == name }
  }

  /// The component of a practice, by the practice's id; `nil` where the pack has none such.
  public func component(ofPractice id: String) -> Component? {
    components.first { $0.practices.contains { $0.id == id } }
  }
}

import Analysis
import Responses
import Sociometry

/// What is open on the list of pupils, and what would settle most of it.
struct OpenQuestions {
  let pupils: PupilList
  let style: TextStyle
  /// Whether an audit keeps decisions.
  let isOfAudit: Bool

  func lines() -> [String] { openNames() + nextSteps() }

  /// What would settle most of the list.
  private func nextSteps() -> [String] {
    let unseen = (0..<pupils.count).filter {
      pupils.standings.levels[$0] == .notSeen && !pupils.roll.optedOut[$0]
    }
    var steps: [String] = []
    if !unseen.isEmpty {
      let ids = unseen.prefix(6).map { pupils.roll.ids[$0] }
      let more =
        unseen.count > ids.count ? [Wording.counted(unseen.count - ids.count, "other")] : []
      steps.append(
        "ask \(Wording.listed(ids + more)), who \(unseen.count == 1 ? "was" : "were") not seen")
    }
    if !pupils.openNames.isEmpty {
      steps.append("decide the \(Wording.counted(pupils.openNames.count, "written name")) above")
    }
    guard !steps.isEmpty else { return [] }
    return [""] + Wording.wrapped("To settle most of these: \(steps.joined(separator: "; ")).")
  }

  /// The written names that a person must decide, all of them, and the others that are nobody's.
  private func openNames() -> [String] {
    var lines: [String] = []
    if !pupils.openNames.isEmpty {
      lines += ["", style.heading("Names that a person must decide (none is guessed)")]
      for name in pupils.openNames {
        let could = name.candidates.prefix(4).map { pupils.label($0) }
        let more = name.candidates.count > 4 ? " or \(name.candidates.count - 4) others" : ""
        lines += Wording.wrapped(
          "  \(quoted(name.text, name.times)) could be \(could.joined(separator: " or "))\(more)",
          indent: "      ")
      }
      lines += Wording.wrapped(
        isOfAudit
          ? "To decide them: mhars names lists each with its key and the reason, and keeps what you "
            + "decide."
          : "To decide one, write the pupil's id in its place in the file, or give a CSV of "
            + "decisions with --decisions, and run this again.")
    }
    if !pupils.unmatchedRecords.isEmpty {
      let rows = pupils.unmatchedRecords.prefix(20).map(String.init)
      lines +=
        [""]
        + Wording.wrapped(
          "From nobody on the roll for certain, and not counted: row \(Wording.listed(rows))"
            + (pupils.unmatchedRecords.count > 20 ? " and more." : "."))
    }
    if !pupils.strangers.isEmpty {
      let names = pupils.strangers.map { quoted($0.text, $0.times) }
      lines +=
        [""]
        + Wording.wrapped(
          "Like nobody's name on the roll, so taken for friends elsewhere or pupils who have left; "
            + "correct any that is not: \(names.joined(separator: ", ")).")
    }
    return lines
  }

  private func quoted(_ text: String, _ times: Int) -> String {
    "\"\(text.clippedName)\"" + (times > 1 ? " (\(times) times)" : "")
  }
}

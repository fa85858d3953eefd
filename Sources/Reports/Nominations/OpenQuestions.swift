import Analysis
import Instruments
import Responses
import Sociometry

/// What is open on the list of pupils, and what would settle most of it.
struct OpenQuestions {
  let pupils: PupilList
  let style: TextStyle
  /// Whether an audit keeps decisions.
  let isOfAudit: Bool

  func lines() -> [String] { openNames() + nextSteps() }

  /// For each group, the shortest list that settles as much as can be.
  private func nextSteps() -> [String] {
    let lists = pupils.chase.filter { $0.settled > 0 }
      .map { (label: pupils.groupLabels[$0.group], list: $0) }
      .sorted { NaturalOrder.precedes($0.label, $1.label) }
    let left = pupils.chase.reduce(0) { $0 + $1.open - $1.settled }
    guard !lists.isEmpty || left > 0 else { return [] }
    var lines = ["", style.heading("The least to do that settles most of this")]
    for (label, list) in steps(of: lists) {
      lines += Wording.wrapped("  \(label): \(list)", indent: "    ")
    }
    if left > 0 {
      lines += Wording.wrapped(
        "  \(Wording.counted(left, "other")) cannot be settled this way: rows that were set aside "
          + "or names over the limit speak of them, or too many opted out.", indent: "    ")
    }
    return lines
  }

  private func steps(of lists: [(label: String, list: ChaseList)]) -> [(String, String)] {
    lists.map { label, list in
      var steps: [String] = []
      if !list.ask.isEmpty {
        steps.append("ask " + named(list.ask.map { pupils.label(Int($0)) }))
      }
      if !list.questions.isEmpty {
        let texts = list.questions.map { "\"\(pupils.openNames[$0].text.clippedName)\"" }
        steps.append("decide " + named(texts))
      }
      return (label, steps.joined(separator: "; ") + ": settles \(list.settled) of \(list.open).")
    }
  }

  /// The first few of a list, and how many more there are.
  private func named(_ words: [String]) -> String {
    let more = words.count - 8
    return Wording.listed(
      Array(words.prefix(8)) + (more > 0 ? [Wording.counted(more, "other")] : []))
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

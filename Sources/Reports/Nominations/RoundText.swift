import Analysis
import Instruments
import Responses
import Sociometry

/// What changed since an earlier round, in words.
struct RoundText {
  let figures: NominationFigures
  let pupils: PupilList?
  let style: TextStyle

  func lines() -> [String] {
    guard let earlier = figures.earlier else { return [] }
    let school = figures.groups.first { $0.scope == .school }
    var lines = ["", style.heading("Since \(earlier.title)")]
    guard let change = school?.change else {
      return lines + ["  Held back."] + (pupils?.moved.map(named) ?? [])
    }
    if change.looksMixedUp {
      lines += Wording.wrapped(
        "  Only \(Wording.percent(change.stability)) of the names between pupils of both rounds are "
          + "the same, fewer than in any school studied. The ids of the two files may not mean the "
          + "same pupils: check them before reading on.", indent: "  ")
    }
    lines += Wording.wrapped("  " + sentence(of: change, earlier), indent: "  ")
    if let moved = pupils?.moved { lines += named(moved) }
    return lines
  }

  private func sentence(of change: RoundChange, _ earlier: EarlierFigures) -> String {
    var text =
      "Of \(Wording.counted(change.compared, "pupil")) whose place is known in both rounds, "
      + "\(change.stayed) \(change.stayed == 1 ? "is" : "are") named by nobody in both"
    if let expected = change.expectedToStay {
      text += " (\(Wording.figure(expected, decimals: 1)) would be by chance alone)"
    }
    text +=
      ", \(change.left) \(change.left == 1 ? "was and is" : "were and are") not any more, "
      + "\(change.became) \(change.became == 1 ? "is" : "are") and "
      + "\(change.became == 1 ? "was" : "were") not before. About half are new in each round in "
      + "real schools."
    if change.arrived > 0 || earlier.departed > 0 {
      text +=
        " \(Wording.counted(change.arrived, "pupil")) joined and "
        + "\(earlier.departed) left since, and are not compared."
    }
    if let stability = change.stability, !change.looksMixedUp {
      text += " \(Wording.percent(stability)) of the names between them stayed the same."
    }
    return text
  }

  /// Those who are named now and were not, for the lead.
  private func named(_ moved: MovedPupils) -> [String] {
    guard let pupils else { return [] }
    let left = moved.left.filter { !pupils.roll.optedOut[$0] && !pupils.isHidden($0) }
    guard !left.isEmpty else { return [] }
    return Wording.wrapped(
      "  Named by nobody in \(moved.title), and named now: "
        + "\(Wording.listed(left.map(pupils.label))).", indent: "    ")
  }
}

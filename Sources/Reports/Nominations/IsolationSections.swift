import Analysis
import Diagnostics
import Instruments
import Responses
import Sociometry

/// The pupils to look at, by group and then by level, the surest evidence first.
struct IsolationSections {
  private let pupils: PupilList
  private let scope: NominationRule.Scope
  private let style: TextStyle
  /// Those who were named in the earlier round.
  private let newcomers: Set<Int>

  init(pupils: PupilList, scope: NominationRule.Scope, style: TextStyle) {
    self.pupils = pupils
    self.scope = scope
    self.style = style
    newcomers = Set(pupils.moved?.became ?? [])
  }

  /// What a pupil is listed under, in the order in which a lead reads them.
  private enum Section: Int, CaseIterable {
    case namesNobodyUnchosen, notSeen, unchosen, undecided, elsewhere, namesNobody, fromUnchosen

    var title: String {
      switch self {
      case .namesNobodyUnchosen: Level.namesNobodyUnchosen.title
      case .unchosen: Level.unchosen.title
      case .notSeen: "Not seen (did not answer, and nobody named them): check first"
      case .undecided: "Cannot say yet (a written name, or a row set aside, could change it)"
      case .elsewhere: "Named only by pupils of other groups"
      case .namesNobody: "Named by others, name nobody themselves"
      case .fromUnchosen: "Named only by pupils whom nobody names"
      }
    }
  }

  func lines() -> [String] {
    let order = pupils.groupLabels.indices.sorted {
      NaturalOrder.precedes(pupils.groupLabels[$0], pupils.groupLabels[$1])
    }
    var listed: [Int: [Section: [Int]]] = [:]
    var unplaced: [Int] = []
    var hidden: [Int] = []
    for pupil in 0..<pupils.count where !pupils.roll.optedOut[pupil] {
      guard pupils.groupOfPupil[pupil] >= 0, pupils.evidence.eligible(pupil) > 0 else {
        unplaced.append(pupil)
        continue
      }
      if pupils.isHidden(pupil) {
        hidden.append(pupil)
      } else if let section = section(of: pupil) {
        listed[Int(pupils.groupOfPupil[pupil]), default: [:]][section, default: []].append(pupil)
      }
    }
    var lines: [String] = []
    for group in order {
      guard let sections = listed[group] else { continue }
      lines += ["", style.heading(pupils.groupLabels[group])]
      lines += Wording.wrapped("  " + coverage(of: group, sections), indent: "  ")
      for section in Section.allCases {
        guard let members = sections[section] else { continue }
        lines.append("  " + section.title)
        lines += sorted(members).flatMap(line)
      }
    }
    if lines.isEmpty, unplaced.isEmpty, hidden.isEmpty {
      lines = ["", "Nobody: every pupil is named by somebody, and names somebody."]
    }
    return lines + tooFew(hidden) + notPlaced(unplaced) + optedOut()
  }

  /// How many of a group answered, and how likely a name is to be missed because of the others.
  private func coverage(of group: Int, _ sections: [Section: [Int]]) -> String {
    let size = pupils.groupSizes[group]
    let answered = pupils.evidence.answered(inGroup: group)
    guard answered < size else { return "All \(size) answered." }
    let present = sections.values.joined().first { pupils.answered[$0] }
    let said = "\(answered) of \(size) answered."
    guard let present, let one = pupils.evidence.unseen(present, ifNamedBy: 1),
      let two = pupils.evidence.unseen(present, ifNamedBy: 2)
    else { return said }
    let others = size - answered
    return said
      + " \(others == 1 ? "If the other one" : "If one of the other \(others)") names a pupil below, "
      + "that changes. A name from one of the \(scope.peers) goes unseen in "
      + "\(Self.chance(one)) of cases, names from two in \(Self.chance(two))."
  }

  private static func chance(_ share: Double) -> String {
    share > 0 && share < 0.005 ? "less than 1 %" : Wording.percent(share)
  }

  /// The pupils of groups in which a count would say who named whom.
  private func tooFew(_ hidden: [Int]) -> [String] {
    guard !hidden.isEmpty else { return [] }
    let groups = Set(hidden.map { Int(pupils.groupOfPupil[$0]) }).map { pupils.groupLabels[$0] }
      .sorted(by: NaturalOrder.precedes)
    return ["", style.heading("Too few answered")]
      + Wording.wrapped(
        "  \(Wording.listed(groups)): fewer than \(PupilList.fewestAnswers) answered, so that "
          + "anything said of a pupil would tell who named whom."
          + (hidden.contains { !pupils.answered[$0] } ? " Ask more of them." : ""), indent: "  ")
  }

  /// The pupils about whom nothing can be said, since nobody could have named them.
  private func notPlaced(_ unplaced: [Int]) -> [String] {
    guard !unplaced.isEmpty else { return [] }
    let shown = unplaced.prefix(20).map { pupils.label($0) }
    let more = unplaced.count > 20 ? [Wording.counted(unplaced.count - 20, "other")] : []
    return ["", style.heading("Could not be placed")]
      + Wording.wrapped(
        "  No \(scope.rawValue) on the roll, or nobody else in it, so nothing can be said: "
          + "\(Wording.listed(shown + more)). Complete the roll.", indent: "  ")
  }

  private func section(of pupil: Int) -> Section? {
    guard let level = pupils.standings.levels[pupil] else { return nil }
    if level.isUnchosen, pupils.pending[pupil] > 0 { return .undecided }
    if level.isUnchosen, pupils.receivedAnywhere[pupil] > 0 { return .elsewhere }
    switch level {
    case .namesNobodyUnchosen: return .namesNobodyUnchosen
    case .unchosen: return .unchosen
    case .notSeen: return .notSeen
    case .namesNobody: return .namesNobody
    case .nothingMutual:
      // Only where it tells nobody who named whom. Closed pairs are never listed: two names side by
      // side would say that they named each other.
      return pupils.shown(pupil, under: .lead).flags.contains(.onlyFromUnchosen)
        ? .fromUnchosen : nil
    case .closedPair, .namedUnanswered, .connected: return nil
    }
  }

  /// By evidence, never by a score: the zero that is likeliest to stay first, then by id.
  private func sorted(_ members: [Int]) -> [Int] {
    members.sorted { a, b in
      let (x, y) = (pupils.evidence.trueZero(a) ?? -1, pupils.evidence.trueZero(b) ?? -1)
      return x == y ? a < b : x > y
    }
  }

  private func line(_ pupil: Int) -> [String] {
    let name = pupils.label(pupil)
    let padding = String(repeating: " ", count: max(2, 32 - name.count))
    let remark = remarks(pupil).joined(separator: "; ")
    let margin = String(repeating: " ", count: 38)
    let lines =
      name.count > 32
      ? ["    " + name] + Wording.wrapped(margin + remark, indent: margin)
      : Wording.wrapped("    " + name + padding + "  " + remark, indent: margin)
    return lines + [Self.decision]
  }

  /// The place for what the lead decides.
  private static let decision =
    "      [ ] known, supported  [ ] look into it  [ ] no concern   date ___________"

  private func remarks(_ pupil: Int) -> [String] {
    var remarks: [String] = []
    if let grade = pupils.evidence.grade(pupil) {
      if pupils.pending[pupil] > 0 {
        let names = pupils.pendingNames[pupil]
        remarks.append(
          names > 0
            ? "\(Wording.counted(names, "written name")) could be theirs"
            : "something set aside could change it")
      } else {
        let answering = pupils.evidence.answering(pupil)
        let eligible = pupils.evidence.eligible(pupil)
        let who = "(\(answering) of \(eligible) \(scope.peers))"
        let isUnseen = pupils.standings.levels[pupil] == .notSeen
        remarks.append(
          pupils.standings.flags[pupil].contains(.certain)
            ? "certain: all \(eligible) \(scope.peers) answered"
            : isUnseen ? "no evidence either way \(who)" : "\(grade.phrase) \(who)")
      }
    }
    let flags = pupils.standings.flags[pupil]
    if let moved = pupils.moved {
      if flags.contains(.persistent) {
        remarks.append("also in \(moved.title)")
      } else if newcomers.contains(pupil) {
        remarks.append("not in \(moved.title)")
      }
    }
    let elsewhere = Int(pupils.receivedAnywhere[pupil] - pupils.standings.received[pupil])
    if elsewhere > 0, pupils.standings.received[pupil] == 0 {
      remarks.append("named by \(elsewhere) outside the \(scope.rawValue)")
    } else if flags.contains(.noTieInClass), pupils.saysTiesInClass(pupil) {
      remarks.append("has ties in other classes only")
    }
    // Of two who could have, one is nearly all of them.
    if pupils.standings.levels[pupil] == .namesNobody, flags.contains(.dependsOnOne),
      pupils.evidence.answering(pupil) > 2
    {
      remarks.append("named by one pupil")
    }
    return remarks
  }

  private func optedOut() -> [String] {
    let count = pupils.roll.optedOut.count { $0 }
    guard count > 0 else { return [] }
    return [
      "",
      "\(Wording.counted(count, "pupil")) opted out and \(count == 1 ? "is" : "are") not listed.",
    ]
  }
}

extension EvidenceGrade {
  /// How far the evidence goes, in words.
  var phrase: String {
    switch self {
    case .strong: "strong evidence"
    case .moderate: "moderate evidence"
    case .weak: "weak evidence"
    case .notEnoughAnswered: "too few answered to say"
    }
  }
}

extension String {
  /// A name or written text for a line: at most 28 characters, with control characters replaced.
  var clippedName: String {
    let text = count > 28 ? prefix(27) + "…" : self[...]
    return DiagnosticRenderer.printable(String(text))
  }
}

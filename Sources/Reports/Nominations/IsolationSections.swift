import Analysis
import Diagnostics
import Instruments
import Responses
import Sociometry

/// The pupils to look at, by group and then by level, the surest evidence first.
struct IsolationSections {
  let pupils: PupilList
  let scope: NominationRule.Scope
  let style: TextStyle

  /// What a pupil is listed under, in the order in which a lead reads them.
  private enum Section: Int, CaseIterable {
    case namesNobodyUnchosen, unchosen, notSeen, undecided, elsewhere, namesNobody, fromUnchosen

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
    for pupil in 0..<pupils.count where !pupils.roll.optedOut[pupil] {
      guard pupils.groupOfPupil[pupil] >= 0, pupils.evidence.eligible(pupil) > 0 else {
        unplaced.append(pupil)
        continue
      }
      guard let section = section(of: pupil) else { continue }
      listed[Int(pupils.groupOfPupil[pupil]), default: [:]][section, default: []].append(pupil)
    }
    var lines: [String] = []
    for group in order {
      guard let sections = listed[group] else { continue }
      lines += ["", style.heading(pupils.groupLabels[group])]
      for section in Section.allCases {
        guard let members = sections[section], isSafe(section, sections) else { continue }
        lines.append("  " + section.title)
        lines += sorted(members).flatMap(line)
      }
    }
    if lines.isEmpty, unplaced.isEmpty {
      lines = ["", "Nobody: every pupil is named by somebody, and names somebody."]
    }
    return lines + notPlaced(unplaced) + optedOut()
  }

  /// Whether a section tells nobody who named whom.
  ///
  /// Those named only by unchosen pupils are listed only beside at least three unchosen pupils who
  /// gave names, and while no name of the group is open. Closed pairs are never listed by name,
  /// since two names side by side would say that they named each other.
  private func isSafe(_ section: Section, _ sections: [Section: [Int]]) -> Bool {
    guard section == .fromUnchosen else { return true }
    return (sections[.unchosen] ?? []).count >= 3 && (sections[.undecided] ?? []).isEmpty
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
      return pupils.standings.flags[pupil].contains(.onlyFromUnchosen) ? .fromUnchosen : nil
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
    if name.count > 32 {
      return ["    " + name] + Wording.wrapped(String(repeating: " ", count: 38) + remark)
    }
    return Wording.wrapped(
      "    " + name + padding + "  " + remark, indent: String(repeating: " ", count: 38))
  }

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
        remarks.append(isUnseen ? "no evidence either way \(who)" : "\(grade.phrase) \(who)")
      }
    }
    let flags = pupils.standings.flags[pupil]
    let elsewhere = Int(pupils.receivedAnywhere[pupil] - pupils.standings.received[pupil])
    if elsewhere > 0, pupils.standings.received[pupil] == 0 {
      remarks.append("named by \(elsewhere) outside the \(scope.rawValue)")
    } else if flags.contains(.noTieInClass) {
      remarks.append("has ties in other classes only")
    }
    if pupils.standings.levels[pupil] == .namesNobody, flags.contains(.dependsOnOne) {
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

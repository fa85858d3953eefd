public import Analysis
import Instruments
import Responses
import Sociometry

/// Who may be isolated, in words for a safeguarding lead.
public struct NominationText {
  private let figures: NominationFigures
  private let policy: ReleasePolicy
  private let pupils: PupilList
  private let style: TextStyle

  /// Prepares the report.
  ///
  /// - Parameters:
  ///   - release: The figures of the groups, as far as they may be shown.
  ///   - pupils: The list from the same analysis, for the safeguarding lead alone.
  ///   - style: How words stand out.
  public init(_ release: Release<NominationFigures>, pupils: PupilList, style: TextStyle) {
    figures = release.figures
    policy = release.policy
    self.pupils = pupils
    self.style = style
  }

  /// The report, 80 columns wide: the groups, the pupils to look at, what would settle most.
  public func text() -> String {
    var lines = heading()
    lines += [""] + groupTable()
    lines += chanceNote() + evidenceNote()
    lines += IsolationSections(pupils: pupils, scope: figures.reference, style: style).lines()
    lines += openNames() + nextSteps()
    lines +=
      [""]
      + Wording.wrapped(
        "A name here is a reason to look, not a finding. It says what this question was answered "
          + "with, not that the pupil has no friend, and nothing about being disliked.")
    return lines.joined(separator: "\n") + "\n"
  }

  private func heading() -> [String] {
    var sentence = "\(figures.instrument.title.preferred). "
    sentence += "\(Wording.counted(figures.pupils, "pupil")) on roll"
    if figures.leavers > 0 {
      sentence +=
        ", \(figures.leavers) who \(figures.leavers == 1 ? "has" : "have") left not counted"
    }
    sentence += ". \(figures.ledger.sentence)"
    return style.headline("Who may be isolated", policy.remark) + Wording.wrapped(sentence)
  }

  private func groupTable() -> [String] {
    var table = TextTable([
      (figures.reference.title, .left), ("On roll", .right), ("Answered", .right),
      ("Named by nobody", .right), ("By chance", .right), ("Names nobody", .right),
    ])
    var shown = figures.groups.filter { $0.scope == figures.reference }
      .sorted { NaturalOrder.precedes($0.label, $1.label) }
    if figures.reference != .school { shown += figures.groups.filter { $0.scope == .school } }
    for group in shown {
      table.add([
        group.label, "\(group.pupils)",
        "\(group.answered)  \(pad(Wording.percent(group.coverage), 5))",
        group.bounds.low == group.bounds.high
          ? "\(group.unchosen)" : "\(group.bounds.low) to \(group.bounds.high)",
        Wording.figure(group.chance.mean, decimals: 1) + " ±"
          + Wording.figure(group.chance.standardDeviation, decimals: 1),
        "\(group.namesNobody)",
      ])
    }
    return table.lines(style: style)
  }

  private func pad(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func chanceNote() -> [String] {
    var notes = [
      "\"By chance\" is how many nobody would name if names fell blindly among those who could be "
        + "named. In real schools more stand unnamed than that, about one in ten to one in five "
        + "when pupils give three names; the wording of the question moves the number most."
    ]
    if figures.groups.contains(where: { $0.bounds.low != $0.bounds.high }) {
      notes.append(
        "\"3 to 5\" says that written names which nobody could match may belong to some of them.")
    }
    let unusual = figures.groups.filter {
      $0.scope == figures.reference && $0.chanceOfAtLeast < 0.05 && $0.unchosen > 0
    }
    if !unusual.isEmpty, figures.reference != .school {
      notes.append(
        "More than chance explains: \(Wording.listed(unusual.map(\.label))).")
    }
    return notes.flatMap { Wording.wrapped($0) }
  }

  private func evidenceNote() -> [String] {
    Wording.wrapped(
      "Evidence is how likely a pupil would still be named by nobody had everybody answered: strong "
        + "from 85 %, moderate from 65 %. Behind it stands how many \(figures.reference.peers) "
        + "answered, of those who could have named the pupil.")
  }

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
        "To decide one, write the pupil's id in its place in the file, and run this again.")
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

extension NominationRule.Scope {
  /// The heading over groups of this scope.
  var title: String {
    switch self {
    case .class: "Class"
    case .year: "Year"
    case .school: "School"
    }
  }

  /// Those among whom a pupil could have been named.
  var peers: String {
    switch self {
    case .class: "class-mates"
    case .year: "pupils of the year"
    case .school: "pupils of the school"
    }
  }
}

extension PupilList {
  /// A pupil for the safeguarding lead: the id and the name.
  func label(_ pupil: Int) -> String {
    let id = roll.ids[pupil].clippedName
    let name = roll.displayName(pupil).clippedName
    return id == name ? id : "\(id) \(name)"
  }
}

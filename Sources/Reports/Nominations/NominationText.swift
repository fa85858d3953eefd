public import Analysis
import Instruments
import Responses
import Sociometry

/// Who may be isolated, in words for a safeguarding lead.
public struct NominationText {
  private let figures: NominationFigures
  private let policy: ReleasePolicy
  private let pupils: PupilList?
  private let style: TextStyle
  private let place: ReportHeading
  private let showsTies: Bool

  /// Prepares the report.
  ///
  /// - Parameters:
  ///   - release: The figures of the groups, as far as they may be shown.
  ///   - pupils: The list from the same analysis, for the safeguarding lead alone; without it the
  ///     report names nobody and repeats no written name.
  ///   - style: How words stand out.
  ///   - heading: Which school and round they are of, for the title.
  ///   - showsTies: Whether the indices of how pupils name each other are printed too.
  public init(
    _ release: Release<NominationFigures>, pupils: PupilList?, style: TextStyle,
    heading: ReportHeading = ReportHeading(), showsTies: Bool = false
  ) {
    figures = release.figures
    policy = release.policy
    self.pupils = pupils
    self.style = style
    place = heading
    self.showsTies = showsTies
  }

  /// The report, 80 columns wide: the groups, the pupils to look at, what would settle most.
  ///
  /// Without the list it is the groups, and how much waits for a person.
  public func text() -> String {
    var lines = heading()
    lines += [""] + groupTable()
    lines += heldNote() + scopeNote() + shareNote() + chanceNote()
    lines += RoundText(figures: figures, pupils: pupils, style: style).lines()
    if showsTies { lines += TieText(figures: figures, style: style).lines() }
    if let pupils {
      lines += [""] + evidenceNote()
      lines += IsolationSections(pupils: pupils, scope: figures.reference, style: style).lines()
      lines += OpenQuestions(
        pupils: pupils, style: style, isOfAudit: policy != .holder
      ).lines()
    } else {
      lines += waiting()
    }
    lines += [""] + Wording.wrapped(caution)
    return lines.joined(separator: "\n") + "\n"
  }

  private var caution: String {
    pupils == nil
      ? "To be named by nobody says what this question was answered with, not that a pupil has no "
        + "friend, and nothing about being disliked."
      : "A name here is a reason to look, not a finding. It says what this question was answered "
        + "with, not that the pupil has no friend, and nothing about being disliked."
  }

  private func heading() -> [String] {
    let audience = figures.instrument.audience
    let remark =
      pupils == nil ? policy.remark(without: audience) : policy.remark(naming: audience)
    var sentence = "\(figures.instrument.title.preferred). "
    sentence += "\(Wording.counted(figures.pupils, "pupil")) on roll"
    if figures.leavers > 0 {
      sentence +=
        ", \(figures.leavers) who \(figures.leavers == 1 ? "has" : "have") left not counted"
    }
    sentence += "." + (figures.ledger.map { " " + $0.sentence } ?? "")
    return style.headline(place.title("Who may be isolated"), remark) + Wording.wrapped(sentence)
  }

  /// What waits for a person, counted and not told, and how the pupils themselves are seen.
  private func waiting() -> [String] {
    var waiting: [String] = []
    if figures.openNames > 0 { waiting.append(Wording.counted(figures.openNames, "written name")) }
    if figures.unmatchedRows > 0 { waiting.append(Wording.counted(figures.unmatchedRows, "row")) }
    let isOne = figures.openNames + figures.unmatchedRows == 1
    let open =
      waiting.isEmpty
      ? []
      : [
        "\(Wording.listed(waiting)) \(isOne ? "waits" : "wait") for a person to decide"
          + (policy == .holder ? "." : ": mhars names lists them.")
      ]
    return [""]
      + (open + [
        policy == .holder
          ? "The pupils are left out; without --aggregate they are listed, for the safeguarding "
            + "lead alone. Small groups are not held back here; an audit does that."
          : "--named prints the safeguarding lead's list, and records that it was seen."
      ]).flatMap { Wording.wrapped($0) }
  }

  /// What "held back" means, where any group is.
  private func heldNote() -> [String] {
    guard shown.contains(where: { $0.figures == nil }) else { return [] }
    guard let minimum = policy.minimums?[figures.instrument.audience] else {
      return Wording.wrapped(
        "\"held back\": fewer than \(PupilList.fewestAnswers) answered, so that a figure would say "
          + "who named whom; or such a group is part of it.")
    }
    return Wording.wrapped(
      "\"held back\": fewer than \(minimum) pupils on roll or who answered, or a group that would "
        + "give away such a one by subtraction.")
  }

  /// That pupils are counted among more than they were asked about.
  private func scopeNote() -> [String] {
    guard let asked = figures.instrument.nomination?.rule.scope,
      figures.reference.isWider(than: asked)
    else { return [] }
    return Wording.wrapped(
      "Take care: pupils were asked about their \(asked.rawValue), and are counted within the "
        + "\(figures.reference.rawValue). Who could have named a pupil, and so how far a zero can be "
        + "trusted and what chance gives, is then not what it says here.")
  }

  /// The school in shares.
  private func shareNote() -> [String] {
    guard let school = figures.groups.first(where: { $0.scope == .school }), school.pupils > 0
    else { return [] }
    func share(_ count: Int) -> String {
      "\(count) (\(Wording.percent(Double(count) / Double(school.pupils))))"
    }
    var text =
      "Of \(Wording.counted(school.pupils, "pupil")), \(share(school.pupils - school.unchosen)) are "
      + "named by somebody for certain, \(share(school.withMutual)) by somebody whom they name too."
    if school.certain > 0 {
      text +=
        " For \(school.certain) it is certain that nobody names them: everybody who could have named "
        + "them answered."
    }
    return Wording.wrapped(text)
  }

  /// The groups of the table: those within which names count, and the school.
  private var shown: [NominationPlace] {
    let own = figures.places.filter { $0.scope == figures.reference }
      .sorted { NaturalOrder.precedes($0.label, $1.label) }
    return figures.reference == .school
      ? own : own + figures.places.filter { $0.scope == .school }
  }

  private func groupTable() -> [String] {
    var table = TextTable([
      (figures.reference.title, .left), ("On roll", .right), ("Answered", .right),
      ("Named by nobody", .right), ("By chance", .right), ("Names nobody", .right),
    ])
    for place in shown {
      guard let group = place.figures else {
        table.add([place.label, "held back"])
        continue
      }
      table.add([
        group.label, "\(group.pupils)",
        "\(group.answered)  \(pad(Wording.percent(group.coverage), 5))",
        group.openRange ?? "\(group.unchosen)",
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
        + "named. Every real school has more than that, so \"more than chance\" alone is no finding. "
        + realSchools
    ]
    if let range = shown.lazy.compactMap({ $0.figures?.openRange }).first {
      notes.append(
        "\"\(range)\" says that written names which nobody could match may belong to some of them.")
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

  /// What is known of real schools, and what is not.
  private var realSchools: String {
    let wording =
      "How the question is worded moves the number more than chance does: asked whom they trust or "
      + "tell secrets, pupils leave more of each other out than asked who their friends are. Compare "
      + "only rounds of the same question."
    guard let range = RealSchools.unchosen(namesAsked: figures.limit) else {
      return "No range from real schools is known for \(Wording.counted(figures.limit, "name")). "
        + wording
    }
    return "In schools that were studied \(Wording.figure(range.lowerBound * 100)) to "
      + "\(Wording.percent(range.upperBound)) of pupils were in nobody's list of three friends. "
      + wording
  }

  private func evidenceNote() -> [String] {
    Wording.wrapped(
      "Evidence is how likely a pupil would still be named by nobody had everybody answered: strong "
        + "from 85 %, moderate from 65 %. Behind it stands how many \(figures.reference.peers) "
        + "answered, of those who could have named the pupil.")
  }
}

extension NominationRule.Scope {
  /// Whether groups of this scope hold those of another.
  func isWider(than other: NominationRule.Scope) -> Bool {
    let order: [NominationRule.Scope] = [.class, .year, .school]
    return (order.firstIndex(of: self) ?? 0) > (order.firstIndex(of: other) ?? 0)
  }

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

extension NominationGroup {
  /// How many nobody named, in words, where written names that nobody could match may belong to some
  /// of them; `nil` where none may.
  fileprivate var openRange: String? {
    bounds.lowByNames < bounds.high ? "\(bounds.lowByNames) to \(bounds.high)" : nil
  }
}

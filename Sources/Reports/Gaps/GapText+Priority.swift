import Analysis
import Instruments

extension GapText {
  /// The components by what to take up first; nothing where none has enough evidence.
  func priority() -> [String] {
    guard !priorities.ranked.isEmpty else { return [] }
    var columns: [(String, TextTable.Alignment)] = [
      ("Where to start", .left), ("Priority", .right), ("Rank", .right), ("Below", .right),
      ("Groups", .right),
    ]
    if priorities.weighsImportance { columns.append(("Chosen", .right)) }
    var rows = TextTable(columns)
    for entry in priorities.ranked {
      rows.add(
        [
          "\(entry.component.code) \(entry.component.title)",
          Wording.figure(entry.value, decimals: 2), Self.rank(entry),
          Wording.percent(entry.belowTarget), "\(entry.groupsBelow) of \(entry.groups)",
        ] + (priorities.weighsImportance ? [Wording.percent(entry.importance)] : []))
    }
    return [""] + rows.lines(style: style)
      + Wording.wrapped(
        "Priority is the chance that the index is below its target (Below), times the share of groups "
          + "that are (Groups)\(importance()) \(ranks())What must be looked at "
          + "comes before any of it. Components are ranked, never people.")
      + asked()
  }

  /// "2nd (1st–4th)", or the place alone where no draw moves it.
  private static func rank(_ entry: ComponentPriority) -> String {
    let (low, high) = (entry.ranks.lowerBound, entry.ranks.upperBound)
    let place = Wording.ordinal(entry.rank)
    if low == high, low == entry.rank { return place }
    return place + " (\(Wording.ordinal(low))–\(Wording.ordinal(high)))"
  }

  private func importance() -> String {
    if priorities.weighsImportance {
      return
        ", times a half to one by how many have it among the three that matter most to them (Chosen)."
    }
    let why =
      table.importance == nil
      ? "nobody was asked which components matter most"
      : "too few chose, or not all of these were offered to them"
    return "; importance is left out: \(why)."
  }

  private func ranks() -> String {
    guard priorities.ranked.count > 1 else { return "" }
    let isMoved = priorities.ranked.contains { $0.ranks.lowerBound < $0.ranks.upperBound }
    return (isMoved ? "A place moves between those in brackets" : "The places hold")
      + " in 95 of 100 of \(ComponentPriorities.draws) draws of the groups (seed \(ComponentPriorities.seed)). "
  }

  /// Who chose, and who is left out.
  private func asked() -> [String] {
    guard let importance = table.importance else { return [] }
    let words = importance.groups.map { group -> String in
      guard group.isCounted, let n = group.n else {
        return "\(group.audience.rawValue) too few\(table.marks(of: group.instruments))"
      }
      let many = group.choseTooMany ?? 0
      let left = many > 0 ? " (\(many) chose more than three and do not count)" : ""
      return "\(n) \(group.audience.rawValue)\(left)\(table.marks(of: group.instruments))"
    }
    let ends =
      importance.groups.contains { !$0.isCounted }
      ? " Shares are of the other groups alone." : ""
    return Wording.wrapped("Who chose: \(Wording.listed(words)).\(ends)")
  }

  /// The components without a priority, those that nobody looked at first.
  func lookNext() -> String {
    let next = priorities.lookNext
    let unseen = next.filter { $0.state == .notLookedAt }.map(\.component.title)
    let others = next.filter { $0.state != .notLookedAt }.map {
      "\($0.component.title) (\($0.state == .measured ? "no range" : $0.state.reason))"
    }
    let parts = [
      unseen.isEmpty ? nil : Wording.listed(unseen),
      others.isEmpty ? nil : "more evidence on " + Wording.listed(others),
    ].compactMap(\.self)
    return parts.isEmpty ? "" : " Look next: \(parts.joined(separator: "; "))."
  }
}

extension Wording {
  /// A place in words: 1st, 2nd, 3rd, 11th.
  static func ordinal(_ place: Int) -> String {
    let ends = [1: "st", 2: "nd", 3: "rd"]
    let isTeen = (11...13).contains(place % 100)
    return "\(place)" + (isTeen ? "th" : ends[place % 10] ?? "th")
  }
}

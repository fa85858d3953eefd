extension AuditPlan {
  /// The index aimed for where a plan names none.
  public static let defaultTarget = 70.0

  /// The audiences of people who answer, whose groups have sizes and minimums.
  public static let audiences: [Instrument.Audience] = [.pupils, .staff, .parents, .leaders]

  /// The smallest group whose figures a plan may show: 10 pupils, 5 of other people.
  ///
  /// What observers saw and records count are pupils too.
  public static func leastMinimum(for audience: Instrument.Audience) -> Int {
    switch audience {
    case .staff, .parents, .leaders: 5
    case .pupils, .observers, .records: 10
    }
  }

  /// The smallest group of an audience whose figures are shown, in people.
  ///
  /// - Returns: What the plan says, never under `leastMinimum(for:)`; for observers and records,
  ///   of which a plan says nothing, the minimum of the pupils.
  public func minimum(for audience: Instrument.Audience) -> Int {
    let counted = Self.audiences.contains(audience) ? audience : .pupils
    return max(minimums[counted] ?? 0, Self.leastMinimum(for: counted))
  }

  /// The index aimed for in a component, 0 to 100.
  public func target(for component: String) -> Double { targets[component] ?? target }

  /// Whether a component was chosen and applies to the school.
  public func looksAt(_ component: String) -> Bool {
    notApplicable[component] == nil && (components.isEmpty || components.contains(component))
  }

  /// The round of an id; `nil` where the plan has none such.
  public func round(_ id: String) -> Round? { rounds.first { $0.id == id } }

  /// The round to which a day belongs: the latest that is open by then.
  ///
  /// A round that does not say when it opens is open, and follows the one above it in the file. A
  /// round stays the current one after its end, until the next opens.
  ///
  /// - Returns: The only round where there is one, open or not; `nil` where none is open yet.
  public func currentRound(on today: CalendarDay) -> Round? {
    if rounds.count == 1 { return rounds.first }
    var latest: (round: Round, from: CalendarDay?)?
    var above: CalendarDay?
    for round in rounds {
      let from = round.from ?? above
      above = from
      if let opening = round.from, opening > today { continue }
      let isLater = latest.map { known in
        guard let knownFrom = known.from else { return true }
        return from.map { $0 >= knownFrom } ?? false
      }
      if isLater ?? true { latest = (round, from) }
    }
    return latest?.round
  }
}

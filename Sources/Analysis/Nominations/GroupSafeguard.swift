import Sociometry

/// The counts of one reference group that decide what a list of its pupils may say, so that it never
/// says who named whom.
struct GroupSafeguard: Sendable {
  /// The fewest pupils of a kind among whom one who names another cannot be told.
  static let fewest = 3
  /// The fewest pupils who are tied to one another for that to be shown: those of two pairs.
  static let fewestTied = 4

  private var answered = 0
  private var closedPairs = 0
  private var outsideMain = 0
  private var unchosenNamers = 0
  private var openZeros = 0

  /// Whether too few answered for any count to be shown: of two, a name that one received is one that
  /// the other gave.
  var hidesAll: Bool { answered < Self.fewest }

  /// Whether levels E and F are told apart.
  var showsClosedPairs: Bool { closedPairs == 0 || closedPairs >= Self.fewestTied }

  /// Whether those outside the largest set are shown, who are tied to one another.
  var showsOutsideMain: Bool { outsideMain >= Self.fewestTied }

  /// Whether those are shown whom only unchosen pupils name: not while few could have, or while one
  /// who looks unchosen may not be.
  var showsOnlyFromUnchosen: Bool { unchosenNamers >= Self.fewest && openZeros == 0 }

  /// The safeguards of all reference groups of a round.
  static func all(of reading: RoundReading) -> [GroupSafeguard] {
    var groups = [GroupSafeguard](
      repeating: GroupSafeguard(), count: reading.reference.labels.count)
    for (pupil, group) in reading.reference.partition.groups.enumerated() where group >= 0 {
      let group = Int(group)
      if reading.round.answered[pupil] { groups[group].answered += 1 }
      let flags = reading.standings.flags[pupil]
      if flags.contains(.outsideMainComponent) { groups[group].outsideMain += 1 }
      guard let level = reading.standings.levels[pupil] else { continue }
      if level == .closedPair { groups[group].closedPairs += 1 }
      if level == .unchosen { groups[group].unchosenNamers += 1 }
      if level.isUnchosen, flags.contains(.pending) { groups[group].openZeros += 1 }
    }
    return groups
  }
}

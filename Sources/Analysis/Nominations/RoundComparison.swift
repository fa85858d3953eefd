import Instruments
import Responses
import Sociometry

/// An earlier round as it is seen from a later roll.
struct RoundBefore {
  let title: String
  let reading: RoundReading
  /// The place of each pupil of the later roll on the earlier one; -1 for who was not on it.
  let places: [Int32]
  /// Whether each pupil of the later roll was at level A or B, where that may be said.
  let wasUnchosen: [Bool]
  /// Whether so few of the group of each pupil of the earlier roll answered that nothing may be said
  /// of where the pupil stood.
  let isHidden: [Bool]

  /// Reads an earlier round; `nil` where its roll has no column for the scope.
  init?(_ earlier: EarlierRound, scope: NominationRule.Scope, roll: Roll) {
    guard let reading = RoundReading(earlier.nominations, scope: scope) else { return nil }
    title = earlier.title
    self.reading = reading
    let places = roll.places(on: earlier.nominations.roll)
    let safeguards = GroupSafeguard.all(of: reading)
    let isHidden = reading.reference.partition.groups.map {
      $0 >= 0 && safeguards[Int($0)].hidesAll
    }
    self.places = places
    self.isHidden = isHidden
    wasUnchosen = places.map { place in
      guard place >= 0, !isHidden[Int(place)], let level = reading.standings.levels[Int(place)]
      else { return false }
      return level == .unchosen || level == .namesNobodyUnchosen
    }
  }
}

/// Two rounds side by side.
struct RoundComparison {
  private let before: RoundBefore
  private let now: RoundReading
  private let was: RoundChange.Side
  private let isNow: RoundChange.Side

  init(from before: RoundBefore, to now: RoundReading) {
    self.before = before
    self.now = now
    was = Self.side(before.reading)
    isNow = Self.side(now)
  }

  private static func side(_ reading: RoundReading) -> RoundChange.Side {
    RoundChange.Side(
      graph: reading.round.graph,
      isUnchosen: (0..<reading.round.graph.vertexCount).map(reading.isUnchosen))
  }

  /// What changed in every group of a partition.
  func changes(of partition: Partition) -> [RoundChange] {
    RoundChange.forGroups(of: partition, from: was, to: isNow, earlier: before.places)
  }

  /// The earlier round in an aggregate.
  var figures: EarlierFigures {
    EarlierFigures(
      title: before.title,
      departed: was.isUnchosen.count - before.places.count { $0 >= 0 })
  }

  /// The pupils who moved in or out, and those who did not; none whose group was hidden before.
  var moved: MovedPupils {
    func pupils(_ wanted: (was: Bool, isNow: Bool)) -> [Int] {
      before.places.indices.filter { pupil in
        let place = before.places[pupil]
        return place >= 0 && !before.isHidden[Int(place)]
          && was.isUnchosen[Int(place)] == wanted.was
          && isNow.isUnchosen[pupil] == wanted.isNow
      }
    }
    return MovedPupils(
      title: before.title, stayed: pupils((true, true)), became: pupils((false, true)),
      left: pupils((true, false)))
  }
}

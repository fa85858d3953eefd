import Responses
public import Sociometry

/// What of a pupil may be shown to whoever reads the list, so that it never says who named whom.
public struct ShownPupil: Sendable, Hashable {
  /// Why something of a pupil is not shown.
  public enum Reason: String, Sendable {
    /// The roll gives the pupil no reference group.
    case noGroup
    /// Fewer than three of the reference group answered, so that a count would name them.
    case tooFewAnswered
    /// There are so few closed pairs in the group that the level would say who named whom.
    case closedPairs
    /// Everybody who answered named the pupil, or all but one, so that the count would say who.
    case namedByNearlyAll
    /// The counts of names given and returned change with a decision about a written name, and would
    /// say who wrote it.
    case writer
  }

  /// The level; `nil` where it is not shown.
  public fileprivate(set) var level: Level?
  /// Why the level is not shown.
  public fileprivate(set) var levelReason: Reason?
  /// The names received in the reference group; `nil` where that is not shown.
  public fileprivate(set) var received: Int?
  /// The pupils on roll whom the pupil named; `nil` where that is not shown.
  public fileprivate(set) var given: Int?
  /// Why the names given are not shown, where they are not hidden with everything else.
  public fileprivate(set) var givenReason: Reason?
  /// The mutual ties in the reference group; `nil` where that is not shown.
  public fileprivate(set) var mutual: Int?
  /// The names received from elsewhere on the roll; `nil` where that is not shown.
  public fileprivate(set) var receivedElsewhere: Int?
  /// Why a count is not shown.
  public fileprivate(set) var countsReason: Reason?
  /// How many open questions could change the level; `nil` where that is not shown.
  public fileprivate(set) var pending: Int?
  /// The flags that may be shown.
  public fileprivate(set) var flags: StandingFlags
}

extension PupilList {
  /// The fewest of a reference group who must have answered for anything of its pupils to be shown.
  public static let fewestAnswers = GroupSafeguard.fewest

  /// Whether so few of a pupil's reference group answered that nothing of the pupil is shown.
  public func isHidden(_ pupil: Int) -> Bool {
    groupOfPupil[pupil] >= 0 && safeguards[Int(groupOfPupil[pupil])].hidesAll
  }

  /// What of a pupil may be shown.
  ///
  /// In a group where fewer than three answered nothing is. A lead, who does not hold the file, is told
  /// levels E and F apart only where there are at least two closed pairs, and sees no flag that would
  /// say who named whom; the names that a pupil received are left out where everybody who answered, or
  /// all but one, gave one. The names that a pupil gave are left out, since a lead who decides whom a
  /// written name means would see whose count goes up.
  ///
  /// - Parameters:
  ///   - pupil: The place of the pupil on the roll, from 0.
  ///   - policy: For whom the list is.
  /// - Returns: The level and flags that may be shown, or that they are hidden.
  public func shown(_ pupil: Int, under policy: ReleasePolicy) -> ShownPupil {
    if isHidden(pupil) {
      return .hidden(pending: pending[pupil], flags: standings.flags[pupil])
    }
    let received = Int(standings.received[pupil])
    let level = standings.levels[pupil]
    var shown = ShownPupil(
      level: level, levelReason: level == nil ? .noGroup : nil, received: received,
      given: Int(given[pupil]), mutual: Int(standings.mutual[pupil]),
      receivedElsewhere: Int(receivedAnywhere[pupil]) - received, countsReason: nil,
      pending: pending[pupil], flags: standings.flags[pupil])
    let group = Int(groupOfPupil[pupil])
    if policy != .holder {
      shown.hideNamesGiven()
      if received > 0 { shown.hideQuestions() }
      if !saysTiesInClass(pupil) { shown.flags.remove(.noTieInClass) }
      if group >= 0 {
        let isNamedByNearlyAll = received > 0 && received >= evidence.answering(pupil) - 1
        shown.hide(under: safeguards[group], isNamedByNearlyAll: isNamedByNearlyAll)
      }
    }
    return shown
  }

  /// Whether so many of a pupil's class answered that it may be said whether the pupil has ties there:
  /// where one or two did, it would say whom they named.
  public func saysTiesInClass(_ pupil: Int) -> Bool {
    guard let classes = roll.classes, classes.cells[pupil] >= 0 else { return false }
    return answeredInClass[Int(classes.cells[pupil])] >= Self.fewestAnswers
  }
}

extension ShownPupil {
  /// Nothing of a pupil, but that a question is open.
  fileprivate static func hidden(pending: Int, flags: StandingFlags) -> ShownPupil {
    ShownPupil(
      level: nil, levelReason: .tooFewAnswered, received: nil, given: nil, mutual: nil,
      receivedElsewhere: nil, countsReason: .tooFewAnswered, pending: pending,
      flags: flags.intersection(.pending))
  }

  /// Takes away what would say who wrote a name, as soon as somebody decides whom it means.
  fileprivate mutating func hideNamesGiven() {
    given = nil
    mutual = nil
    givenReason = .writer
  }

  /// Takes away the questions about a pupil whom somebody names for certain: they change little, and of
  /// a row that was set aside they would say whom it names.
  fileprivate mutating func hideQuestions() {
    pending = nil
    flags.remove(.pending)
  }

  /// Takes away what would say who named whom.
  fileprivate mutating func hide(under safeguard: GroupSafeguard, isNamedByNearlyAll: Bool) {
    if !safeguard.showsOutsideMain { flags.remove(.outsideMainComponent) }
    if !safeguard.showsOnlyFromUnchosen { flags.remove(.onlyFromUnchosen) }
    if level == .closedPair || level == .connected, !safeguard.showsClosedPairs {
      level = nil
      levelReason = .closedPairs
      countsReason = .closedPairs
      flags.remove(.dependsOnOne)
    } else if isNamedByNearlyAll {
      countsReason = .namedByNearlyAll
      flags.remove(.dependsOnOne)
    }
    if countsReason != nil {
      received = nil
      receivedElsewhere = nil
    }
  }
}

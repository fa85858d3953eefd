/// Turns what pupils wrote into ties, discards and open questions.
///
/// A pupil's names are taken in the order of the roll, not of the file, so that the result does
/// not depend on the order of rows or columns.
struct NominationBuilder {
  private let limit: Int
  private var nominations: Nominations
  private var from: [Int32] = []
  private var to: [Int32] = []
  private var questions: [Nominations.UnresolvedName] = []
  private var strangers: [(nominator: Int32, text: String)] = []
  private var others: [Nominations.Discard] = []

  init(roll: Roll, limit: Int) {
    self.limit = limit
    nominations = Nominations(roll: roll)
  }

  mutating func add(_ pupil: Int32, by nominator: Int32) {
    nominations.answered[Int(nominator)] = true
    from.append(nominator)
    to.append(pupil)
  }

  mutating func addNobody(by nominator: Int32) {
    nominations.answered[Int(nominator)] = true
  }

  mutating func add(_ match: NameMatcher.Match, text: String, by nominator: Int32) {
    nominations.answered[Int(nominator)] = true
    switch match {
    case .pupil(let pupil): add(pupil, by: nominator)
    case .stranger: strangers.append((nominator, text))
    case .other(let reason): others.append(.init(nominator: nominator, reason: reason))
    case .candidates(let candidates):
      questions.append(
        Nominations.UnresolvedName(text: text, nominator: nominator, candidates: candidates))
    }
  }

  /// Keeps pupils of whom a row that was set aside speaks.
  mutating func addDoubtful(_ pupils: [Int32]) {
    nominations.doubtful += pupils
  }

  /// Keeps a record of somebody who could not be told, and whom it names.
  mutating func addUnmatched(
    _ text: String, record: Int, named: [Int32], match: NameMatcher.Match
  ) {
    var candidates: [Int32] = []
    if case .candidates(let found) = match { candidates = found }
    nominations.unmatchedRespondents.append(
      Nominations.UnmatchedRespondent(
        text: text, record: record, candidates: candidates, named: named))
  }

  /// The nominations, each nominator's names counted against the limit; the builder is empty then.
  mutating func finished() -> Nominations {
    var result = nominations
    result.unresolved = questions.sorted {
      ($0.nominator, $0.text, $0.candidates.first ?? 0)
        < ($1.nominator, $1.text, $1.candidates.first ?? 0)
    }
    var otherNames: [Int32: Int] = [:]
    for question in questions {
      result.discards.append(.init(nominator: question.nominator, reason: .unresolved))
      otherNames[question.nominator, default: 0] += 1
    }
    for stranger in strangers {
      result.discards.append(.init(nominator: stranger.nominator, reason: .offRoll))
    }
    result.discards += others
    result.strangers = strangers.map(\.text).sorted()
    keepTies(in: &result, besides: otherNames)
    return result
  }

  private mutating func keepTies(
    in result: inout Nominations, besides otherNames: [Int32: Int]
  ) {
    let count = result.answered.count
    var (named, starts) = Self.grouped(from: from, to: to, count: count)
    // Given back first: a nation has tens of millions.
    (from, to) = ([], [])
    var filled = 0
    var nominees: [Int32] = []
    for nominator in 0..<count {
      let row = Int(starts[nominator])..<Int(starts[nominator + 1])
      starts[nominator] = Int32(truncatingIfNeeded: filled)
      if row.isEmpty { continue }
      nominees.removeAll(keepingCapacity: true)
      nominees.append(contentsOf: named[row])
      nominees.sort()
      let room = max(0, limit - (otherNames[Int32(nominator)] ?? 0))
      keep(&nominees, of: Int32(nominator), room: room, in: &result)
      // What is kept lies before what is still to be read.
      for nominee in nominees {
        named[filled] = nominee
        filled += 1
      }
    }
    starts[count] = Int32(truncatingIfNeeded: filled)
    named.removeLast(named.count - filled)
    (result.named, result.starts) = (named, starts)
  }

  /// Leaves of the nominees of a pupil, which are sorted, those that count as ties.
  private func keep(
    _ nominees: inout [Int32], of nominator: Int32, room: Int, in result: inout Nominations
  ) {
    var kept = 0
    for (place, nominee) in nominees.enumerated() {
      let reason: Nominations.Discard.Reason
      if nominee == nominator {
        reason = .own
      } else if place > 0, nominees[place - 1] == nominee {
        reason = .repeated
      } else if kept >= room {
        reason = .overLimit
        result.doubtful.append(nominee)
      } else {
        nominees[kept] = nominee
        kept += 1
        continue
      }
      result.discards.append(.init(nominator: nominator, reason: reason))
    }
    nominees.removeLast(nominees.count - kept)
  }

  /// The nominees of each nominator, end to end in the order of the roll.
  private static func grouped(from: [Int32], to: [Int32], count: Int)
    -> (nominees: ContiguousArray<Int32>, starts: ContiguousArray<Int32>)
  {
    var starts = ContiguousArray<Int32>(repeating: 0, count: count + 1)
    for nominator in from { starts[Int(nominator) + 1] += 1 }
    for nominator in 0..<count { starts[nominator + 1] += starts[nominator] }
    var places = starts
    var nominees = ContiguousArray<Int32>(repeating: 0, count: to.count)
    for (nominator, nominee) in zip(from, to) {
      nominees[Int(places[Int(nominator)])] = nominee
      places[Int(nominator)] += 1
    }
    return (nominees, starts)
  }
}

import Dispatch

/// The gap table of schools whose truth is known: how often it flags what is not there, gives the wrong
/// band, misses what is there, and holds the truth in its intervals.
struct GapSimulation: Sendable {
  /// A school without gaps and what was counted in it.
  struct Quiet: Sendable {
    let school: GapSchool
    /// Whether its indices lie well inside their bands, so that the aims count.
    let isInside: Bool
    var tally = GapTally()
  }

  /// A planted gap and how often it was seen.
  struct Found: Sendable {
    let planted: PlantedGap
    var draws = 0
    var apart = 0
    var flagged = 0
  }

  /// How many times each school is drawn, unless it is said otherwise.
  static let usual = 600
  /// Indices at least 8 points inside a band, and some that are 2 or 5.
  static let inside = [0.42, 0.42, 0.58, 0.60, 0.62, 0.78, 0.78]
  static let close = [0.45, 0.48, 0.52, 0.55, 0.65, 0.68, 0.72]

  private(set) var quiet = [inside, close].flatMap { truths in
    [GapSchool.middling(truths), .small(truths)].map {
      Quiet(school: $0, isInside: truths == inside)
    }
  }
  private(set) var found = PlantedGap.all.map { Found(planted: $0) }
  let small: [SmallGroups]
  let records: RecordSimulation
  let draws: Int

  /// Draws each school so many times, and small groups, which are quick, `small` times as often.
  ///
  /// Drawings come in parts with seeds of their own, so that the number of threads changes nothing.
  init(draws: Int = usual, seed: UInt64, small: Int = 30) {
    self.draws = draws
    self.small = SmallGroups.all(draws: draws * small, seed: seed)
    records = RecordSimulation(draws: draws, seed: seed)
    let parts = 20
    let jobs = quiet.indices.count + found.indices.count
    let (quiet, found) = (self.quiet, self.found)
    let results = CoverageSimulation.onThreads(Array(0..<(jobs * parts))) { job in
      let (place, part) = (job / parts, job % parts)
      var lot = Lot(seed: seed &+ 10_000 &+ UInt64(job))
      let count = draws * (part + 1) / parts - draws * part / parts
      return place < quiet.count
        ? Result(quiet: Self.draw(quiet[place], count, &lot), found: nil)
        : Result(quiet: nil, found: Self.draw(found[place - quiet.count], count, &lot))
    }
    for (job, result) in results.enumerated() {
      let place = job / parts
      if let tally = result.quiet { self.quiet[place].tally.merge(tally) }
      if let more = result.found {
        self.found[place - quiet.count].draws += more.draws
        self.found[place - quiet.count].apart += more.apart
        self.found[place - quiet.count].flagged += more.flagged
      }
    }
  }

  private struct Result: Sendable {
    let quiet: GapTally?
    let found: Found?
  }

  private static func draw(_ quiet: Quiet, _ count: Int, _ lot: inout Lot) -> GapTally {
    var tally = GapTally()
    for _ in 0..<count { tally.add(quiet.school.draw(&lot), truths: quiet.school.truths) }
    return tally
  }

  private static func draw(_ found: Found, _ count: Int, _ lot: inout Lot) -> Found {
    var own = found
    for _ in 0..<count {
      own.draws += 1
      guard let drawn = found.planted.school.draw(&lot),
        let seen = found.planted.isSeen(in: drawn.table)
      else { continue }
      if seen.apart { own.apart += 1 }
      if seen.flagged { own.flagged += 1 }
    }
    return own
  }
}

import Sociometry

/// Planted schools in which pupils are absent, and what the evidence bands said of their zeros.
struct BandSimulation {
  /// How pupils name: within their class, or within their year.
  struct Grouping: Sendable {
    let words: String
    let groups: [Int]
    let schools: Int
  }

  static let groupings = [
    Grouping(words: "class", groups: [Int](repeating: 30, count: 8), schools: 500),
    Grouping(words: "year", groups: [Int](repeating: 180, count: 5), schools: 100),
  ]

  /// The shares of pupils who are absent.
  static let rates = [0, 0.1, 0.2, 0.3, 0.4]

  /// What was seen in one world and grouping.
  struct Outcome {
    let world: World
    let grouping: Grouping

    /// One tally for each rate.
    let tallies: [BandTally]

    /// The share of pupils named by nobody, and of names returned, were nobody absent.
    let unchosen: Double
    let returned: Double
  }

  let outcomes: [Outcome]

  /// Draws all schools; the names of a world are the same at each rate of absence.
  ///
  /// There are `part` times fewer schools than in a full run.
  init(seed: UInt64, part: Int = 1) {
    outcomes = World.allCases.flatMap { world in
      Self.groupings.map { grouping in
        var lot = Lot(seed: seed &+ 1000)
        var absence = Lot(seed: seed &+ 2000)
        var tallies = Self.rates.map { _ in BandTally() }
        var (unchosen, pupils, mutual, names) = (0, 0, 0, 0)
        for _ in 0..<(grouping.schools / part) {
          let school = world.school(groups: grouping.groups, lot: &lot)
          for (place, rate) in Self.rates.enumerated() {
            let absent = world.absent(rate, from: school, lot: &absence)
            tallies[place].add(school, absent: absent) { pupil in
              world.counts(pupil % grouping.groups[0], of: grouping.groups[0])
            }
          }
          unchosen += school.received.count { $0 == 0 }
          pupils += school.received.count
          for (pupil, named) in school.named.enumerated() {
            mutual += named.count { school.named[$0].contains(pupil) }
            names += named.count
          }
        }
        return Outcome(
          world: world, grouping: grouping, tallies: tallies,
          unchosen: Double(unchosen) / Double(pupils), returned: Double(mutual) / Double(names))
      }
    }
  }
}

import Sociometry
import Statistics

/// How many zeros of each evidence band were seen, and how many of them were true.
struct BandTally {
  /// What stands beside a zero in a report.
  enum Band: Int, CaseIterable {
    case strong, moderate, weak, notEnough
    /// The pupil did not answer either (level N): reported without a grade.
    case notSeen

    init(_ level: Level, _ grade: EvidenceGrade) {
      switch (level, grade) {
      case (.notSeen, _): self = .notSeen
      case (_, .strong): self = .strong
      case (_, .moderate): self = .moderate
      case (_, .weak): self = .weak
      case (_, .notEnoughAnswered): self = .notEnough
      }
    }

    var words: String {
      ["strong", "moderate", "weak", "not enough answered", "not seen"][rawValue]
    }

    /// The chances of a true zero that the band stands for; `nil` where it makes no claim.
    var range: ClosedRange<Double>? {
      [0.85...1, 0.65...0.85, 0...0.65, nil, nil][rawValue]
    }
  }

  /// The zeros of one band.
  struct Zeros {
    fileprivate(set) var seen = 0
    fileprivate(set) var trueZeros = 0
    fileprivate var chances = 0.0

    var share: Double { Double(trueZeros) / Double(seen) }

    /// The mean of the chances that the formula gave.
    var chance: Double { chances / Double(seen) }

    /// Wilson's interval of the share, each zero taken as separate.
    var interval: Interval? { Interval.wilson(favourable: trueZeros, n: seen) }
  }

  private(set) var zeros = [Zeros](repeating: Zeros(), count: Band.allCases.count)

  subscript(band: Band) -> Zeros { zeros[band.rawValue] }

  /// Grades the zeros of one school as a report does, and looks how each would have been.
  mutating func add(
    _ school: PlantedSchool, absent: [Bool], where counted: (Int) -> Bool = { _ in true }
  ) {
    let round = school.round(absent: absent)
    let standings = Standings(of: round)
    let evidence = Evidence(round: round, standings: standings)
    for pupil in absent.indices where counted(pupil) {
      guard let level = standings.levels[pupil], let grade = evidence.grade(pupil),
        let chance = evidence.trueZero(pupil)
      else { continue }
      let band = Band(level, grade).rawValue
      zeros[band].seen += 1
      zeros[band].chances += chance
      if school.received[pupil] == 0 { zeros[band].trueZeros += 1 }
    }
  }

  mutating func add(_ other: BandTally) {
    for band in zeros.indices {
      zeros[band].seen += other.zeros[band].seen
      zeros[band].trueZeros += other.zeros[band].trueZeros
      zeros[band].chances += other.zeros[band].chances
    }
  }
}

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

    /// Sums over schools of the squares and the product of what was seen and what was true.
    fileprivate var squares = (seen: 0, both: 0, trueZeros: 0)

    /// How many times larger the variance of the share is than if zeros of one school were separate,
    /// by schools as clusters; at least 1.
    private var clustering: Double {
      let (share, count) = (share, Double(seen))
      let variance = count * share * (1 - share)
      guard variance > 0 else { return 1 }
      let between =
        Double(squares.trueZeros) - 2 * share * Double(squares.both)
        + share * share * Double(squares.seen)
      return max(1, between / variance)
    }

    /// Wilson's interval of the share, from as many zeros as those seen are worth.
    var interval: Interval? {
      let worth = Int((Double(seen) / clustering).rounded())
      return Interval.wilson(
        favourable: Int((share * Double(worth)).rounded()), n: worth)
    }
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
    var own = [(seen: Int, trueZeros: Int)](repeating: (0, 0), count: zeros.count)
    for pupil in absent.indices where counted(pupil) {
      guard let level = standings.levels[pupil], let grade = evidence.grade(pupil),
        let chance = evidence.trueZero(pupil)
      else { continue }
      let band = Band(level, grade).rawValue
      own[band].seen += 1
      zeros[band].chances += chance
      if school.received[pupil] == 0 { own[band].trueZeros += 1 }
    }
    for (band, count) in own.enumerated() {
      zeros[band].seen += count.seen
      zeros[band].trueZeros += count.trueZeros
      zeros[band].squares.seen += count.seen * count.seen
      zeros[band].squares.both += count.seen * count.trueZeros
      zeros[band].squares.trueZeros += count.trueZeros * count.trueZeros
    }
  }

  /// Adds the zeros of other schools.
  mutating func add(_ other: BandTally) {
    for (band, more) in other.zeros.enumerated() {
      zeros[band].seen += more.seen
      zeros[band].trueZeros += more.trueZeros
      zeros[band].chances += more.chances
      zeros[band].squares.seen += more.squares.seen
      zeros[band].squares.both += more.squares.both
      zeros[band].squares.trueZeros += more.squares.trueZeros
    }
  }
}

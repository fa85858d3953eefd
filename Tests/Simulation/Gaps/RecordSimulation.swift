/// Schools in which components have records beside surveys: whether what is seen holds its truth, and how
/// often said and seen disagree.
struct RecordSimulation: Sendable {
  /// A school, how many points lower what is seen lies than what is said, and what was counted.
  struct School: Sendable {
    let school: GapSchool
    let difference: Int
    var tally = RecordTally()
  }

  private(set) var schools: [School]

  /// What is seen may lie so many points below what is said.
  static let differences = [20, 30, 40]

  /// Draws each school without a difference so many times, the others a quarter as often.
  init(draws: Int, seed: UInt64) {
    let even = GapSimulation.inside
    schools =
      [GapSchool.middling(even), .small(even)].map {
        School(school: $0.looking(lower: 0), difference: 0)
      }
      + Self.differences.flatMap { points in
        // Said and seen lie as far from the middle as each other.
        let said = [Double](repeating: 0.5 + Double(points) / 200, count: even.count)
        return [GapSchool.middling(said), .small(said)].map {
          School(school: $0.looking(lower: Double(points) / 100), difference: points)
        }
      }
    let parts = 10
    let planted = schools
    let results = CoverageSimulation.onThreads(Array(0..<(planted.count * parts))) { job in
      let own = planted[job / parts]
      let part = job % parts
      let all = own.difference == 0 ? draws : max(parts, draws / 4)
      var lot = Lot(seed: seed &+ 30_000 &+ UInt64(job))
      var tally = RecordTally()
      for _ in 0..<(all * (part + 1) / parts - all * part / parts) {
        tally.add(
          own.school.draw(&lot), truths: own.school.truths, lower: Double(own.difference) / 100)
      }
      return tally
    }
    for (job, tally) in results.enumerated() { schools[job / parts].tally.merge(tally) }
  }
}

import Analysis
import Instruments

extension JSONWriter {
  /// What was held back, from whom, and what the report is of; the latter two only in an audit.
  mutating func write(
    _ policy: ReleasePolicy, for audience: Instrument.Audience?, _ heading: ReportHeading
  ) {
    member("release", policy.word)
    if let minimums = policy.minimums {
      if let audience {
        member("minimum", minimums[audience])
      } else {
        object("minimum", inline: true) { json in
          for audience in Instrument.Audience.allCases {
            json.member(audience.rawValue, minimums[audience])
          }
        }
      }
    }
    if let school = heading.school { member("school", school) }
    if let round = heading.round { member("round", round) }
  }
}

import Instruments
import Responses

/// Tells which rows of a file are new, where rows are of known people.
///
/// Of one person's answers the later by their own time counts; where no time tells, a person says.
struct PersonIntake {
  /// The rows of one person in one file.
  struct Answer {
    /// Who answered; `nil` where nothing says.
    let person: String?
    /// The rows, as indices.
    let rows: [Int]
    /// A hash of what they say.
    let hash: UInt64
    let moment: Int?
    /// Whether the rows were set aside: they are kept for their doubts and are nobody's answer.
    var isSetAside = false
  }

  /// What is there already.
  struct Known {
    /// The answer that counts of each person.
    var people: [String: (hash: UInt64, moment: Int?)] = [:]
    /// How often each row of nobody known is there.
    var others: [UInt64: Int] = [:]
  }

  /// What to do with the rows.
  struct Decision {
    var kept: [Int] = []
    var added = 0
    var updated = 0
    var repeated = 0
    var repeats = Repeats()
  }

  static func decide(
    _ answers: [Answer], against known: Known, overlap: Intake.Overlap?
  ) -> Decision {
    var known = known
    var decision = Decision()
    for answer in answers {
      let rows = answer.rows.count
      guard let person = answer.person else {
        let isThere = known.others[answer.hash, default: 0] > 0
        if isThere { known.others[answer.hash, default: 0] -= 1 }
        if answer.isSetAside {
          if !isThere { decision.kept += answer.rows }
          continue
        }
        if isThere {
          decision.repeats.equal += rows
        } else {
          decision.repeats.new += rows
        }
        if isThere, overlap != .add {
          decision.repeated += rows
        } else {
          decision.kept += answer.rows
          decision.added += rows
        }
        continue
      }
      guard let earlier = known.people[person] else {
        decision.repeats.new += rows
        decision.kept += answer.rows
        decision.added += rows
        continue
      }
      if replaces(answer, earlier, overlap, &decision.repeats) {
        decision.kept += answer.rows
        decision.updated += rows
      } else {
        decision.repeated += rows
      }
    }
    return decision
  }

  /// Whether an answer takes the place of an earlier one of the same person.
  private static func replaces(
    _ answer: Answer, _ earlier: (hash: UInt64, moment: Int?), _ overlap: Intake.Overlap?,
    _ repeats: inout Repeats
  ) -> Bool {
    if answer.hash == earlier.hash { return false }
    if let new = answer.moment, let old = earlier.moment, new != old { return new > old }
    repeats.changed += answer.rows.count
    return overlap == .add
  }
}

import Testing

@testable import Responses

/// Words that say that nobody on the roll is meant, and pupils whom they fit all the same.
struct OtherPersonTests {
  private static let rollText = """
    pupil,name,known_as,aliases,class,left
    P1,Thomas Brown,Tom,,5B,
    P2,Miss Okoro,,,5B,
    P3,Nancy Smith,,,5B,
    P4,Mumtaz Ali,,,5B,
    P5,Zoë Hill,,Zizi; Zoe Marsh-Hill ;,5B,
    P6,Sister Grace,,,5A,
    P7,Maya Reed,,,5A,
    L1,Ella Stone,,Lolly,4A,2026-01-01

    """

  private func meaning(_ text: String) throws -> String {
    let roll = try #require(importedRoll(Self.rollText).roll)
    var matcher = NameMatcher(roll: roll)
    switch matcher.match(text, by: nil) {
    case .pupil(let pupil): return roll.ids[Int(pupil)]
    case .stranger: return "–"
    case .other(let reason): return reason.rawValue
    case .candidates(let pupils):
      return "? " + pupils.map { roll.ids[Int($0)] }.joined(separator: " ")
    }
  }

  @Test(
    arguments: [
      ("Mr Jones", "staff"), ("mrs. jones", "staff"), ("Ms Brown", "staff"), ("Dr Ali", "staff"),
      ("Mrs Brown", "staff"), ("Sir", "staff"), ("my teacher", "staff"), ("the TA", "staff"),
      ("My teacher Mrs Hill", "staff"), ("Mr B", "staff"), ("dinner lady", "staff"),
      ("mummy", "family"), ("My Dad", "family"), ("my big brother", "family"), ("Cousin", "family"),
      ("mum and dad", "family"), ("my cousin Xavier", "family"), ("grandma!", "family"),
      ("(illegible)", "illegible"), ("Illegible", "illegible"), ("can't read", "illegible"),
      ("[unreadable]", "illegible"),
    ])
  func `staff, family and what nobody can read are told by their words`(
    _ text: String, _ reason: String
  ) throws {
    #expect(try meaning(text) == reason)
  }

  @Test(
    arguments: [
      ("Miss Okoro", "P2"), ("Miss", "? P2"), ("Miss Thomas", "? P1"), ("Mr Tom", "? P1"),
      ("Mr Tommy", "? P1"), ("Miss Maya", "? P7"), ("Mr Thomas Brown", "? P1"),
      ("my cousin Tom Brown", "? P1"), ("my cousin Tom", "? P1"), ("my brother Thomas", "? P1"),
      ("Nan", "? P3"), ("mum", "? P4"), ("Sister Grace", "P6"), ("my sister Grace", "? P6"),
      ("sister", "? P6"), ("my sister", "family"),
    ])
  func `what fits a pupil as well stays a question`(_ text: String, _ meant: String) throws {
    #expect(try meaning(text) == meant)
  }

  @Test(arguments: ["Mr", "Dr", "my", "the", "Jones", "and", "twin sister", "no", "Misty Ray"])
  func `a title or a filler alone says nothing`(_ text: String) throws {
    #expect(OtherPerson(NameKey.of(text)) == nil)
  }

  @Test(
    arguments: [
      ("Zizi Hill", "P5"), ("Hill, Zizi", "P5"), ("zoe marsh hill", "P5"), ("Zizi", "? P5"),
      ("Lolly Stone", "–"), ("Stone, Lolly", "–"),
    ])
  func `an alias is a name, and one of a single word goes with the surname`(
    _ text: String, _ meant: String
  ) throws {
    #expect(try meaning(text) == meant)
  }
}

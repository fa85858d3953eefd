import Instruments
import Statistics
import Testing

@testable import Responses

/// A planted school of namesakes and twins, in which whoever is meant is known: no name may be matched
/// with anybody else.
struct PlantedQueueTests {
  /// What one kind of spelling came to.
  private struct Outcome: Equatable {
    var written = 0
    var matched = 0
    var wrong = 0
    /// Matched with another pupil whose very name was written.
    var namesakes = 0
    var asked = 0
    /// How often the pupil who was meant stood among the candidates.
    var hasMeant = 0
    var suggestions = 0
    var wrongSuggestions = 0
  }

  private static let rollText = """
    pupil,name,known_as,aliases,class,year,left
    P01,Mohammed Ali,,,5A,5,
    P02,Mohammed Khan,,,5A,5,
    P03,Mohammed Ali,Mo,,5B,5,
    P04,Muhammad Ali,,,5B,5,
    P05,Ella Smith,,,5A,5,
    P06,Bella Smith,,,5A,5,
    P07,Jake Turner,,,5A,5,
    P08,Jack Turner,,,5A,5,
    P09,Thomas James,Tom,,5A,5,
    P10,James Thomas,,,5B,5,
    P11,José García,,,5B,5,
    P12,Jose Garcia,,,6A,6,
    P13,Zoë O'Neill,,,5B,5,
    P14,Zoe O'Neil,,,5B,5,
    P15,Anne-Marie Lloyd,,Annie,5B,5,
    P16,Ann Lloyd,,,5B,5,
    P17,William Ash,Billy,,6A,6,
    P18,Will Ashe,,,6A,6,
    P19,Sofia Marsh,,,6A,6,
    P20,Sophia Marsh,,,6A,6,
    P21,Aisha Begum,,,6A,6,
    P22,Ayesha Begum,,,6A,6,
    P23,Oliver Stone,Ollie,,6A,6,
    P24,Olivia Stone,Liv,,6A,6,
    L01,Ella Smyth,,,,,2026-01-01
    L02,Jack Turner,,,,,2026-01-01

    """

  /// Names of friends elsewhere that are one letter from a pupil's.
  private static let elsewhere = [
    "Ela Smith", "Bela Smith", "Jak Turner", "Will Ash", "Sofia March", "Oliver Stone-Hill",
    "Aysha Begum", "Mohamed Khan", "Tomas James", "Anne Lloyd", "Zoe Neil", "Jake Turnen",
  ]

  private static let kinds = ["exact", "turned", "comma", "slip", "first", "initials", "short"]

  private static func spelling(
    _ kind: String, _ name: String, _ random: inout SeededGenerator
  ) -> String {
    let words = name.split(separator: " ").map(String.init)
    switch kind {
    case "turned": return "\(words[1]) \(words[0])"
    case "comma": return "\(words[1]), \(words[0])"
    case "first": return words[0]
    case "initials": return "\(words[0].prefix(1)). \(words[1].prefix(1))."
    case "short": return "\(words[0].prefix(3)) \(words[1])"
    case "slip":
      var letters = Array(name)
      let place = Int.random(in: 1..<letters.count - 1, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: letters.remove(at: place)
      case 1: letters.insert(letters[place], at: place)
      case 2: letters.swapAt(place, place + 1)
      default: letters[place] = "aeiolnrst".randomElement(using: &random) ?? "a"
      }
      return String(letters)
    default: return name
    }
  }

  /// Those who have a name just as it is written, whichever order its words are in.
  private static func owners(_ text: String, _ roll: Roll) -> [Int32] {
    let words = { (name: String) in
      name.lowercased().filter { !"'’,".contains($0) }.split { " -".contains($0) }.sorted()
    }
    return (0..<Int32(roll.count)).filter { pupil in
      let first = roll.knownAs?[Int(pupil)] ?? ""
      let name = roll.names?[Int(pupil)] ?? ""
      let surname = name.split(separator: " ").dropFirst().joined(separator: " ")
      return [name, "\(first) \(surname)"].contains {
        words($0) == words(text)
      }
    }
  }

  @Test func `of all spellings of all pupils none is matched with another`() throws {
    let roll = try #require(importedRoll(Self.rollText).roll)
    var matcher = NameMatcher(roll: roll, reach: .school)
    var random = SeededGenerator(seed: 20_261_122)
    var outcomes: [String: Outcome] = [:]
    for meant in 0..<Int32(roll.count) {
      for kind in Self.kinds {
        for _ in 0..<(kind == "slip" ? 40 : 1) {
          let text = Self.spelling(kind, roll.names?[Int(meant)] ?? "", &random)
          let writer = Int32.random(in: 0..<Int32(roll.count), using: &random)
          if writer == meant { continue }
          var outcome = outcomes[kind] ?? Outcome()
          outcome.written += 1
          switch matcher.match(text, by: writer) {
          case .pupil(let pupil):
            outcome.matched += 1
            // A slip may make the very name of another pupil, which nobody can tell.
            if pupil != meant, Self.owners(text, roll) == [pupil] {
              outcome.namesakes += 1
            } else if pupil != meant {
              outcome.wrong += 1
            }
          case .candidates(let candidates):
            outcome.asked += 1
            if candidates.contains(meant) { outcome.hasMeant += 1 }
            if let one = matcher.suggestion(text, candidates) {
              outcome.suggestions += 1
              if one != meant { outcome.wrongSuggestions += 1 }
            }
          case .stranger, .other: break
          }
          outcomes[kind] = outcome
        }
      }
    }
    for outcome in outcomes.values { #expect(outcome.wrong == 0) }
    // Three pupils called Mohammed Ali or after a leaver, and two who are each other's turn, are asked.
    let exact = try #require(outcomes["exact"])
    #expect(exact.matched + exact.asked == exact.written)
    #expect(exact.asked >= 4)
    #expect(exact.matched > exact.asked)
    #expect(outcomes["first"]?.matched == 0)
    #expect(outcomes["initials"]?.matched == 0)
    let slip = try #require(outcomes["slip"])
    #expect(Double(slip.hasMeant) > 0.9 * Double(slip.asked))
    // The figures of docs/decisions/0012.
    let all = outcomes.values
    let sum = { (figure: KeyPath<Outcome, Int>) in all.reduce(0) { $0 + $1[keyPath: figure] } }
    let figures = [
      \Outcome.written, \.matched, \.wrong, \.namesakes, \.asked, \.suggestions,
      \.wrongSuggestions,
    ].map(sum)
    #expect(figures == [1_050, 118, 0, 1, 932, 757, 56])
  }

  @Test(arguments: elsewhere)
  func `a friend elsewhere whose name is one letter from a pupil's is asked about`(
    _ text: String
  ) throws {
    let roll = try #require(importedRoll(Self.rollText).roll)
    var matcher = NameMatcher(roll: roll, reach: .school)
    let match = matcher.match(text, by: 8)
    guard case .candidates(let candidates) = match else {
      Issue.record("\(text): \(match)")
      return
    }
    #expect(!candidates.isEmpty)
  }

  @Test(
    arguments: [
      ("Mohammed Ali", NameReason.sameName, nil), ("Jack Turner", .leaverToo, nil),
      ("Turner, Jack", .leaverToo, nil), ("James Thomas", .otherOrder, nil),
      ("Thomas, James", .otherOrder, nil), ("Ella", .firstName, nil), ("Khan", .lastName, nil),
      ("E.S.", .initials, nil), ("Ella S", .initials, nil), ("Ol Stone", .wordInCommon, nil),
      ("Olver Ston", .near, nil),
      ("Bill Ash", .oneEdit, "P17"), ("Willie Ashe", .shortForm, "P18"),
      ("Zoë O'Neil", .accents, nil),
      ("Zoé O'Neill", .accents, nil), ("Zoë O'Nei", .shortForm, nil),
      ("Mohammed Kahn", .oneEdit, "P02"),
      ("Kahn Mohammed", .near, "P02"), ("my friend Ella Smith", .amongWords, nil),
      ("Khan from karate", .wordInCommon, nil), ("p-1", .spoiltID, nil),
    ] as [(String, NameReason, String?)])
  func `each question says why it is one, and a close name is suggested`(
    _ text: String, _ reason: NameReason, _ suggested: String?
  ) throws {
    let roll = try #require(importedRoll(Self.rollText).roll)
    var matcher = NameMatcher(roll: roll, reach: .school)
    guard case .candidates(let candidates) = matcher.match(text, by: nil) else {
      Issue.record("'\(text)' is no question")
      return
    }
    #expect(matcher.reason(text, candidates) == reason)
    #expect(matcher.suggestion(text, candidates).map { roll.ids[Int($0)] } == suggested)
  }
}

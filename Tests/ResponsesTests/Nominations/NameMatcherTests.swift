import Diagnostics
import Statistics
import Testing

@testable import Responses

struct NameMatcherTests {
  private static let rollText = """
    pupil,name,known_as,class,year,left
    P01,Thomas Brown,Tom,5B,5,
    P02,Tommy Reed,,5B,5,
    P03,Maya Begum,,5B,5,
    P04,Maya Begum,,5A,5,
    P05,José García,,5B,5,
    P06,Anne-Marie O'Neil,,5B,5,
    P07,William Ash,,5B,5,
    P08,Aisha Khan,,5A,5,
    P09,Ravi Khan,,5B,5,
    P10,Mohammed Ali,,5B,5,
    P11,Muhammad Ali,,5B,5,
    P12,Mohamed Ali-Khan,,5A,5,
    P13,Ella Grey,,5B,5,
    P14,Emma Grey,,5B,5,
    P15,Jun Li,,4A,4,
    P16,Li Jun,,4A,4,
    P17,Sofia Marsh,,4A,4,
    P18,Sophia Hill,,5B,5,
    P19,Tom Fielding,,4A,4,
    L1,Ella Stone,Elly,4A,4,2026-01-01
    L2,Sky,,4A,4,2026-01-01

    """

  /// What a text means when P09, Ravi Khan of 5B, writes it: a pupil, `?` and candidates, or `–`.
  private func meaning(_ text: String, by nominator: String? = "P09") throws -> String {
    let roll = try #require(importedRoll(Self.rollText).roll)
    var matcher = NameMatcher(roll: roll)
    let writer = (0..<roll.count).first { roll.ids[$0] == nominator }
    switch matcher.match(text, by: writer.map { Int32($0) }) {
    case .pupil(let pupil): return roll.ids[Int(pupil)]
    case .stranger: return "–"
    case .other(let reason): return reason.rawValue
    case .candidates(let pupils):
      return "? " + pupils.map { roll.ids[Int($0)] }.joined(separator: " ")
    }
  }

  @Test(
    arguments: [
      ("P01", "P01"), ("p01", "P01"), (" P01 ", "P01"), ("Thomas Brown", "P01"),
      ("thomas  BROWN", "P01"), ("\u{A0}Thomas\tBrown.", "P01"),
      ("Tom Brown", "P01"), ("Aisha Khan", "P08"), ("Ravi Khan", "P09"),
      ("Anne-Marie O'Neil", "P06"), ("Anne-Marie O’Neil", "P06"), ("Anne‑Marie O`Neil", "P06"),
      ("Anne Marie O'Neil", "P06"), ("Anne-Marie ONeil", "P06"), ("anne – marie oʼneil", "P06"),
      ("Brown Thomas", "P01"), ("Brown, Tom", "P01"), ("BROWN,tom", "P01"), ("Brown , Tom", "P01"),
      ("O'Neil Anne-Marie", "P06"), ("Oneil, Anne Marie", "P06"), ("Ali-Khan Mohamed", "P12"),
      ("José García", "P05"), ("Jose\u{301} Garci\u{301}a", "P05"), ("JOSÉ GARCÍA", "P05"),
    ])
  func `a name that is exactly one pupil's after normalising is that pupil`(
    _ text: String, _ pupil: String
  ) throws {
    #expect(try meaning(text) == pupil)
  }

  @Test(arguments: ["Thomas\u{200B} Brown", "\u{202A}Thomas Brown", "Tho\u{AD}mas Brown"])
  func `a name with characters that nobody sees is left to a person`(_ text: String) throws {
    #expect(try meaning(text) == "? P01")
  }

  @Test(
    arguments: [
      ("Maya Begum", "? P03 P04"), ("Maya", "? P03"), ("M. Begum", "? P03"), ("Begum", "? P03"),
      ("Tom", "? P01 P02"), ("Tommy", "? P01 P02"), ("Tommy Brown", "? P01"),
      ("Thomas", "? P01 P02"),
      ("Tom, Brown", "? P01"), ("Browne Thomas", "? P01"), ("T.B.", "? P01"),
      ("Jun Li", "? P15 P16"), ("Li, Jun", "? P15 P16"), ("Begum, Maya", "? P03 P04"),
      ("TB", "? P01"),
      ("T B", "? P01"),
      ("Thomas B", "? P01"), ("Jose Garcia", "? P05"), ("Toomas Bron", "? P01"),
      ("Tohmas Brwon", "? P01"),
      ("Bill", "? P07"), ("Billy Ash", "? P07"), ("Mohammed", "? P10 P11"), ("Mo Ali", "? P10 P11"),
      ("Mohamed Ali", "? P10 P12"), ("Muhamad Ali", "? P11"), ("Ella Gray", "? P13 P14"),
      ("Ela Grey", "? P13"), ("Aisha", "? P07 P08"), ("Anne", "? P06"),
      ("Marie", "? P06"),
      ("Sofia", "? P17 P18"), ("Tom Brown 5B", "? P01"), ("my friend Tom Brown", "? P01"),
      ("Tom Brown and Aisha Khan", "? P01 P08"), ("Тom Brown", "? P01"), ("Elly", "? P13"),
    ])
  func `a name that is only like somebody's is a question, never a match`(
    _ text: String, _ candidates: String
  ) throws {
    #expect(try meaning(text) == candidates)
  }

  @Test(arguments: [
    "Ella Stone", "L1", "l1", "Sky", "AM", "Bob", "Xavier Quill", "?", "🙂", "123", "'",
    "Stone Ella", "Stone, Ella",
    "-–-",
  ])
  func `a name like nobody's, or that of a leaver, is a stranger`(_ text: String) throws {
    #expect(try meaning(text) == "–")
  }

  @Test func `one's own first name may be that of somebody else`() throws {
    #expect(try meaning("Maya", by: "P03") == "? P03 P04", "so that it does not say who wrote it")
    #expect(try meaning("Jun", by: "P15") == "? P15 P16")
    #expect(try meaning("Ravi", by: "P09") == "–")
    #expect(try meaning("Ravi Khan", by: "P09") == "P09")
  }

  @Test func `class-mates come before the year, and the year before the school`() throws {
    #expect(try meaning("Khan", by: "P08") == "? P08 P12", "those of 5A, not Ravi of 5B")
    #expect(try meaning("Khan", by: "P15") == "? P08 P09 P12")
    #expect(try meaning("Tom", by: "P15") == "? P19")
    #expect(try meaning("Tom", by: nil) == "? P01 P02 P19")
  }

  @Test func `a leaver's first name does not hide a pupil who is here`() throws {
    let roll = try #require(
      importedRoll(
        """
        pupil,name,known_as,left
        P1,Thomas Green,Tommy,
        P2,Tomas Reid,Tommy,2026-01-01
        P3,Sky Ray,,
        P4,Sky,,2026-01-01

        """
      ).roll)
    var matcher = NameMatcher(roll: roll)
    #expect(matcher.match("Tommy", by: nil) == .candidates([0]))
    #expect(matcher.match("Tommy Reid", by: nil) == .stranger)
    #expect(matcher.match("Tommy Green", by: nil) == .pupil(0))
    #expect(matcher.match("Sky", by: nil) == .candidates([1]))
  }

  @Test func `a roll that only says what pupils are called is matched by that`() throws {
    let roll = try #require(importedRoll("pupil,known_as\nP1,Tommy\nP2,Annie\nP3,Annie\n").roll)
    var matcher = NameMatcher(roll: roll)
    #expect(matcher.match("tommy", by: nil) == .pupil(0))
    #expect(matcher.match("Annie", by: nil) == .candidates([1, 2]))
    #expect(matcher.match("Tom", by: nil) == .candidates([0]))
  }

  @Test func `a roll without names knows only ids`() throws {
    let roll = try #require(importedRoll("pupil\nP1\nP2\n").roll)
    var matcher = NameMatcher(roll: roll)
    #expect(matcher.match("P2", by: 0) == .pupil(1))
    #expect(matcher.match("Tom", by: 0) == .stranger)
  }

  /// Whoever is matched has just the name that was written, and nobody else has it.
  ///
  /// The planted school has namesakes, twins, reordered and shared names in eight classes.
  @Test(arguments: 0..<3)
  func `no written name is ever matched on likeness`(_ seed: UInt64) throws {
    let planted = PlantedNames(seed: seed)
    let roll = try #require(importedRoll(planted.rollText).roll)
    var matcher = NameMatcher(roll: roll)
    var owners: [String: [Int32]] = [:]
    for (pupil, name) in planted.names.enumerated() {
      owners[PlantedNames.plain(name), default: []].append(Int32(pupil))
    }
    var matched = 0
    var unseen: [String] = []
    for written in planted.written {
      switch matcher.match(written.text, by: written.by) {
      case .pupil(let pupil):
        #expect(PlantedNames.owners(of: written.text, owners) == [pupil], "\(written)")
        matched += 1
      case .candidates(let candidates) where candidates.contains(written.meant): continue
      case .candidates, .stranger, .other: unseen.append(written.text)
      }
    }
    #expect(matched > planted.written.count / 10)
    #expect(unseen.count < planted.written.count / 50, "\(unseen)")
  }

  /// The edits of names are those of `NearestName`, up to a limit.
  @Test func `edits are counted like those of suggestions`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<3_000 {
      func word() -> [UInt16] {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in .random(in: 1...3, using: &random) }
      }
      let (a, b) = (word(), word())
      let edits = NearestName.editDistance(a, b)
      for limit in 0...2 {
        #expect(NameWords.edits(a[...], b[...], limit: limit) == (edits <= limit ? edits : nil))
      }
    }
  }
}

import Testing

@testable import Responses

struct NameScriptTests {
  @Test(
    arguments: [
      ("Tom Brown", false), ("Zoë O’Neill-Łuk", false), ("Анна Иванова", false),
      ("Анна Smith", false), ("李 明", false), ("Tom\u{A0}Brown", false), ("نیما\u{200C}رضا", false),
      ("T\u{200B}om", true), ("Tom\u{202E}nworB", true), ("T\u{043E}m", true),
      ("T\u{3BF}m", true), ("To\u{AD}m", true), ("To\u{200D}m", true), ("Tom\u{FEFF}", true),
      ("Tom\u{E0041}", true), ("Tom\u{7}", true),
    ])
  func `what the eye cannot see makes a name doubtful`(_ name: String, _ isDoubtful: Bool) {
    #expect(NameScript.isDoubtful(name) == isDoubtful)
    #expect((NameScript.revealed(name) != name) || !isDoubtful)
  }

  @Test func `hidden characters and foreign letters are shown by number`() {
    #expect(NameScript.revealed("T\u{200B}\u{43E}m") == "T⟨U+200B⟩⟨U+043E⟩m")
  }

  @Test func `a name that only looks equal is a question for a person`() throws {
    let imported = importedRoll("pupil,name\nP1,Tom Brown\nP2,Ann\u{200B} Ash\nP3,B\u{43E} Lee\n")
    #expect(
      imported.faults == ["roll.csv:3 roll-name-doubtful", "roll.csv:4 roll-name-doubtful"])
    #expect(imported.messages.contains { $0.contains("'Ann⟨U+200B⟩ Ash'") })
    let roll = try #require(imported.roll)
    #expect(roll.records.map(\.shownName) == ["Tom Brown", "Ann⟨U+200B⟩ Ash", "B⟨U+043E⟩ Lee"])
    var matcher = NameMatcher(roll: roll)
    #expect(matcher.match("Tom Brown", by: nil) == .pupil(0))
    #expect(matcher.match("Tom\u{200B} Brown", by: nil) == .candidates([0]))
    #expect(matcher.match("Ann Ash", by: nil) == .candidates([1]))
    #expect(matcher.match("P2", by: nil) == .pupil(1))
    #expect(matcher.certain("Ann Ash") == nil && matcher.certain("P3") == 2)
    #expect(matcher.match("Bo Lee", by: nil) != .pupil(2))
    #expect(matcher.reason("Tom\u{200B} Brown", [0]) == .hiddenCharacters)
    #expect(matcher.reason("Ann Ash", [1]) == .hiddenCharacters)
  }
}

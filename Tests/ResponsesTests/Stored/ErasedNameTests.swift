import Foundation
import Testing

@testable import Responses

struct ErasedNameTests {
  private static func record(_ id: String, _ name: String, _ knownAs: String = "") -> RollRecord {
    RollRecord(
      id: id, name: name, knownAs: knownAs, hasLeft: false, isOptedOut: false, groups: [])
  }

  private static let zoe = ErasedName(
    id: "E999421723026", records: [record("E999421723026", "Zoë O'Neill", "Zed")])

  @Test(arguments: [
    "Zoë O'Neill", "zoë o'neill", "ZOË O'NEILL", "Zoe O'Neill", "Zoe\u{308} O'Neill",
    "O'Neill, Zoë", "O'Neill Zoë", "o'neill, zoe", "Zed O'Neill", "zed o’neill", "O'Neill, Zed",
    "Zoë O’Neill", "Zoë  O'Neill", "Zoë\u{A0}O'Neill", "Zoë\nO'Neill", "O'Neill,Zoë",
    "E999421723026", "e999421723026",
  ])
  func `a name goes out of a text in every spelling`(_ spelling: String) {
    let text = "We miss \(spelling). Ask \(spelling)’s mum."
    #expect(Self.zoe.stands(in: text))
    let cleared = Self.zoe.removed(from: text)
    #expect(cleared == "We miss (name removed). Ask (name removed)’s mum.")
    #expect(!Self.zoe.stands(in: cleared))
  }

  @Test(arguments: ["Zoë", "O'Neill", "Zed", "Zoë and O'Neill", "Neill Zoë", ""])
  func `a single word, or words apart, stay in a text`(_ text: String) {
    #expect(!Self.zoe.stands(in: text))
    #expect(Self.zoe.removed(from: text) == text)
  }

  @Test(arguments: [
    "Mary Jane Watson", "Watson, Mary Jane", "Jane Watson, Mary", "MJ Watson", "Watson, MJ",
  ])
  func `any of the words may be the surname`(_ spelling: String) {
    let name = ErasedName(
      id: "P7", records: [Self.record("P7", "Mary Jane Watson", "MJ Watson")])
    #expect(name.removed(from: "(\(spelling))") == "((name removed))")
  }

  @Test func `a short id stays in a text, since it could be any number`() {
    let name = ErasedName(id: "12", records: [Self.record("12", "Tom Brown")])
    #expect(name.removed(from: "12 of us saw Tom Brown") == "12 of us saw (name removed)")
  }

  @Test func `the names of others stay where they hold the name`() {
    let records = [
      Self.record("pupil1", "Tom Brown"), Self.record("pupil12", "Tom Browne"),
      Self.record("pupil13", "Tom Brown-Smith", "Tom"),
    ]
    let name = ErasedName(id: "pupil1", records: records)
    for kept in ["Tom Browne", "tom browne", "pupil12", "Pupil13", "Tom Brown-Smith"] {
      #expect(!name.stands(in: "It was \(kept)."), "\(kept)")
      #expect(name.removed(from: "It was \(kept).") == "It was \(kept).")
    }
    let text = "Tom Browne hit Tom Brown, and pupil12 saw pupil1"
    #expect(
      name.removed(from: text) == "Tom Browne hit (name removed), and pupil12 saw (name removed)")
  }

  @Test func `names of every roll go`() {
    let name = ErasedName(
      id: "P1", records: [Self.record("P1", "Tom Brown"), Self.record("P1", "Tom Green", "Tommy")])
    #expect(name.removed(from: "Tom Brown; Tommy Green") == "(name removed); (name removed)")
  }
}

import Instruments
import Statistics
import Testing

@testable import Responses

struct RollRecordTests {
  /// What a roll says, in words: each pupil with every label, the headings, those who have left.
  private struct Said: Equatable {
    var pupils: [[String]] = []
    var headings: [String]
    var leavers: Set<Roll.Leaver>

    init(_ roll: Roll) {
      func label(_ column: LabelColumn?, _ pupil: Int) -> String {
        guard let column, column.cells[pupil] >= 0 else { return "" }
        return column.labels[Int(column.cells[pupil])]
      }
      let others = roll.others.filter { $0.value.cells.contains { $0 >= 0 } }
        .sorted { $0.key < $1.key }
      headings = others.map(\.key)
      leavers = Set(roll.leavers)
      for pupil in 0..<roll.count {
        pupils.append(
          [
            roll.ids[pupil], roll.names?[pupil] ?? "", roll.knownAs?[pupil] ?? "",
            label(roll.classes, pupil), label(roll.years, pupil), "\(roll.optedOut[pupil])",
          ] + others.map { label($0.value, pupil) })
      }
    }
  }

  private static func planted(_ seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    let columns = ["known_as", "opted_out", "left", "house", "sex", "blank"]
    let further = columns.filter { _ in Bool.random(using: &random) }
    let lines = PlantedNames(seed: seed).rollText.split(separator: "\n").map(String.init)
    func cell(_ column: String) -> String {
      switch column {
      case "known_as": ["", "", "Tommy", "Zoë O'Neill", "O’"].randomElement(using: &random) ?? ""
      case "opted_out": ["", "", "", "yes"].randomElement(using: &random) ?? ""
      case "left": ["", "", "", "1/9/2020"].randomElement(using: &random) ?? ""
      case "house": ["Oak", "Elm", "", "Ash"].randomElement(using: &random) ?? ""
      case "sex": ["F", "M"].randomElement(using: &random) ?? ""
      default: ""
      }
    }
    return lines.enumerated().map { row, line in
      ([line] + further.map { row == 0 ? $0 : cell($0) }).joined(separator: ",")
    }.joined(separator: "\n")
  }

  @Test(arguments: 0..<12)
  func `a roll comes back from its records whatever their order`(_ seed: UInt64) throws {
    let roll = try #require(importedRoll(Self.planted(seed)).roll)
    var random = SeededGenerator(seed: seed)
    let back = Roll(roll.records.shuffled(using: &random))
    #expect(Said(back) == Said(roll))
    #expect(Set(back.records) == Set(roll.records))
    let texts = PlantedNames(seed: seed).written.map(\.text) + (0..<roll.count).map { roll.ids[$0] }
    let few = Array(texts.shuffled(using: &random).prefix(60))
    for reach in [NominationRule.Scope.class, .school] {
      #expect(back.meanings(of: few, reach: reach) == roll.meanings(of: few, reach: reach))
    }
  }

  @Test func `an id is text, and so are labels`() throws {
    let text = "pupil,name,class,year,house\n007,Jo,1A,1,\n07,Al,,2,0\n7,Bo,1a,,-\n"
    let roll = try #require(importedRoll(text).roll)
    #expect(Said(Roll(roll.records.reversed())) == Said(roll))
  }

  @Test func `the whole roll may have left`() throws {
    let roll = try #require(importedRoll("pupil,name,left\nP1,Tom Brown,yes\nP2,Al,\n").roll)
    let back = Roll(roll.records.filter(\.hasLeft))
    #expect(back.count == 0)
    #expect(back.leavers == roll.leavers)
    #expect(Roll([]).count == 0)
  }

  @Test func `a newer roll says who joined, who left and who changed`() throws {
    let before = try #require(
      importedRoll("pupil,name,class,left\nP1,A B,1,\nP2,C D,1,\nP3,E F,1,\nP9,Old Boy,,yes\n").roll
    )
    let after = try #require(
      importedRoll("pupil,name,class,left\nP2,C D,2,\nP3,E F,1,yes\nP4,G H,1,\n").roll)
    let change = RollChange(from: before.records, to: after.records)
    #expect(!change.isFirst && !change.isNone)
    #expect(change.joined.map(\.id) == ["P4"])
    #expect(change.left.map(\.id) == ["P1", "P3"])
    #expect(change.changed.map(\.after.id) == ["P2"])
    #expect(change.pupils == 2)
    #expect(RollChange(from: nil, to: after.records).isFirst)
    #expect(RollChange(from: after.records.reversed(), to: after.records).isNone)
  }
}

import Instruments
import Testing

@testable import Analysis

/// A key turns the codes of a person into one number, as the instrument says.
struct ScoreKeyTests {
  private func key(_ small: SmallInstrument) throws -> ScoreKey {
    let instrument = try small.read()
    return try #require(ScoreKey(instrument.scores[0], in: instrument))
  }

  /// The score of a row of codes, `nil` for an item left out.
  private func score(_ key: ScoreKey, _ codes: [Int?]) -> Double? {
    var sum = 0
    var answered = 0
    for (use, code) in codes.enumerated() {
      guard let code,
        let place = key.items[use].format.points.firstIndex(where: { $0.value == code })
      else { continue }
      sum += Int(key.values(ofUse: use)[place])
      answered += 1
    }
    return answered < key.score.minimumAnswered ? nil : key.value(sum: sum, answered: answered)
  }

  private static let cases: [(String, [Int?], Double?)] = [
    ("id: s, items: [a, b, c], method: mean", [4, 5, 1], 4.666666666666667),
    ("id: s, items: [a, b, c], method: mean", [4, nil, 1], 4.5),
    ("id: s, items: [a, b, c], method: mean", [4, nil, nil], nil),
    ("id: s, items: [a, b, c], method: mean, range: [0, 100]", [4, 5, 1], 91.66666666666667),
    ("id: s, items: [a, b, c], method: mean, range: [0, 100]", [1, 1, 5], 0),
    ("id: s, items: [a, b, c], method: mean, range: [0, 100]", [5, 5, 1], 100),
    ("id: s, items: [a, b, c], method: sum", [4, 5, 1], 14),
    ("id: s, items: [a, b, c], method: sum", [4, 5, nil], nil),
    ("id: s, items: [a, b, c], method: sum, min_answered: 2", [4, 5, nil], 13.5),
    ("id: s, items: [a, b, c], method: sum, min_answered: 1, range: [0, 12]", [3, nil, nil], 6),
  ]

  @Test(arguments: cases)
  func `a score is the sum of what was answered, once divided`(
    rule: String, codes: [Int?], expected: Double?
  ) throws {
    let key = try key(SmallInstrument(items: ["a", "b", "-c"], scores: [rule]))
    #expect(isClose(score(key, codes), expected))
  }

  @Test func `a reversed item is turned by the declared ends, not by what was answered`() throws {
    let key = try key(
      SmallInstrument(items: ["a", "-b"], scores: ["id: s, items: [b], method: mean"]))
    #expect((1...5).map { score(key, [$0]) } == [5, 4, 3, 2, 1])
  }

  @Test func `a score's use of an item may turn it the other way than the item`() throws {
    let rule = "id: s, items: [a, { item: b, reverse: false }], method: mean"
    let key = try key(SmallInstrument(items: ["a", "-b"], scores: [rule]))
    #expect(score(key, [2, 5]) == 3.5)
  }

  @Test(arguments: [
    ("mean", "", 1.0...5.0, 1.0), ("sum", "", 2.0...10.0, 2.0),
    ("mean", ", range: [0, 100]", 0.0...100.0, 25.0), ("sum", ", range: [0, 40]", 0.0...40.0, 10.0),
  ])
  func `the ends of a score and what a point is worth follow from the declared codes`(
    method: String, range: String, ends: ClosedRange<Double>, unit: Double
  ) throws {
    let rule = "id: s, items: [a, b], method: \(method)\(range)"
    let key = try key(SmallInstrument(items: ["a", "b"], scores: [rule]))
    #expect(key.ends == ends)
    #expect(key.unit == unit)
  }

  @Test func `every byte that is no point of the scale counts as missing`() throws {
    let key = try key(SmallInstrument(items: ["a"], scores: ["id: s, items: [a], method: mean"]))
    let values = key.values(ofUse: 0)
    #expect(values[..<5] == [0, 1, 2, 3, 4])
    #expect(values[5...].allSatisfy { $0 == ScoreKey.missing })
  }

  @Test func `a score over an item without a scale is refused`() throws {
    var instrument = try SmallInstrument(
      items: ["a"], scores: ["id: s, items: [a], method: mean"], further: ["{ id: t, type: text }"]
    ).read()
    instrument.scores[0].uses.append(Score.Use(item: "t", isReversed: false))
    #expect(ScoreKey(instrument.scores[0], in: instrument) == nil)
    instrument.scores[0].uses[1].item = "unknown"
    #expect(ScoreKey(instrument.scores[0], in: instrument) == nil)
  }
}

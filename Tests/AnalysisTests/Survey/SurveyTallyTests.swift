import Instruments
import Responses
import Statistics
import Testing

@testable import Analysis

/// The tally counts bytes in blocks; these tests count the same rows one by one.
struct SurveyTallyTests {
  private static let small = SmallInstrument(
    items: ["a", "b", "-c", "d"],
    scores: [
      "id: s, items: [a, b, c], method: mean, min_answered: 2, range: [0, 100]",
      "id: t, items: [c, d], method: sum, min_answered: 2",
    ])

  private static func random(_ rows: Int, seed: UInt64) throws -> (ResponseTable, [[Int?]]) {
    var random = SeededGenerator(seed: seed)
    let codes = (0..<rows).map { _ in
      (0..<4).map { _ in [1, 2, 3, 4, 5, nil, nil].randomElement(using: &random) ?? nil }
    }
    let lines = codes.map { row in row.map { $0.map(String.init) ?? "DK" }.joined(separator: ",") }
    return (try small.responses(lines).table, codes)
  }

  private static func keys(_ table: ResponseTable) -> [ScoreKey] {
    table.instrument.scores.compactMap { ScoreKey($0, in: table.instrument) }
  }

  /// The two scores of a row, by the rule in words.
  private static func scores(_ row: [Int?]) -> [Double?] {
    let first = [row[0], row[1], row[2].map { 6 - $0 }].compactMap { $0 }
    let second = [row[2].map { 6 - $0 }, row[3]].compactMap { $0 }
    let mean = first.count >= 2 ? Double(first.reduce(0, +)) / Double(first.count) : nil
    return [
      mean.map { 100 * (($0 - 1) / 4) }, second.count == 2 ? Double(second.reduce(0, +)) : nil,
    ]
  }

  @Test(arguments: [0, 1, 7, 8_191, 8_192, 8_193, 16_385], [1, 3])
  func `counts and scores of every group equal a count row by row`(rows: Int, groups: Int) throws {
    let (table, codes) = try Self.random(rows, seed: UInt64(rows + groups))
    var random = SeededGenerator(seed: 5)
    let group = codes.map { _ in Int32.random(in: -1..<Int32(groups), using: &random) }
    let tally = SurveyTally(table, keys: Self.keys(table), groups: group, groupCount: groups)
    for bucket in 0...groups {
      let wanted = Int32(bucket == groups ? -1 : bucket)
      let own = codes.indices.filter { group[$0] == wanted }.map { codes[$0] }
      let isEmptyTable = rows == 0
      #expect(tally.rows[isEmptyTable ? 0 : bucket] == own.count)
      guard !isEmptyTable else { break }
      for item in 0..<4 {
        for code in 1...5 {
          let count = tally.items[item].count(UInt8(code - 1), inGroup: bucket)
          #expect(count == own.count { $0[item] == code })
        }
        let unknown = tally.items[item].count(CellCode.firstDeclared + 1, inGroup: bucket)
        #expect(unknown == own.count { $0[item] == nil })
      }
      for score in 0..<2 {
        let found = tally.scores[score].scores(ofGroup: bucket)
        let all = own.map { Self.scores($0)[score] }
        #expect(found.unscored == all.count { $0 == nil })
        let naive = Frequencies(all.compactMap { $0 })
        #expect(found.scores.n == naive.n)
        #expect(isClose(found.scores.mean, naive.mean) && isClose(found.scores.sd, naive.sd))
      }
    }
  }

  @Test(arguments: [7, 8_193])
  func `moments of complete rows equal a count row by row`(rows: Int) throws {
    let (table, codes) = try Self.random(rows, seed: 3)
    let tally = SurveyTally(table, keys: Self.keys(table))
    let values = codes.compactMap { row -> [Int?]? in
      guard let a = row[0], let b = row[1], let c = row[2] else { return nil }
      return [a - 1, b - 1, 5 - c]
    }
    var naive = PairwiseMoments(items: 3)
    for row in values { naive.add(row) }
    let moments = tally.scores[0].moments(ofGroup: 0)
    #expect(moments.n == values.count)
    #expect(isClose(moments.alpha, naive.alpha, 1e-9))
  }

  @Test func `groups added up are the whole`() throws {
    let (table, codes) = try Self.random(9_000, seed: 11)
    let group = codes.indices.map { Int32($0 % 4) - 1 }
    let parts = SurveyTally(table, keys: Self.keys(table), groups: group, groupCount: 3).merged()
    let whole = SurveyTally(table, keys: Self.keys(table))
    #expect(parts.rows == whole.rows)
    for score in 0..<2 {
      #expect(parts.scores[score].scores(ofGroup: 0) == whole.scores[score].scores(ofGroup: 0))
      #expect(
        parts.scores[score].moments(ofGroup: 0).alpha
          == whole.scores[score].moments(ofGroup: 0).alpha)
    }
    for item in 0..<4 {
      for code in UInt8(0)...255 {
        #expect(
          parts.items[item].count(code, inGroup: 0) == whole.items[item].count(code, inGroup: 0))
      }
    }
  }
}

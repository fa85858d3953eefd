import Instruments
import Testing

@testable import Responses

/// Columns of several rounds put end to end.
struct PooledTests {
  private static let items = [
    item("safe", often, text: "I feel safe"), item("age", .number), item("comment", .text),
    item("where", .multiple([point("in"), point("out")])), item("day", .date),
  ]
  private static let other = [
    Instrument.MissingReason(reason: "absent", point: point("AB")), usualReasons[1],
    usualReasons[0],
  ]

  private func table(
    _ text: String, items: [Item] = Array(items.prefix(1)),
    missing: [Instrument.MissingReason] = usualReasons, extras: [String] = []
  ) throws -> ResponseTable {
    let found = imported(
      text, for: instrument(items, missing: missing), options { $0.extras = extras })
    return try #require(found.table, "\(found.messages)")
  }

  @Test func `missing reasons keep their words whatever their order`() throws {
    let first = try table("safe\nAB\nDK\nPN\n4\n", missing: Self.other)
    let second = try table("safe\nDK\n1\n")
    let pooled = ResponseTable.pooled([("one", first), ("two", second)]).table
    let cells = try #require(pooled.codes("safe")).cells
    let reasons = cells.map { cell in
      CellCode.isAnswer(cell) ? "\(cell)" : pooled.instrument.missing[Int(cell) - 240].reason
    }
    #expect(reasons == ["absent", "dont_know", "prefer_not", "3", "dont_know", "0"])
  }

  @Test func `every kind of column is put end to end`() throws {
    let heading = "safe,age,comment,where,day\n"
    let first = try table(heading + "1,7,fine,,2026-05-04\n2,,,,\n", items: Self.items)
    let second = try table(heading + "3,8,,in,2026-05-05\n", items: Self.items)
    let pooled = ResponseTable.pooled([("one", first), ("two", second)]).table
    #expect(pooled.items.keys.sorted() == ["age", "comment", "day", "safe", "where"])
    #expect(pooled.items.values.allSatisfy { $0.count == 3 })
    guard case .numbers(let ages)? = pooled.items["age"],
      case .texts(let comments)? = pooled.items["comment"],
      case .options(let places)? = pooled.items["where"]
    else {
      Issue.record("a column changed its kind")
      return
    }
    #expect(ages.cells == [7, nil, 8])
    #expect((0..<3).map { comments[$0] } == ["fine", "", ""])
    #expect(places.cells == [0, 0, OptionColumn.answered | 1])
  }

  @Test func `further columns keep their labels, and rows their records`() throws {
    let first = try table("safe,site\n1,North\n,\n2,East\n", extras: ["site"])
    let second = try table("safe,site\n1,East\n2,West\n", extras: ["site"])
    let third = try table("safe\n1\n")
    let (pooled, rounds, _) = ResponseTable.pooled([
      ("one", first), ("two", second), ("three", third),
    ])
    let site = try #require(pooled.extras["site"])
    #expect(
      site.cells.map { $0 < 0 ? "-" : site.labels[Int($0)] }
        == ["North", "East", "East", "West", "-"])
    #expect((0..<5).map(pooled.record) == [1, 3, 1, 2, 1])
    #expect(rounds.labels == ["one", "two", "three"] && rounds.cells == [0, 0, 1, 1, 2])
  }
}

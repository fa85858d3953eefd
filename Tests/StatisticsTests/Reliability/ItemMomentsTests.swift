import Statistics
import Testing

struct ItemMomentsTests {
  private func moments(_ recorded: Reference.Reliability) throws -> ItemMoments {
    let rows = recorded.rows.map { $0.compactMap { $0 } }
    let items = try #require(recorded.rows.first).count
    return ItemMoments(items: items, rows: rows.filter { $0.count == items })
  }

  @Test func `alpha and its relatives agree with pingouin and NumPy`() throws {
    for recorded in try Reference.reliabilities() {
      let moments = try moments(recorded)
      let interval = moments.alphaInterval()
      #expect(moments.n == recorded.n)
      #expect(isClose(moments.alpha, recorded.alpha))
      #expect(isClose(interval?.low, recorded.interval[0]))
      #expect(isClose(interval?.high, recorded.interval[1]))
      #expect(isClose(moments.standardisedAlpha, recorded.standardised))
      #expect(isClose(moments.standardErrorOfMeasurement, recorded.sem))
      for (figure, expected) in zip(moments.alphaIfDropped, recorded.ifDropped) {
        #expect(isClose(figure, expected))
      }
      for (figure, expected) in zip(moments.itemRest, recorded.itemRest) {
        #expect(isClose(figure, expected))
      }
    }
  }

  @Test func `a published scale of eleven items has its published alpha`() throws {
    // Data of pingouin's documentation, after real-statistics.com, "Cronbach's alpha".
    let published = try #require(try Reference.reliabilities().first)
    #expect(isClose(try moments(published).alpha, 0.8016949152542373, within: 1e-15))
  }

  @Test func `parts added in any order give the same digits as all rows at once`() throws {
    var generator = SeededGenerator(seed: 3)
    let rows = (0..<300).map { _ in (0..<6).map { _ in Int.random(in: 1...7, using: &generator) } }
    let whole = ItemMoments(items: 6, rows: rows)
    let shuffled = rows.shuffled(using: &generator)
    var parts = ItemMoments(items: 6)
    parts += ItemMoments(items: 6, rows: shuffled[200...])
    parts += ItemMoments(items: 6, rows: shuffled[..<200])
    #expect(parts == whole && parts.alpha == whole.alpha)
    #expect(ItemMoments(n: whole.n, sums: whole.sums, products: whole.products) == whole)
  }

  @Test func `a scale with one item has no alpha`() {
    let one = ItemMoments(items: 1, rows: [[1], [2], [4]])
    #expect(one.alpha == nil && one.standardisedAlpha == nil && one.alphaInterval() == nil)
    #expect(one.itemRest == [nil] && one.alphaIfDropped == [nil])
  }

  @Test(arguments: [[], [[1, 2, 3]], [[1, 3, 2], [3, 2, 1], [2, 2, 2]]])
  func `without rows, or without variance of the total, there is no alpha`(_ rows: [[Int]]) {
    let moments = ItemMoments(items: 3, rows: rows)
    #expect(moments.alpha == nil && moments.standardErrorOfMeasurement == nil)
    #expect(moments.alphaInterval() == nil)
  }

  @Test func `two items have no alpha if one is dropped`() {
    let two = ItemMoments(items: 2, rows: [[1, 2], [2, 2], [4, 5]])
    #expect(two.alphaIfDropped == [nil, nil])
    #expect(two.alpha != nil)
  }

  @Test func `an item without variance stays in the scale but has no correlation`() {
    let rows = [[1, 2, 3], [2, 3, 3], [4, 3, 3], [5, 5, 3]]
    let moments = ItemMoments(items: 3, rows: rows)
    let two = ItemMoments(items: 2, rows: rows.map { Array($0.prefix(2)) })
    #expect(isClose(moments.alpha, two.alpha.map { $0 * 1.5 / 2 }))
    #expect(moments.standardisedAlpha == nil)
    #expect(moments.itemRest[2] == nil && moments.itemRest[0] != nil)
  }

  @Test func `a contradicted scale has a negative alpha, which is reported`() throws {
    let alpha = try #require(ItemMoments(items: 2, rows: [[1, 5], [2, 3], [5, 2]]).alpha)
    #expect(alpha < 0)
  }

  @Test func `identical items have an alpha of exactly 1 and no error of measurement`() {
    let moments = ItemMoments(items: 3, rows: [[1, 1, 1], [2, 2, 2], [5, 5, 5]])
    #expect(moments.alpha == 1 && moments.standardErrorOfMeasurement == 0)
    #expect(moments.alphaInterval()?.low == 1 && moments.alphaInterval()?.high == 1)
  }

  @Test func `codes far from zero lose no digits, not even beyond 64 bits`() {
    let rows = [[1, 2, 1], [2, 3, 5], [4, 3, 2], [5, 5, 4], [3, 1, 2]]
    let near = ItemMoments(items: 3, rows: rows)
    for offset in [1_000_000, 1_000_000_000] {
      let far = ItemMoments(items: 3, rows: rows.map { $0.map { $0 + offset } })
      #expect(far.alpha == near.alpha && far.itemRest == near.itemRest)
    }
  }
}

import Statistics
import Testing

struct FreeListsTests {
  @Test func `both indices agree with R`() throws {
    let lists = try RecordedData.read().lists
    let recorded = try RecordedFigures.read().lists
    let salience = try #require(FreeLists(lists))
    #expect(salience.persons == 30 && salience.items.map(\.id).sorted() == recorded.id)
    for item in salience.items {
      let place = try #require(recorded.id.firstIndex(of: item.id))
      #expect(item.lists == recorded.lists[place])
      #expect(isClose(item.meanRank, recorded.meanRank[place]))
      #expect(isClose(item.smith, recorded.smith[place]))
      #expect(isClose(item.sutrop, recorded.sutrop[place]))
    }
    #expect(salience == FreeLists(lists.reversed()))
    #expect(zip(salience.items, salience.items.dropFirst()).allSatisfy { $0.smith >= $1.smith })
  }

  @Test func `what everybody lists first has the salience 1`() throws {
    let salience = try #require(FreeLists([[5, 2], [5], [5, 9, 2]]))
    #expect(salience.items.map(\.id) == [5, 2, 9])
    #expect(salience.items[0].smith == 1 && salience.items[0].sutrop == 1)
    #expect(isClose(salience.items[1].smith, (0.5 + 1.0 / 3) / 3))
    #expect(isClose(salience.items[1].sutrop, 2 / (3 * 2.5)))
  }

  @Test func `a repeated item counts once, and persons who wrote nothing count`() throws {
    let salience = try #require(FreeLists([[1, 1, 2], []], persons: 4))
    #expect(salience.items.map(\.smith) == [0.25, 0.125])
    #expect(FreeLists([[1, 2]], persons: 4)?.items == salience.items)
    #expect(FreeLists([]) == nil && FreeLists([[1], [2]], persons: 1) == nil)
    #expect(FreeLists([[], []])?.items == [])
  }
}

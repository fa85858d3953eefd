import Statistics
import Testing

struct CohensHTests {
  @Test func `h agrees with R`() throws {
    for effect in try RecordedFigures.read().effects {
      let counts = effect.counts
      #expect(isClose(CohensH.h((counts[0], counts[1]), (counts[2], counts[3])), effect.h))
    }
  }

  @Test func `the transformed shares are those of Cohen's table`() throws {
    // J. Cohen (1988), table 6.2.2: 1.369 for a share of 0.40 and 1.571 for 0.50.
    let four = try #require(CohensH.h((2, 5), (0, 1)))
    let five = try #require(CohensH.h((1, 2), (0, 1)))
    #expect(abs(four - 1.369) < 5e-4 && abs(five - 1.571) < 5e-4)
  }

  @Test func `h turns its sign with the groups and ends at pi`() {
    #expect(CohensH.h((1, 4), (1, 2)) == CohensH.h((1, 2), (1, 4)).map { -$0 })
    #expect(
      CohensH.h((3, 3), (0, 9)) == Double.pi && CohensH.h((2, 6), (1, 3)).map(abs) ?? 1 < 1e-15)
    #expect(CohensH.h((0, 0), (1, 2)) == nil && CohensH.h((1, 2), (0, 0)) == nil)
  }
}

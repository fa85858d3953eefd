import Statistics
import Testing

struct MultipleComparisonsTests {
  @Test func `adjusted p values agree with statsmodels`() throws {
    let recorded = try Reference.figures().adjusted
    let found = MultipleComparisons.benjaminiHochberg(recorded.p)
    let stepDown = MultipleComparisons.holm(recorded.p)
    for place in recorded.p.indices {
      #expect(isClose(found[place], recorded.benjaminiHochberg[place], within: 1e-14))
      #expect(isClose(stepDown[place], recorded.holm[place], within: 1e-14))
    }
  }

  @Test func `the published example has four findings, and three by the stricter rule`() {
    // Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995) 289–300.
    let p: [Double] = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1,
    ]
    let found = MultipleComparisons.benjaminiHochberg(p).compactMap { $0 }
    let strict = MultipleComparisons.holm(p).compactMap { $0 }
    #expect(found.filter { $0 <= 0.05 }.count == 4)
    #expect(strict.filter { $0 <= 0.05 }.count == 3)
    #expect(isClose(found[3], 0.035625, within: 1e-14))
  }

  @Test func `missing p values stay missing and do not count`() {
    let p: [Double?] = [0.04, nil, 0.01, nil]
    #expect(MultipleComparisons.benjaminiHochberg(p) == [0.04, nil, 0.02, nil])
    #expect(MultipleComparisons.holm(p) == [0.04, nil, 0.02, nil])
    #expect(MultipleComparisons.holm([]) == [])
  }

  @Test func `one comparison is not adjusted`() {
    #expect(MultipleComparisons.benjaminiHochberg([0.03]) == [0.03])
    #expect(MultipleComparisons.holm([0.03]) == [0.03])
  }

  @Test func `adjusted values keep the order of the values and never fall below them`() {
    var generator = SeededGenerator(seed: 5)
    let p = (0..<40).map { _ in Double.random(in: 0...1, using: &generator) }.sorted()
    for adjusted in [MultipleComparisons.benjaminiHochberg(p), MultipleComparisons.holm(p)] {
      let values = adjusted.compactMap { $0 }
      #expect(values == values.sorted() && zip(values, p).allSatisfy { $0 >= $1 && $0 <= 1 })
    }
  }
}

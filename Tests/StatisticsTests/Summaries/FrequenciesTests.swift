import Statistics
import Testing

struct FrequenciesTests {
  @Test func `summaries agree with NumPy`() throws {
    for recorded in try Reference.figures().summaries {
      let frequencies = Frequencies(recorded.values)
      #expect(frequencies.n == recorded.n)
      #expect(isClose(frequencies.mean, recorded.mean, within: 1e-14))
      #expect(isClose(frequencies.sd, recorded.sd, within: 1e-12))
      for pair in recorded.quantiles {
        #expect(isClose(frequencies.quantile(pair[0]), pair[1], within: 1e-14))
      }
    }
  }

  @Test func `equal values are merged and empty entries dropped`() {
    let frequencies = Frequencies(counts: [(2, 1), (1, 3), (2, 4), (-0.0, 1), (0.0, 2), (9, 0)])
    #expect(frequencies.values == [0, 1, 2])
    #expect(frequencies.counts == [3, 3, 5])
    #expect(frequencies.n == 11)
    #expect(frequencies.values[0].sign == .plus)
  }

  @Test func `without observations there is no figure`() {
    let none = Frequencies([Double]())
    #expect(none.isEmpty && none.sum == 0)
    #expect(none.mean == nil && none.sd == nil && none.median == nil && none.quartiles == nil)
    #expect(none.minimum == nil && none.maximum == nil && none.share(at: 1) == nil)
  }

  @Test func `one observation has a mean but no spread`() {
    let one = Frequencies([3.25])
    #expect(one.mean == 3.25 && one.median == 3.25)
    #expect(one.sd == nil && one.variance == nil)
  }

  @Test func `equal observations have a spread of exactly 0`() {
    #expect(Frequencies(Array(repeating: 0.1, count: 7)).sd == 0)
  }

  @Test func `the order of the observations does not change a bit`() {
    var generator = SeededGenerator(seed: 11)
    let values = (0..<2000).map { _ in Double(Int.random(in: 1...700, using: &generator)) / 7 }
    let first = Frequencies(values)
    for _ in 0..<5 {
      let other = Frequencies(values.shuffled(using: &generator))
      #expect(other == first)
      #expect(other.mean?.bitPattern == first.mean?.bitPattern)
      #expect(other.sd?.bitPattern == first.sd?.bitPattern)
    }
  }

  @Test func `the sum of many tenths is the nearest number to the truth`() {
    #expect(Frequencies(counts: [(0.1, 10_000_000), (1e15, 1), (-1e15, 1)]).sum == 1_000_000)
  }

  @Test func `counting and shares use whole observations`() {
    let marks = Frequencies(counts: [(1, 2), (2, 5), (4, 3)])
    #expect(marks.count(at: 2) == 5 && marks.count(at: 3) == 0)
    #expect(marks.count(atLeast: 2) == 8 && marks.count(atLeast: 2.5) == 3)
    #expect(marks.count(atLeast: 5) == 0 && marks.count(atLeast: -1) == 10)
    #expect(marks.share(at: 4) == 0.3)
  }

  @Test func `groups together are the group of all`() {
    let one = Frequencies([1.0, 2, 2, 3])
    let two = Frequencies([2.0, 5])
    #expect(one.merging(two) == Frequencies([1.0, 2, 2, 2, 3, 5]))
    #expect(one.merging(Frequencies([Double]())) == one)
  }

  @Test func `a linear change of scale moves mean and spread with it`() {
    let scores = Frequencies([1.0, 2, 2, 3, 5])
    let percent = scores.scaled(by: 25, plus: -25)
    #expect(percent.values == [0, 25, 50, 100])
    #expect(isClose(percent.mean, 25 * 2.6 - 25))
    #expect(isClose(percent.sd, scores.sd.map { 25 * $0 }))
    #expect(scores.scaled(by: -1).values == [-5, -3, -2, -1])
    #expect(scores.map { _ in 1 } == Frequencies(counts: [(1, 5)]))
  }

  @Test func `quantiles of nine numbers are those that R documents as type 7`() {
    let nine = Frequencies((1...9).map(Double.init))
    #expect(nine.quantile(0.1) == 1.8)
    #expect(nine.quartiles?.lower == 3 && nine.quartiles?.upper == 7)
    #expect(nine.quantile(0) == 1 && nine.quantile(1) == 9)
  }
}

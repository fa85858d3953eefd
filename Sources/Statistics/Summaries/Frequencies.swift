/// A distribution of figures: the distinct values in ascending order, each with its count.
///
/// A million persons with a ten-item score become a few dozen entries. Every summary is the same
/// to the last bit in whatever order the persons came.
public struct Frequencies: Sendable, Hashable {
  /// The distinct values, ascending.
  public let values: [Double]
  /// How often each value occurs, in the order of `values`; every count is positive.
  public let counts: [Int]
  /// The number of observations.
  public let n: Int

  /// Creates a distribution from values with their counts, in any order.
  ///
  /// Equal values are merged and counts of 0 dropped. Values are finite, counts not negative. Takes
  /// time n log n in the number of entries.
  public init(counts entries: [(value: Double, count: Int)]) {
    var values: [Double] = []
    var counts: [Int] = []
    var n = 0
    for (value, count) in entries.sorted(by: { $0.value < $1.value }) where count != 0 {
      precondition(value.isFinite && count > 0, "values are finite and counts not negative")
      n += count
      if value == values.last {
        counts[counts.count - 1] += count
      } else {
        values.append(value + 0)
        counts.append(count)
      }
    }
    self.values = values
    self.counts = counts
    self.n = n
  }

  /// Creates the distribution of finite single observations, in any order.
  ///
  /// Takes time linear in the observations, and n log n in the distinct values.
  public init(_ observations: some Sequence<Double>) {
    var tally: [Double: Int] = [:]
    for value in observations { tally[value, default: 0] += 1 }
    self.init(counts: tally.map { (value: $0.key, count: $0.value) })
  }

  /// Whether there is no observation.
  public var isEmpty: Bool { n == 0 }

  /// The smallest value, `nil` without observations.
  public var minimum: Double? { values.first }

  /// The largest value, `nil` without observations.
  public var maximum: Double? { values.last }

  /// The sum of all observations, computed in ascending order with compensation.
  public var sum: Double {
    var sum = CompensatedSum()
    for (value, count) in zip(values, counts) { sum.add(value, times: count) }
    return sum.value
  }

  /// How many observations equal `value`, found in time logarithmic in the distinct values.
  public func count(at value: Double) -> Int {
    let index = firstIndex(atLeast: value)
    return index < values.count && values[index] == value ? counts[index] : 0
  }

  /// How many observations are `threshold` or more.
  public func count(atLeast threshold: Double) -> Int {
    counts[firstIndex(atLeast: threshold)...].reduce(0, +)
  }

  /// The share of observations that equal `value`, from 0 to 1.
  ///
  /// - Returns: The share, `nil` without observations.
  public func share(at value: Double) -> Double? {
    isEmpty ? nil : Double(count(at: value)) / Double(n)
  }

  /// The distribution of the transformed values; values that become equal are merged.
  public func map(_ transform: (Double) -> Double) -> Frequencies {
    Frequencies(counts: zip(values, counts).map { (value: transform($0), count: $1) })
  }

  /// The distribution of `multiplier` × value + `offset`.
  public func scaled(by multiplier: Double, plus offset: Double = 0) -> Frequencies {
    map { $0 * multiplier + offset }
  }

  /// The distribution of this group and another taken together.
  public func merging(_ other: Frequencies) -> Frequencies {
    Frequencies(
      counts: zip(values + other.values, counts + other.counts).map { (value: $0, count: $1) })
  }

  private func firstIndex(atLeast value: Double) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

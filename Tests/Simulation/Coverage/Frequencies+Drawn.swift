import Statistics

extension Frequencies {
  /// The distribution of values by their counts.
  init(_ counts: [Int], of values: [Double]) {
    self.init(counts: zip(values, counts).map { (value: $0, count: $1) })
  }

  /// The distribution of values given by their places among `values`.
  init(places: some Sequence<Int>, of values: [Double]) {
    var counts = [Int](repeating: 0, count: values.count)
    for place in places { counts[place] += 1 }
    self.init(counts, of: values)
  }
}

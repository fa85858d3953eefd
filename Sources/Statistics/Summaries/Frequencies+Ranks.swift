/// Ranks of a distribution's values, equal values sharing the mean of their places.
extension Frequencies {
  /// Twice the rank of each distinct value, a whole number also where places are shared.
  var doubledMidranks: [Int] {
    var before = 0
    return counts.map { count in
      defer { before += count }
      return 2 * before + count + 1
    }
  }

  /// The sum of t³ − t over the distinct values, each occurring t times: what ties take away.
  var tieExcess: Double {
    counts.reduce(0) { sum, count in
      let t = Double(count)
      return sum + t * (t - 1) * (t + 1)
    }
  }

  /// The place of a value among the distinct ones; the value is one of them.
  func place(of value: Double) -> Int {
    var low = 0
    var high = values.count - 1
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension BlindChoice {
  /// The chance of each number of unchosen members from the binomial moments of that number:
  /// P(x) = sum over s >= x of (-1)^(s-x) C(s, x) S_s.
  ///
  /// - Returns: `nil` when rounding could reach 1e-8, that is when the sum of 2^s S_s times the
  ///   spacing of doubles does, or when a chance comes out below -1e-8.
  func byMoments() -> [Double]? {
    var moments: [Double] = []
    var size = 1.0
    var scale = 1.0
    let mean = moment(1)
    for s in 0...part.members {
      let value = moment(s)
      moments.append(value)
      size += scale * value
      scale *= 2
      guard size * Double.ulpOfOne * 4 < 1e-8 else { return nil }
      if Double(s) > 2 * mean + 4, scale * value < 1e-19 { break }
    }
    let chances = moments.indices.map { x in
      var (ways, sum) = (1.0, 0.0)
      for s in x..<moments.count {
        sum += (s - x).isMultiple(of: 2) ? ways * moments[s] : -ways * moments[s]
        ways *= Double(s + 1) / Double(s + 1 - x)
      }
      return sum
    }
    guard chances.allSatisfy({ $0 > -1e-8 }) else { return nil }
    return chances.map { max(0, $0) }
  }
}

import Sociometry

/// Indices of a group whose expected value under blind naming is known exactly.
enum MixingChecks {
  static let labels = (0..<30).map { Int32($0 < 16 ? 0 : $0 < 26 ? 1 : 2) }

  private static func homophily(_ graph: NominationGraph, _ labels: [Int32]) -> Homophily {
    let count = graph.vertexCount
    return Homophily.forGroups(
      of: .whole(vertexCount: count), labels: Partition(groups: labels, groupCount: 3), in: graph)[
        0]
  }

  /// The E-I index under blind naming, and of one graph under labels dealt out by lot.
  static func homophily(
    runs: Int, lot: inout Lot, formula: (Homophily) -> Double?
  ) -> Agreement {
    var agreement = Agreement()
    var draw = Draw(names: ChanceChecks.same(3, 30), groups: [30])
    draw.again(&lot)
    let kept = draw.graph
    var (blind, dealt) = (Spread(), Spread())
    var order = Array(0..<30)
    for _ in 0..<runs {
      draw.again(&lot)
      if let index = homophily(draw.graph, labels).index { blind.add(index) }
      lot.bringForward(30, of: &order)
      if let index = homophily(kept, order.map { labels[$0] }).index { dealt.add(index) }
    }
    guard let expected = formula(homophily(kept, labels)) else { return agreement }
    agreement.mean("blind naming", blind, expected: expected)
    agreement.mean("labels dealt out", dealt, expected: expected)
    return agreement
  }

  /// Names kept to one's own label beyond those expected, put together again from Coleman's index.
  ///
  /// The formula leaves out `oneself` from the members of a label whom its members can name.
  static func coleman(runs: Int, lot: inout Lot, oneself: Int = 1) -> Agreement {
    var agreement = Agreement()
    let names = ChanceChecks.unequal(30)
    let partition = Partition(groups: labels, groupCount: 3)
    var draw = Draw(names: names, groups: [30])
    var beyond = [Spread](repeating: Spread(), count: 3)
    let given = (0..<3).map { label in
      names.indices.reduce(0) { $0 + (labels[$1] == label ? names[$1] : 0) }
    }
    for _ in 0..<runs {
      draw.again(&lot)
      let matrix = MixingMatrix.forGroups(
        of: .whole(vertexCount: 30), labels: partition, in: draw.graph)[0]
      for label in 0..<3 {
        guard let index = matrix.coleman(label) else { continue }
        let expected = Double(given[label] * (matrix.sizes[label] - oneself)) / 29
        beyond[label].add(index * (index > 0 ? Double(given[label]) - expected : expected))
      }
    }
    for label in 0..<3 { agreement.mean("label \(label)", beyond[label], expected: 0) }
    return agreement
  }

  /// Edge reciprocity, and the triads by their mutual, asymmetric and null pairs.
  ///
  /// Three names each are drawn; the formulas are told of `names`.
  static func structure(runs: Int, lot: inout Lot, told names: Int = 3) -> Agreement {
    var agreement = Agreement()
    let (count, whole) = (24, Partition.whole(vertexCount: 24))
    var draw = Draw(names: ChanceChecks.same(3, count), groups: [count])
    var reciprocity = Spread()
    var triads: [[Int]: Spread] = [:]
    for _ in 0..<runs {
      draw.again(&lot)
      let graph = draw.graph
      if let share = NetworkIndices.forGroups(of: whole, in: graph)[0].edgeReciprocity {
        reciprocity.add(share)
      }
      let census = TriadCensus.forGroups(of: whole, in: graph)[0]
      var sums: [[Int]: Int] = [:]
      for kind in TriadCensus.Kind.allCases {
        sums[kind.rawValue.compactMap(\.wholeNumberValue), default: 0] += census[kind]
      }
      for (pairs, sum) in sums { triads[pairs, default: Spread()].add(Double(sum)) }
    }
    let told = UnchosenChance(names: ChanceChecks.same(names, count))
    agreement.mean(
      "reciprocity", reciprocity, expected: 2 * told.expectedMutualPairs / Double(3 * count))
    let expected = triadsByPairs(count: count, names: names)
    for (pairs, spread) in triads.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      agreement.mean("triads \(pairs)", spread, expected: expected[pairs] ?? 0)
    }
    return agreement
  }

  /// The expected triads of each kind of pairs: each of three members names both, one or none of
  /// the other two, whatever the others do.
  private static func triadsByPairs(count: Int, names: Int) -> [[Int]: Double] {
    let (others, given) = (Double(count - 1), Double(names))
    let both = given * (given - 1) / (others * (others - 1))
    let one = given / others - both
    let none = 1 - 2 * one - both
    var expected: [[Int]: Double] = [:]
    let triads = Double(count * (count - 1) * (count - 2) / 6)
    for code in 0..<64 {
      // Bits: first to second, first to third, second to first, second to third, third to first,
      // third to second.
      func names(_ bit: Int) -> Bool { code >> bit & 1 == 1 }
      let chance = [0, 2, 4].reduce(1.0) { chance, bit in
        chance * (names(bit) ? (names(bit + 1) ? both : one) : (names(bit + 1) ? one : none))
      }
      var pairs = [0, 0, 0]
      for (there, back) in [(0, 2), (1, 4), (3, 5)] {
        pairs[names(there) && names(back) ? 0 : names(there) || names(back) ? 1 : 2] += 1
      }
      expected[pairs, default: 0] += triads * chance
    }
    return expected
  }
}

/// Who names whom by label inside one group: the table that indices of segregation are made of.
public struct MixingMatrix: Sendable, Equatable {
  /// How many members have each label.
  public internal(set) var sizes: [Int]

  /// The nominations from each label to each label, the nominator's first.
  public internal(set) var ties: [[Int]]

  /// Coleman's index of a label: how far its members keep to their own (Coleman 1958).
  ///
  /// With o names given by them to labelled members, w of them to their own and e = o (n_g − 1) /
  /// (n − 1) expected, it is (w − e) / (o − e) where w is above e, else (w − e) / e.
  ///
  /// - Parameter label: The place of the label.
  /// - Returns: −1 where none keep to their own, 0 as group sizes give, 1 where all do; `nil` where
  ///   they give no name, or where there is nobody else.
  public func coleman(_ label: Int) -> Double? {
    let given = ties[label].reduce(0, +)
    let others = sizes.reduce(0, +) - 1
    guard given > 0, others > 0 else { return nil }
    let within = Double(ties[label][label])
    let expected = Double(given * (sizes[label] - 1)) / Double(others)
    if within > expected {
      return Double(given) > expected ? (within - expected) / (Double(given) - expected) : nil
    }
    return expected > 0 ? (within - expected) / expected : nil
  }

  /// The odds of a tie within a label to those of a tie between labels (Moody 2001).
  ///
  /// - Returns: 1 where labels make no difference, above 1 where members keep to their own; `nil`
  ///   where one of the four counts is zero.
  public var oddsRatio: Double? {
    let n = sizes.reduce(0, +)
    let within = ties.indices.reduce(0) { $0 + ties[$1][$1] }
    let between = ties.joined().reduce(0, +) - within
    let pairsWithin = sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    let pairsBetween = n * (n - 1) - pairsWithin
    let counts = [within, pairsBetween - between, pairsWithin - within, between]
    guard counts.allSatisfy({ $0 > 0 }) else { return nil }
    return Double(counts[0]) * Double(counts[1]) / (Double(counts[2]) * Double(counts[3]))
  }

  /// The assortativity by label: (Σ e_gg − Σ a_g b_g) / (1 − Σ a_g b_g) (Newman 2003).
  ///
  /// - Returns: 1 where all ties are within labels, 0 where labels make no difference; `nil` where
  ///   there is no tie, or all are given and received within one label.
  public var assortativity: Double? {
    let total = ties.joined().reduce(0, +)
    guard total > 0 else { return nil }
    let given = ties.map { $0.reduce(0, +) }
    let received = ties.indices.map { label in ties.reduce(0) { $0 + $1[label] } }
    let within = ties.indices.reduce(0) { $0 + ties[$1][$1] }
    let chance = zip(given, received).reduce(0) { $0 + $1.0 * $1.1 }
    guard chance < total * total else { return nil }
    return Double(within * total - chance) / Double(total * total - chance)
  }

  /// The matrices of a labelling inside every group of a partition.
  ///
  /// Nominations count when both ends are in the group and have a label.
  ///
  /// - Parameters:
  ///   - groups: The groups to print.
  ///   - labels: The labelling; vertices in none of its groups have no label.
  ///   - graph: The nominations.
  /// - Returns: One entry per group, in the partition's order.
  /// - Complexity: O(vertices + nominations + groups × labels²).
  public static func forGroups(
    of groups: Partition, labels: Partition, in graph: NominationGraph
  ) -> [MixingMatrix] {
    precondition(groups.vertexCount == graph.vertexCount, "one group per vertex")
    precondition(labels.vertexCount == graph.vertexCount, "one label per vertex")
    let zeros = [Int](repeating: 0, count: labels.groupCount)
    return (0..<groups.groupCount).map { group in
      var matrix = MixingMatrix(
        sizes: zeros, ties: Array(repeating: zeros, count: labels.groupCount))
      for member in groups.members(of: group) {
        guard let label = labels.group(of: Int(member)) else { continue }
        matrix.sizes[label] += 1
        for other in graph.named(by: Int(member))
        where groups.groups[Int(other)] == groups.groups[Int(member)] {
          if let otherLabel = labels.group(of: Int(other)) { matrix.ties[label][otherLabel] += 1 }
        }
      }
      return matrix
    }
  }
}

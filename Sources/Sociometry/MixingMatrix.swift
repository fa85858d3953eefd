/// Who names whom by label inside one group: the table that indices of segregation are made of.
public struct MixingMatrix: Sendable, Equatable {
  /// How many members have each label.
  public let sizes: [Int]

  /// The nominations from each label to each label, row by row, the nominator's first.
  private let counts: [Int]

  private init(sizes: [Int], counts: [Int]) {
    self.sizes = sizes
    self.counts = counts
  }

  /// The nominations from each label to each label, the nominator's first.
  public var ties: [[Int]] {
    sizes.indices.map { Array(counts[$0 * sizes.count..<($0 + 1) * sizes.count]) }
  }

  /// The nominations from one label to another.
  public subscript(nominator: Int, named: Int) -> Int { counts[nominator * sizes.count + named] }

  /// All nominations between members with a label.
  public var total: Int { counts.reduce(0, +) }

  /// Coleman's index of a label: how far its members keep to their own (Coleman 1958).
  ///
  /// With o names given by them to labelled members, w of them to their own and e = o (n_g − 1) /
  /// (n − 1) expected, it is (w − e) / (o − e) where w is above e, else (w − e) / e.
  ///
  /// - Parameter label: The place of the label.
  /// - Returns: −1 where none keep to their own, 0 as group sizes give, 1 where all do; `nil` where
  ///   they give no name, or where there is nobody else.
  public func coleman(_ label: Int) -> Double? {
    let given = sizes.indices.reduce(0) { $0 + self[label, $1] }
    let others = sizes.reduce(0, +) - 1
    guard given > 0, others > 0 else { return nil }
    let within = Double(self[label, label])
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
    let counts = Homophily(self)
    let cells = [
      counts.internalTies, counts.pairsBetween - counts.externalTies,
      counts.pairsWithin - counts.internalTies, counts.externalTies,
    ]
    guard cells.allSatisfy({ $0 > 0 }) else { return nil }
    return Double(cells[0]) * Double(cells[1]) / (Double(cells[2]) * Double(cells[3]))
  }

  /// The assortativity by label: (Σ e_gg − Σ a_g b_g) / (1 − Σ a_g b_g) (Newman 2003).
  ///
  /// - Returns: 1 where all ties are within labels, 0 where labels make no difference; `nil` where
  ///   there is no tie, or all are given and received within one label.
  public var assortativity: Double? {
    let total = total
    guard total > 0 else { return nil }
    let given = sizes.indices.map { label in sizes.indices.reduce(0) { $0 + self[label, $1] } }
    let received = sizes.indices.map { label in sizes.indices.reduce(0) { $0 + self[$1, label] } }
    let within = sizes.indices.reduce(0) { $0 + self[$1, $1] }
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
    precondition(labels.vertexCount == graph.vertexCount, "one label per vertex")
    return GroupScan.figures(of: groups, in: graph) { _ in Counter(labels: labels) }
  }

  private struct Counter: GroupCounter {
    let labels: Partition

    func figure(of group: GroupTies.Group) -> MixingMatrix {
      let ties = group.ties
      let labelCount = labels.groupCount
      var sizes = [Int](repeating: 0, count: labelCount)
      var counts = [Int](repeating: 0, count: labelCount * labelCount)
      for member in 0..<ties.count {
        let label = Int(labels.groups[Int(group.vertex(member))])
        guard label >= 0 else { continue }
        sizes[label] += 1
        for place in ties.row(member) where ties.direction(place).isOut {
          let other = Int(labels.groups[Int(group.vertex(ties.neighbour(place)))])
          if other >= 0 { counts[label * labelCount + other] += 1 }
        }
      }
      return MixingMatrix(sizes: sizes, counts: counts)
    }
  }
}

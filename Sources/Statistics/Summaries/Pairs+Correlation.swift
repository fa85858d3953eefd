/// How closely the two figures of a pair go together.
extension Pairs {
  /// Pearson's correlation: covariance over the product of the standard deviations.
  ///
  /// Over the pairs in which both figures exist. K. Pearson, Proceedings of the Royal Society 58
  /// (1895) 240–242. Convention D5.
  /// - Returns: From −1 to 1; `nil` for fewer than two pairs or where one side has no variance.
  public var pearson: Double? { correlation(first, second) }

  /// Spearman's rank correlation: Pearson's of the ranks, ties sharing their mean rank.
  ///
  /// C. Spearman, American Journal of Psychology 15 (1904) 72–101. Convention D5. Takes time
  /// n log n.
  /// - Returns: From −1 to 1; `nil` for fewer than two pairs or where one side has no variance.
  public var spearman: Double? { correlation(Self.ranks(first), Self.ranks(second)) }

  private func correlation(_ left: [Double], _ right: [Double]) -> Double? {
    guard n >= 2, let one = left.first, let other = right.first,
      left.contains(where: { $0 != one }), right.contains(where: { $0 != other })
    else { return nil }
    let scale = products(left, left).squareRoot() * products(right, right).squareRoot()
    guard scale > 0 else { return nil }
    return max(-1, min(1, products(left, right) / scale))
  }

  private static func ranks(_ list: [Double]) -> [Double] {
    let distribution = Frequencies(list)
    let ranks = distribution.doubledMidranks
    return list.map { Double(ranks[distribution.place(of: $0)]) / 2 }
  }
}

extension ScoreKey {
  /// The score of a person whose answered values, counted from the low end, add up to `sum`.
  ///
  /// It is `nil` with fewer answers than the score asks for, or where a conversion table has no
  /// entry for the sum. For a score of one part.
  public func value(sum: Int, answered: Int) -> Double? {
    parts.first.flatMap { value(of: $0, sum: sum, answered: answered) }.flatMap(converted)
  }

  /// The score of one person.
  ///
  /// - Parameter values: The value of each item, counted from the low end; `missing` for none.
  /// - Returns: `nil` with fewer answers than a part asks for, where a conversion table has no entry,
  ///   and for a label.
  public func value(of values: [UInt8]) -> Double? {
    guard score.method != .label else { return nil }
    var total = 0.0
    for part in parts {
      var (sum, answered) = (0, 0)
      for value in values[part.uses] where value != Self.missing {
        sum += Int(value)
        answered += 1
      }
      guard let value = value(of: part, sum: sum, answered: answered) else { return nil }
      total += value
    }
    return converted(total)
  }

  /// The figure of one part before any conversion; `nil` with fewer answers than it asks for.
  public func value(of part: Part, sum: Int, answered: Int) -> Double? {
    let score = part.score
    guard answered >= max(1, score.minimumAnswered) else { return nil }
    let total = sum + answered * low
    let raw =
      score.method == .mean
      ? Double(total) / Double(answered)
      : Double(total * part.uses.count) / Double(answered)
    return rounded(scaled(raw, part), score.rounding)
  }

  /// The place of the rule that holds for a person's values, counted from the low end; `nil` where
  /// one is missing or no rule holds.
  public func label(of values: [UInt8]) -> Int? {
    guard !values.contains(Self.missing) else { return nil }
    return score.labels.firstIndex { rule in
      zip(items, values).allSatisfy { item, value in
        rule.codes[item.id].map { $0.contains(low + Int(value)) } ?? true
      }
    }
  }

  /// The lowest and the highest score that can be; 0 to 0 for a label.
  public var ends: ClosedRange<Double> {
    switch score.method {
    case .label: return 0...0
    case .table:
      guard let low = score.table.values.min(), let high = score.table.values.max() else {
        return 0...0
      }
      return low...high
    case .mean, .sum:
      let ends = parts.map(ends)
      let lowest = ends.reduce(0) { $0 + $1.lowerBound }
      return lowest...ends.reduce(0) { $0 + $1.upperBound }
    }
  }

  /// How many score points one point of a single item's scale is worth; the standard error of
  /// measurement and the like are multiplied by it.
  ///
  /// It is `nil` where a point is not worth the same everywhere: after a table, in a label, and in a
  /// sum of scores that are not plain sums themselves.
  public var unit: Double? {
    switch score.method {
    case .table, .label: return nil
    case .mean, .sum:
      guard let part = parts.first, !isComposite else {
        let isPlain = parts.allSatisfy { $0.score.method == .sum && $0.score.range == nil }
        return isPlain ? Double(items.count) : nil
      }
      if let range = part.score.range {
        return (range.upperBound - range.lowerBound) / Double(width)
      }
      return part.score.method == .mean ? 1 : Double(part.uses.count)
    }
  }

  private func ends(of part: Part) -> ClosedRange<Double> {
    let factor = part.score.method == .mean ? 1 : Double(part.uses.count)
    let (a, b) = (scaled(Double(low) * factor, part), scaled(Double(high) * factor, part))
    return min(a, b)...max(a, b)
  }

  /// A raw figure on the declared range, linearly from the declared end codes.
  private func scaled(_ raw: Double, _ part: Part) -> Double {
    guard let range = part.score.range else { return raw }
    let factor = part.score.method == .mean ? 1 : Double(part.uses.count)
    let share = (raw - Double(low) * factor) / (Double(width) * factor)
    return range.lowerBound + (range.upperBound - range.lowerBound) * share
  }

  private func rounded(_ value: Double, _ rounding: Score.Rounding?) -> Double {
    switch rounding {
    case .halfUp: (value + 0.5).rounded(.down)
    case nil: value
    }
  }

  /// A figure as the conversion table gives it; as it is where there is no table.
  private func converted(_ value: Double) -> Double? {
    let isOwn = score.sources.isEmpty
    let value = isOwn ? value : rounded(value, score.rounding)
    return score.method == .table ? score.table[value] : value
  }
}

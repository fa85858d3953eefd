import Instruments

extension TextColumn {
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// The rows in the order of their bytes; `nil` where they stand so already.
  func sortedOrder() -> [Int]? {
    let isSorted = withAllBytes { bytes, ends in
      for row in ends.indices.dropFirst() where !Self.inOrder(bytes, ends, row - 1, row) {
        return false
      }
      return true
    }
    if isSorted { return nil }
    return withAllBytes { bytes, ends in
      ends.indices.sorted { a, b in !Self.inOrder(bytes, ends, b, a) }
    }
  }

  /// The same texts in another order.
  func reordered(_ order: [Int]) -> TextColumn {
    var column = TextColumn()
    withAllBytes { bytes, ends in
      for row in order {
        column.append(UnsafeBufferPointer(rebasing: bytes[Self.range(ends, row)]))
      }
    }
    return column
  }

  /// The texts as distinct ids in their order.
  func identifierIndex() -> IdentifierIndex {
    var index = IdentifierIndex(minimumCapacity: count)
    withAllBytes { bytes, ends in
      for row in ends.indices {
        _ = index.intern(UnsafeBufferPointer(rebasing: bytes[Self.range(ends, row)]))
      }
    }
    return index
  }

  private static func range(_ ends: [Int], _ row: Int) -> Range<Int> {
    (row == 0 ? 0 : ends[row - 1])..<ends[row]
  }

  /// Whether row `a` is not after row `b`.
  private static func inOrder(
    _ bytes: UnsafeBufferPointer<UInt8>, _ ends: [Int], _ a: Int, _ b: Int
  ) -> Bool {
    let (first, second) = (range(ends, a), range(ends, b))
    for offset in 0..<min(first.count, second.count) {
      let (x, y) = (bytes[first.lowerBound + offset], bytes[second.lowerBound + offset])
      if x != y { return x < y }
    }
    return first.count <= second.count
  }
}

extension LabelColumn {
  /// The same labels in another order of rows; unchanged for `nil`.
  func reordered(_ order: [Int]?) -> LabelColumn {
    guard let order else { return self }
    return LabelColumn(labels: labels, cells: order.map { cells[$0] })
  }

  /// The same column with labels that differ only in case and spacing made one, under the spelling
  /// that most rows have, and numbered in the order of the rows; a label of blanks is none.
  func trimmed() -> LabelColumn {
    var counts = [Int](repeating: 0, count: labels.count)
    for cell in cells where cell >= 0 { counts[Int(cell)] += 1 }
    let texts = labels.map(\.trimmingBlanks)
    let keys = texts.map { text in
      let key = text.matchingKey
      return key.utf8.contains(0x20) ? key.filter { !$0.isWhitespace } : key
    }
    var best: [String: (count: Int, text: String)] = [:]
    for (label, key) in keys.enumerated() where counts[label] > 0 {
      let known = best[key] ?? (0, "")
      let isMore = counts[label] > known.count
      let isEqual = counts[label] == known.count && texts[label] < known.text
      if isMore || isEqual { best[key] = (counts[label], texts[label]) }
    }
    var numbers: [String: Int32] = [:]
    var numberOfLabel = [Int32?](repeating: nil, count: labels.count)
    var kept: [String] = []
    let renumbered = cells.map { cell -> Int32 in
      guard cell >= 0 else { return -1 }
      let label = Int(cell)
      if let number = numberOfLabel[label] { return number }
      let number =
        texts[label].isEmpty ? -1 : numbers[keys[label]] ?? Int32(truncatingIfNeeded: kept.count)
      if number == kept.count {
        numbers[keys[label]] = number
        kept.append(best[keys[label]]?.text ?? texts[label])
      }
      numberOfLabel[label] = number
      return number
    }
    return LabelColumn(labels: kept, cells: renumbered)
  }
}

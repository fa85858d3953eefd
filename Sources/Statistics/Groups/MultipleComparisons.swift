/// P values adjusted for how many comparisons were made.
///
/// Convention G11.
public enum MultipleComparisons {
  /// Adjusted p values that control the false discovery rate (Benjamini and Hochberg 1995).
  ///
  /// - Parameter pValues: In any order; a `nil` stays `nil` and does not count.
  /// - Returns: The adjusted values in the order given, none above 1.
  public static func benjaminiHochberg(_ pValues: [Double?]) -> [Double?] {
    let order = ascending(pValues)
    var adjusted = pValues
    var smallest = 1.0
    for (rank, entry) in order.enumerated().reversed() {
      smallest = min(smallest, entry.p * (Double(order.count) / Double(rank + 1)))
      adjusted[entry.place] = smallest
    }
    return adjusted
  }

  /// Adjusted p values that control the chance of any false finding (Holm 1979).
  ///
  /// - Parameter pValues: In any order; a `nil` stays `nil` and does not count.
  /// - Returns: The adjusted values in the order given, none above 1.
  public static func holm(_ pValues: [Double?]) -> [Double?] {
    let order = ascending(pValues)
    var adjusted = pValues
    var largest = 0.0
    for (rank, entry) in order.enumerated() {
      largest = max(largest, min(1, entry.p * Double(order.count - rank)))
      adjusted[entry.place] = largest
    }
    return adjusted
  }

  private static func ascending(_ pValues: [Double?]) -> [(place: Int, p: Double)] {
    pValues.enumerated()
      .compactMap { entry in entry.element.map { (place: entry.offset, p: $0) } }
      .sorted { ($0.p, $0.place) < ($1.p, $1.place) }
  }
}

import Instruments
import Responses
import Statistics

/// The answers of some of those who answered one instrument, as evidence of practices.
struct SurveyEvidence {
  /// An item that speaks of a practice.
  struct PracticeItem {
    let item: Item
    let practice: String
    let cells: [UInt8]
    /// The value of each code byte, counted from the unfavourable end.
    let map: [UInt8]
    let width: Double
  }

  let items: [PracticeItem]
  private let moments: PairwiseMoments
  /// The rows that were let through.
  let rows: [Int]

  /// Reads the scale items of a table that name a practice, for the rows that `isIn` lets through.
  ///
  /// The items of outcomes say how people are, not what the school does, and are left out.
  init(_ table: ResponseTable, where isIn: (Int) -> Bool = { _ in true }) {
    items = table.instrument.practiceItems.compactMap { item, practice, range in
      guard let column = table.codes(item.id) else { return nil }
      return PracticeItem(
        item: item, practice: practice, cells: column.cells,
        map: ScoreKey.values(of: column.points, within: range, isReversed: item.isReversed),
        width: Double(range.upperBound - range.lowerBound))
    }
    rows = (0..<table.rowCount).filter(isIn)
    moments = PairTally.moments(items.map(\.cells), items.map(\.map), rows: rows)
  }

  /// The places of the items of some practices that at least `fewest` people answered.
  func places(ofPractices practices: Set<String>, answeredBy fewest: Int = 1) -> [Int] {
    items.indices.filter { practices.contains(items[$0].practice) && moments.n($0, $0) >= fewest }
  }

  /// How many people answered at least one of some items.
  func people(answering places: [Int]) -> Int {
    rows.count { row in
      places.contains { items[$0].map[Int(items[$0].cells[row])] != ScoreKey.missing }
    }
  }

  /// The mean of an item on 0 to 100, persons first; `nil` where nobody answered it.
  func mean(_ place: Int) -> Double? {
    moments.mean(place).map { 100 * $0 / items[place].width }
  }

  /// How many answered an item, and how many of them gave the worst answer.
  func worstAnswers(_ place: Int) -> (worst: Int, n: Int) {
    let values = rows.map { items[place].map[Int(items[place].cells[$0])] }
    return (values.count { $0 == 0 }, values.count { $0 != ScoreKey.missing })
  }

  /// A weighted sum of item means, with the standard error of its linearisation over persons.
  ///
  /// Each person's part in the sum is Σ w (x − mean) / √(n(n − 1)) over the items answered, n being the
  /// item's answers; the sum of their squares is the variance, which whole-number sums of pairs give
  /// exactly. It is `nil` where an item has a single answer.
  ///
  /// Taylor linearisation of a mean of ratios (Särndal, Swensson and Wretman 1992, chapter 5), each
  /// residual enlarged for the mean that it was part of (CR2: Bell and McCaffrey 2002).
  func figure(_ weights: [(place: Int, weight: Double)]) -> IndexFigure {
    let parts = weights.map { part in
      let item = items[part.place]
      let scale = part.weight * 100 / item.width
      let n = Double(moments.n(part.place, part.place))
      return (
        place: part.place, centre: moments.mean(part.place) ?? 0, scale: scale,
        part: n > 1 ? scale / (n * (n - 1)).squareRoot() : nil
      )
    }
    let value = parts.reduce(0) { $0 + $1.scale * $1.centre }
    let n = people(answering: parts.map(\.place))
    guard n >= 2, parts.allSatisfy({ $0.part != nil }) else {
      return IndexFigure(value: value, standardError: nil, df: nil)
    }
    var sum = 0.0
    for (place, first) in parts.enumerated() {
      for second in parts[place...] {
        let deviation = moments.deviation(
          first.place, second.place, centres: (first.centre, second.centre))
        let isOwn = first.place == second.place
        sum += (isOwn ? 1 : 2) * (first.part ?? 0) * (second.part ?? 0) * deviation
      }
    }
    return IndexFigure(
      value: value, standardError: max(0, sum).squareRoot(), df: Double(n - 1))
  }
}

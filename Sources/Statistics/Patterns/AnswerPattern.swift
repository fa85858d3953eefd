/// How one person filled in a block of items, whatever the answers mean.
public struct AnswerPattern: Sendable, Hashable {
  /// The number of items answered.
  public let answered: Int
  /// The length of the longest run of one raw code, in the order of the items; 0 without answers.
  ///
  /// A blank ends a run. Convention Q1. J. A. Johnson, Journal of Research in Personality 39
  /// (2005) 103–129.
  public let longestRun: Int
  /// The standard deviation of the raw codes with divisor n − 1: intra-individual variability.
  ///
  /// A. M. Dunn et al., Journal of Business and Psychology 33 (2018) 105–121. Convention Q2;
  /// `nil` for fewer than two answers.
  public let variability: Double?
  /// The fewest answers that can be called straight.
  public static let fewestStraight = 10

  private let isOneCode: Bool

  /// Reads the raw codes of a row, not reversed and in the order of the items; blanks are `nil`.
  public init(_ codes: some Sequence<Int?>) {
    var (answered, longest, run) = (0, 0, 0)
    var (sum, squares) = (0, 0)
    var last: Int?
    var lowest = Int.max
    var highest = Int.min
    for code in codes {
      defer { last = code }
      guard let code else {
        run = 0
        continue
      }
      run = code == last ? run + 1 : 1
      longest = max(longest, run)
      answered += 1
      sum += code
      squares += code * code
      lowest = min(lowest, code)
      highest = max(highest, code)
    }
    self.answered = answered
    longestRun = longest
    isOneCode = lowest == highest
    guard answered >= 2 else {
      variability = nil
      return
    }
    let deviation = UpperTriangle.deviation(n: answered, product: squares, sums: (sum, sum))
    variability = (deviation / (Double(answered) * Double(answered - 1))).squareRoot()
  }

  /// Whether at least so many items are answered, all with the same raw code.
  ///
  /// The block should hold a reversed item: without one, one answer throughout can be honest.
  /// Convention Q3.
  public func isStraight(fewestAnswers: Int = fewestStraight) -> Bool {
    isOneCode && answered >= fewestAnswers
  }
}

import Foundation
import Sociometry

/// What a zero is worth: the gamma-Poisson chance, and the worst case.
enum EvidenceChecks {
  /// Pupils of unequal popularity, each name seen with the chance of the coverage.
  ///
  /// The formula takes coverage, mean and shape.
  static func trueZero(
    runs: Int, lot: inout Lot, formula: (Double, Double, Double) -> Double
  ) -> Agreement {
    var agreement = Agreement()
    for shape in [1, 1.5, 3.1, 6, 20] {
      for mean in [0.5, 2.24, 3, 5] {
        for coverage in [0.5, 0.7, 0.9] {
          var (zeros, trueZeros) = (0, 0)
          for _ in 0..<runs {
            let names = lot.poisson(lot.gamma(shape) * mean / shape)
            var seen = 0
            for _ in 0..<names where lot.happens(coverage) { seen += 1 }
            if seen == 0 { zeros += 1 }
            if names == 0 { trueZeros += 1 }
          }
          agreement.share(
            "k \(shape), mu \(mean), coverage \(coverage)", trueZeros, of: zeros,
            expected: formula(coverage, mean, shape))
        }
      }
    }
    return agreement
  }

  static let worstCases: [(others: Int, answering: Int)] = [
    (29, 26), (29, 23), (29, 17), (179, 143), (4, 2),
  ]

  /// Who answers is drawn; the first `t` of the others would have named the pupil.
  ///
  /// The formula takes t, N and a, and gives the chance that none of the t answers.
  static func unseen(
    runs: Int, lot: inout Lot, formula: (Int, Int, Int) -> Double
  ) -> Agreement {
    var agreement = Agreement()
    for (others, answering) in worstCases {
      var members = Array(0..<others)
      var unseen = [Int](repeating: 0, count: 5)
      for _ in 0..<runs {
        lot.bringForward(answering, of: &members)
        let first = members[..<answering].min() ?? others
        for t in 1..<5 where first >= t { unseen[t] += 1 }
      }
      for t in 1...min(4, others) {
        agreement.share(
          "t \(t), N \(others), a \(answering)", unseen[t], of: runs,
          expected: formula(t, others, answering))
      }
    }
    return agreement
  }
}

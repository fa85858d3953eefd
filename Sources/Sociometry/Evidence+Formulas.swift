import Foundation

extension Evidence {
  /// The shape taken where the counts allow no estimate, near that of the Add Health schools.
  public static let fallbackShape = 3.0

  /// The chance that an observed zero would have stayed, had everybody answered.
  ///
  /// It is ((k + p·mu) / (k + mu))^k. Thinning a gamma-Poisson count keeps its family, so the form
  /// is exact under the model.
  ///
  /// - Parameters:
  ///   - coverage: p, the share of possible namers who answered, 0 to 1.
  ///   - meanNames: mu, names given per answering member, 0 or more.
  ///   - shape: k, above 0.
  /// - Returns: 0 to 1.
  public static func trueZero(coverage: Double, meanNames: Double, shape: Double) -> Double {
    precondition(shape > 0 && meanNames >= 0, "a shape above 0 and a mean of at least 0")
    return pow((shape + coverage * meanNames) / (shape + meanNames), shape)
  }

  /// The chance that all who would have named a pupil are among those who did not answer.
  ///
  /// It is C(N - t, a) / C(N, a), the hypergeometric chance of drawing none of the t.
  ///
  /// - Parameters:
  ///   - trueCount: t, how many would have named the pupil.
  ///   - eligible: N, how many could have.
  ///   - answering: a, how many of those answered.
  /// - Returns: 0 to 1; `nil` when the counts contradict each other.
  public static func unseen(trueCount: Int, eligible: Int, answering: Int) -> Double? {
    guard trueCount >= 0, answering >= 0, eligible >= max(trueCount, answering) else { return nil }
    var chance = 1.0
    for i in 0..<trueCount {
      chance *= max(0, Double(eligible - answering - i)) / Double(eligible - i)
    }
    return chance
  }

  /// The shape by moments, mean² / (variance - mean), kept within 1 and 20.
  ///
  /// The counts are the names received by every vertex in a reference group, pooled; the variance
  /// divides by one less than their number. Where the formula has no answer (a variance not above
  /// the mean, fewer than two counts, no name at all) the shape is that of real schools, 3: one
  /// school's counts are too few to show that its pupils are equally popular.
  static func shape(of received: ContiguousArray<Int32>, where groups: ContiguousArray<Int32>)
    -> Double
  {
    var (count, sum, squares) = (0, 0, 0)
    for vertex in received.indices where groups[vertex] >= 0 {
      let value = Int(received[vertex])
      count += 1
      sum += value
      squares += value * value
    }
    guard count > 1, sum > 0 else { return fallbackShape }
    let mean = Double(sum) / Double(count)
    let variance = Double(count * squares - sum * sum) / Double(count * (count - 1))
    guard variance > mean else { return fallbackShape }
    return min(20, max(1, mean * mean / (variance - mean)))
  }
}

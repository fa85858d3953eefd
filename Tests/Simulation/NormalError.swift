import Foundation
import Sociometry

/// How far the normal tails of large groups lie from the right ones.
///
/// The error falls as the number unchosen grows, so it is largest where the exact method just gives
/// out; there the exact tails are at hand. Beyond, draws by lot show that it does not grow.
struct NormalError {
  /// The largest error that the method page speaks of.
  static let most = 0.025

  /// The largest error for each number of names, all giving as many.
  let errors: [(words: String, error: Double)]

  /// The largest distance from the shares of draws in larger groups.
  let draws: [(words: String, distance: Double)]

  /// The draws may lie as far from the truth as chance allows (Massart 1990, 1 in 1000 at most).
  var holds: Bool {
    errors.allSatisfy { $0.error <= Self.most }
      && draws.allSatisfy { $0.distance <= Self.most + Self.noise }
  }

  private static let runs = 10_000
  private static let noise = (log(2000.0) / (2 * Double(runs))).squareRoot()

  init(seed: UInt64) {
    errors = (1...6).map { names in
      let size = Self.largestExact(names)
      let exact = UnchosenChance(names: ChanceChecks.same(names, size))
      return ("\(size) pupils, names each: \(names)", Self.error(of: exact))
    }
    draws = [(500, 3), (900, 3), (900, 4)].enumerated().map { place, group in
      let names = ChanceChecks.same(group.1, group.0)
      var lot = Lot(seed: seed &+ 300 &+ UInt64(place))
      let draws = BlindDraws(names: names, runs: Self.runs, lot: &lot)
      let chance = UnchosenChance(names: names)
      let distance = draws.unchosen.indices.reduce(0.0) { worst, count in
        let share = Double(draws.unchosen[count...].reduce(0, +)) / Double(draws.runs)
        return max(worst, abs(share - chance.probability(atLeast: count)))
      }
      return ("\(group.0) pupils, names each: \(group.1)", distance)
    }
  }

  /// The largest group of 400 or more in which the exact method is used.
  private static func largestExact(_ names: Int) -> Int {
    var range = 400..<20_000
    while range.count > 1 {
      let middle = (range.lowerBound + range.upperBound) / 2
      let chance = UnchosenChance(names: ChanceChecks.same(names, middle))
      range = chance.method == .exact ? middle..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  private static func error(of exact: UnchosenChance) -> Double {
    exact.probabilities.indices.reduce(0.0) { worst, count in
      let z = (Double(count) - 0.5 - exact.mean) / (2 * exact.variance).squareRoot()
      return max(worst, abs(0.5 * erfc(z) - exact.probability(atLeast: count)))
    }
  }
}

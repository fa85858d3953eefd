import Foundation
import Statistics

/// Draws by lot that come out the same on every machine for the same seed.
///
/// The standard library may change how it draws a number from a range; these do not.
struct Lot {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A whole number from 0 to `count` - 1, each as likely as any other to within 2^-64 · `count`.
  mutating func below(_ count: Int) -> Int {
    Int(generator.next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A number from 0 to below 1.
  mutating func share() -> Double { Double(generator.next() >> 11) * 0x1p-53 }

  /// Whether something of this chance happens.
  mutating func happens(_ chance: Double) -> Bool { share() < chance }

  /// An exponential number of mean 1, by comparisons alone (von Neumann 1951).
  mutating func exponential() -> Double {
    var whole = 0.0
    while true {
      let first = share()
      var (last, falls) = (first, 1)
      while true {
        let next = share()
        if next >= last { break }
        last = next
        falls += 1
      }
      if !falls.isMultiple(of: 2) { return whole + first }
      whole += 1
    }
  }

  /// A gamma number of mean `shape`: exponentials added up, and Jöhnk's (1964) for the fraction.
  mutating func gamma(_ shape: Double) -> Double {
    var sum = 0.0
    for _ in 0..<Int(shape) { sum += exponential() }
    let fraction = shape - shape.rounded(.down)
    while fraction > 0 {
      let x = pow(share(), 1 / fraction)
      let y = pow(share(), 1 / (1 - fraction))
      if x + y <= 1, x + y > 0 { return sum + exponential() * x / (x + y) }
    }
    return sum
  }

  /// A Poisson count: how many exponentials fit into `mean`.
  mutating func poisson(_ mean: Double) -> Int {
    var count = 0
    var left = mean - exponential()
    while left >= 0 {
      count += 1
      left -= exponential()
    }
    return count
  }

  /// Puts `count` members drawn without replacement first.
  mutating func bringForward(_ count: Int, of members: inout [Int]) {
    for place in 0..<count {
      members.swapAt(place, place + below(members.count - place))
    }
  }
}

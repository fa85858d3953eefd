import Foundation

extension StudentT {
  /// A value drawn at random; the same for the same state of the generator.
  ///
  /// Polar method, exact for any degrees of freedom: R. W. Bailey, Mathematics of Computation 62
  /// (1994) 779–781.
  public func draw(using generator: inout SeededGenerator) -> Double {
    while true {
      let u = Double.random(in: -1...1, using: &generator)
      let v = Double.random(in: -1...1, using: &generator)
      let square = u * u + v * v
      guard square > 0, square <= 1 else { continue }
      let reach = degreesOfFreedom * (pow(square, -2 / degreesOfFreedom) - 1) / square
      return u * reach.squareRoot()
    }
  }
}

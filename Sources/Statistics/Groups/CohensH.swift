import Foundation

/// Cohen's h: the distance of two shares on a scale on which every share is equally uncertain.
///
/// Convention G6.
public enum CohensH {
  /// 2 arcsin √p1 − 2 arcsin √p2 for two shares given as counts.
  ///
  /// J. Cohen, Statistical Power Analysis for the Behavioral Sciences, 2nd ed., 1988, chapter 6.
  /// - Returns: From −π to π, positive where the first share is larger; `nil` where a number of
  ///   answers is 0.
  public static func h(
    _ first: (favourable: Int, n: Int), _ second: (favourable: Int, n: Int)
  ) -> Double? {
    precondition(
      (0...first.n).contains(first.favourable) && (0...second.n).contains(second.favourable),
      "the favourable are among the n")
    guard first.n > 0, second.n > 0 else { return nil }
    return angle(first.favourable, first.n) - angle(second.favourable, second.n)
  }

  /// 2 arcsin √p, from the tangent so that no digits are lost near a share of 1.
  private static func angle(_ favourable: Int, _ n: Int) -> Double {
    2 * atan2(Double(favourable).squareRoot(), Double(n - favourable).squareRoot())
  }
}

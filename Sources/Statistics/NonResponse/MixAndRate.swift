/// A change of a mean, split into what the mix of groups and what the groups themselves did.
///
/// Convention W10.
public struct MixAndRate: Sendable, Hashable {
  /// A group at two times: how many it counted, and its mean.
  public struct Group: Sendable, Hashable {
    /// The size before and after, not negative.
    public let before, after: Int
    /// The mean before and after, `nil` where the group had nobody.
    public let meanBefore, meanAfter: Double?

    /// Creates a group from its sizes and means.
    public init(before: Int, meanBefore: Double?, after: Int, meanAfter: Double?) {
      self.before = before
      self.meanBefore = meanBefore
      self.after = after
      self.meanAfter = meanAfter
    }
  }

  /// The part of the change that comes from groups having grown or shrunk.
  public let mix: Double
  /// The part of the change that comes from the groups' own means.
  public let rate: Double
  /// The change with the mix held at that before (Laspeyres).
  public let fixedBase: Double

  /// The mean after minus the mean before: `mix` + `rate`.
  public var change: Double { mix + rate }

  /// Splits the change of the overall mean.
  ///
  /// With shares w and means m: mix Σ (w1 − w0)(m1 + m0)/2, rate Σ (m1 − m0)(w1 + w0)/2, fixed base
  /// Σ w0 (m1 − m0). E. M. Kitagawa, Journal of the American Statistical Association 50 (1955)
  /// 1168–1194. The result is `nil` where one of the two times counts nobody, or where a group has
  /// a mean at one time only; merge it with another one first. Groups of nobody are left out.
  public init?(_ groups: [Group]) {
    let peopled = groups.filter { $0.before > 0 || $0.after > 0 }
    let whole0 = Double(peopled.reduce(0) { $0 + $1.before })
    let whole1 = Double(peopled.reduce(0) { $0 + $1.after })
    guard whole0 > 0, whole1 > 0 else { return nil }
    var parts: [(mix: Double, rate: Double, base: Double)] = []
    for group in peopled {
      guard let mean0 = group.meanBefore, let mean1 = group.meanAfter else { return nil }
      let share0 = Double(group.before) / whole0
      let share1 = Double(group.after) / whole1
      parts.append(
        (
          (share1 - share0) * (mean1 + mean0) / 2, (mean1 - mean0) * (share1 + share0) / 2,
          share0 * (mean1 - mean0)
        ))
    }
    mix = CompensatedSum.sorted(parts.map(\.mix))
    rate = CompensatedSum.sorted(parts.map(\.rate))
    fixedBase = CompensatedSum.sorted(parts.map(\.base))
  }
}

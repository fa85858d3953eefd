/// The mean change of the same persons in standard deviations, in three conventions.
///
/// Convention P3.
public struct PairedEffect: Sendable, Hashable {
  /// The mean change over the standard deviation of the changes; `nil` where that is 0.
  public let dz: Double?
  /// The mean change over the mean of both standard deviations; `nil` where both are 0.
  public let dav: Double?
  /// `dz` × √(2 (1 − r)) with Pearson's r; `nil` where the changes or one side have no variance.
  public let drm: Double?

  /// Computes the three from pairs of figures; a rise is positive.
  ///
  /// D. Lakens, Frontiers in Psychology 4 (2013) 863, equations 7, 10 and 9.
  /// The result is `nil` for fewer than two pairs.
  public init?(_ pairs: Pairs) {
    let changes = pairs.changes
    guard
      let mean = changes.mean, let sd = changes.sd,
      let sd1 = Frequencies(pairs.first).sd, let sd2 = Frequencies(pairs.second).sd
    else { return nil }
    let varies = pairs.roundedChanges.values.count > 1 && sd > 0
    dz = varies ? mean / sd : nil
    dav = sd1 + sd2 > 0 ? mean / ((sd1 + sd2) / 2) : nil
    drm = pairs.pearson.flatMap { r in
      varies ? mean / sd * (2 * (1 - r)).squareRoot() : nil
    }
  }
}

/// How far the members of one group agree, against answers given by lot.
///
/// Convention M3.
public enum WithinGroupAgreement {
  /// r_wg(j) of the items of one scale: k (1 − s/v) / (k (1 − s/v) + s/v).
  ///
  /// s is the mean variance of the k items in the group (divisor n − 1), v = (A² − 1)/12 that of
  /// `codes` = A points chosen by lot. More variance than that counts as no agreement. L. R. James,
  /// R. G. Demaree and G. Wolf, Journal of Applied Psychology 69 (1984) 85–98.
  /// - Returns: From 0 to 1; `nil` without items or for fewer than two codes.
  public static func rwg(itemVariances: [Double], codes: Int) -> Double? {
    guard !itemVariances.isEmpty, codes >= 2 else { return nil }
    let k = Double(itemVariances.count)
    let chance = (Double(codes) * Double(codes) - 1) / 12
    let ratio = CompensatedSum.sorted(itemVariances) / k / chance
    guard ratio < 1 else { return 0 }
    return k * (1 - ratio) / (k * (1 - ratio) + ratio)
  }
}

extension ItemMoments {
  /// r_wg(j) of the complete rows of one group on a scale of so many codes.
  ///
  /// - Returns: From 0 to 1; `nil` for fewer than two rows or codes, or without items.
  public func withinGroupAgreement(codes: Int) -> Double? {
    guard n >= 2 else { return nil }
    let divisor = Double(n) * Double(n - 1)
    return WithinGroupAgreement.rwg(
      itemVariances: (0..<items).map { deviation($0, $0) / divisor }, codes: codes)
  }
}

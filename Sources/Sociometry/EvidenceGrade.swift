/// How far an observed zero can be trusted, given how many answered.
public enum EvidenceGrade: String, Sendable, CaseIterable {
  /// The chance that the zero would have stayed is at least 0.85.
  case strong

  /// The chance is at least 0.65 and below 0.85.
  case moderate

  /// The chance is below 0.65.
  case weak

  /// Fewer than 60 % of those who could have named the pupil answered.
  case notEnoughAnswered

  /// The lowest coverage at which a zero is graded.
  public static let lowestCoverage = 0.6

  /// The grade from coverage and the chance of a true zero; not enough answered where one is `nil`.
  ///
  /// - Parameters:
  ///   - coverage: The share of possible namers who answered, 0 to 1; `nil` where there are none.
  ///   - trueZero: The chance that the zero would have stayed, 0 to 1; `nil` where it is not known.
  public init(coverage: Double?, trueZero: Double?) {
    guard let coverage, let trueZero, coverage >= Self.lowestCoverage else {
      self = .notEnoughAnswered
      return
    }
    self = trueZero >= 0.85 ? .strong : trueZero >= 0.65 ? .moderate : .weak
  }
}

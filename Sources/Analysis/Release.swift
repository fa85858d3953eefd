/// Figures that may be shown, under the policy that let them through.
///
/// Only the analysis makes one, and writers take nothing else, so that printing raw figures does
/// not compile. The named list of pupils is another type and never inside a release.
public struct Release<Figures: Sendable>: Sendable {
  /// What was let through; under `holder`, everything that was computed.
  public let figures: Figures
  /// For whom it was let through, which every output says.
  public let policy: ReleasePolicy

  init(_ figures: Figures, under policy: ReleasePolicy) {
    self.figures = figures
    self.policy = policy
  }
}

/// For whom figures are shown, and what is held back from them.
public enum ReleasePolicy: String, Sendable {
  /// Whoever holds the files: nothing is hidden, and every output says so.
  case holder

  /// The word that JSON carries for what was held back: `none`, as nothing is.
  public var word: String { "none" }
}

extension SurveyFigures {
  /// The figures of a survey as a release, which the survey writers take.
  public func released(under policy: ReleasePolicy) -> Release<SurveyFigures> {
    Release(self, under: policy)
  }
}

extension NominationFigures {
  /// The figures of the groups as a release, which the nominations writers take.
  public func released(under policy: ReleasePolicy) -> Release<NominationFigures> {
    Release(self, under: policy)
  }
}

extension GapTable {
  /// The table as a release, which the writers of gaps take.
  public func released(under policy: ReleasePolicy) -> Release<GapTable> {
    Release(self, under: policy)
  }
}

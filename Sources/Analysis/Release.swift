import Instruments

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
public enum ReleasePolicy: Sendable, Hashable {
  /// Whoever holds the files: nothing is hidden, and every output says so.
  case holder
  /// The safeguarding lead, who asked for the pupils by name: nothing is hidden but what would say who
  /// named whom.
  case lead
  /// Everybody who works with an audit: figures of fewer people than the minimum of their audience
  /// are held back, and others with them where they would give those away.
  case audit(GroupMinimums)

  /// An audit with one minimum for every audience.
  public static func audit(minimum: Int) -> ReleasePolicy { .audit(GroupMinimums(minimum)) }

  /// The word that JSON carries for what was held back: `none` or `audit`.
  public var word: String { minimums == nil ? "none" : "audit" }

  /// The fewest people behind a figure, by audience; `nil` where nothing is held back.
  public var minimums: GroupMinimums? {
    if case .audit(let minimums) = self { minimums } else { nil }
  }
}

/// A score or an item whose figures are held back in a group that is shown.
public struct HeldFigure: Sendable, Hashable {
  /// What kind of figure it is.
  public enum Kind: String, Sendable {
    case score, item
  }

  /// What kind of figure it is.
  public let kind: Kind
  /// The id of the score or item.
  public let id: String
  /// The words for a reader.
  public let title: String
}

extension SurveyFigures {
  /// The figures of a survey as a release, which the survey writers take.
  public func released(under policy: ReleasePolicy) -> Release<SurveyFigures> {
    let figures = policy.minimums.map { heldBack(below: $0[instrument.audience]) }
    return Release(figures ?? self, under: policy)
  }
}

extension NominationFigures {
  /// The figures of the groups as a release, which the nominations writers take.
  ///
  /// A lead, who does not hold the file, sees no figures of groups in which fewer than three answered:
  /// they would say who named whom.
  public func released(under policy: ReleasePolicy) -> Release<NominationFigures> {
    switch policy {
    case .holder: Release(self, under: policy)
    case .lead: Release(heldBack(answeredBelow: PupilList.fewestAnswers), under: policy)
    case .audit(let minimums):
      Release(heldBack(below: minimums[instrument.audience]), under: policy)
    }
  }
}

extension GapTable {
  /// The table as a release, which the writers of gaps take.
  ///
  /// - Precondition: A table that is released for an audit was computed with minimums that are at
  ///   least those of the policy, so that nobody below them is in an index.
  public func released(under policy: ReleasePolicy) -> Release<GapTable> {
    Release(policy.minimums.map { heldBack(below: $0) } ?? self, under: policy)
  }
}

public import Instruments
import Responses

/// How people are, as one survey tells: its outcome scores, which enter no component.
///
/// They are the figures that `SurveyAnalysis` has of the same answers, and what an audit holds back of
/// them is what it holds back there. The rule is in `docs/methods/gap-table.md`.
public struct OutcomeFigures: Sendable {
  private let survey: SurveyFigures

  private init(_ survey: SurveyFigures) { self.survey = survey }

  /// Computes the outcomes of a survey; `nil` where its instrument has none.
  ///
  /// - Parameters:
  ///   - table: The responses.
  ///   - population: How many could have answered; `nil` where nobody said.
  ///   - earlier: An earlier round of the instrument to compare with.
  ///   - roll: The pupils on roll, by whom persons of two rounds are linked.
  ///   - minimum: The fewest people of whom a figure may be shown.
  /// - Complexity: O(rows × items).
  init?(
    _ table: ResponseTable, population: Int?, earlier: EarlierSurvey?, roll: Roll?, minimum: Int
  ) {
    guard table.instrument.hasOutcomes else { return nil }
    // Where the rows of the file went is told where they were taken in, and not here.
    let ledger = ImportLedger(
      read: table.rowCount, excluded: [:], unreadableCells: 0, dialect: .plain)
    survey = SurveyAnalysis(
      table, ledger: ledger, furtherGroupings: Grouping.ofGroupItems(in: table),
      population: population.map { PopulationTable(total: $0) }, earlier: earlier,
      links: earlier.map { RespondentLinks(from: $0.table, to: table, on: roll) },
      minimum: max(minimum, earlier?.minimum ?? 1)
    ).figures()
  }

  /// The instrument that was answered.
  public var instrument: Instrument { survey.instrument }

  /// How many people answered; `nil` where it is held back with all the scores.
  public var n: Int? { survey.groups.first?.n }

  /// How many could have answered; `nil` where nobody said.
  public var population: Int? { survey.groups.first?.population }

  /// The outcome scores that are shown, in the instrument's order.
  ///
  /// One that another outcome converts by a published table is left out, being the same in other units.
  public var scores: [ScoreFigures] {
    let ids = instrument.outcomes.map(\.id)
    return (survey.groups.first?.scores ?? []).filter { ids.contains($0.id) }
  }

  /// The outcome scores whose figures are held back though the number of people is not.
  public var held: [HeldFigure] {
    let ids = instrument.outcomes.map(\.id)
    return (survey.groups.first?.held ?? []).filter { $0.kind == .score && ids.contains($0.id) }
  }

  /// What the earlier round is called; `nil` where none is compared with.
  public var earlierRound: String? { survey.change?.title }

  /// What became of the outcome scores that are shown since the earlier round.
  ///
  /// The p values are adjusted over all scores of the survey, as in its own report.
  public var changes: [ScoreChange] {
    let ids = scores.map(\.id)
    let whole = survey.change?.groups.first { $0.by == nil }
    return (whole?.scores ?? []).filter { ids.contains($0.score) }
  }

  /// The outcome scores that cannot be compared with the earlier round, and why.
  public var incomparable: [SurveyChange.Incomparable] {
    let ids = instrument.outcomes.map(\.id)
    return (survey.change?.incomparable ?? []).filter { ids.contains($0.score) }
  }

  /// The figures with those of fewer people than the minimum held back, as in the survey's own report.
  func heldBack(below minimums: GroupMinimums) -> OutcomeFigures {
    OutcomeFigures(survey.heldBack(below: minimums[instrument.audience]))
  }
}

extension Instrument {
  /// Whether any of its scores says how people are.
  public var hasOutcomes: Bool { scores.contains(where: \.isOutcome) }

  /// The scores that say how people are, but those that another one of them converts by a published
  /// table, and so tells in other units.
  ///
  /// A score that refuses to be computed is among them, and converts none.
  public var outcomes: [Score] {
    let own = scores.filter(\.isOutcome)
    let converted = own.filter { $0.method == .table && refusal(of: $0) == nil }
      .flatMap(\.sources)
    return own.filter { !converted.contains($0.id) }
  }
}

public import Instruments
public import Responses
import Statistics

/// What a round has of the instrument that is to tell whether an action works.
public struct MeasureEvidence {
  private let table: ResponseTable
  private let survey: SurveyEvidence
  private let entries: [EvidenceEntry]
  /// The ids of those that the evidence of an audit holds back, alone or beside the other tiers.
  private let held: Set<String>
  private let minimum: Int

  /// Takes the answers to an instrument in, or the rows of a record.
  ///
  /// - Parameters:
  ///   - table: The answers or rows.
  ///   - minimum: The fewest people behind a figure that may be shown; 1 hides nothing.
  /// - Complexity: O(rows × items), for all actions that are measured by it.
  public init(_ table: ResponseTable, minimum: Int) {
    self.table = table
    self.minimum = minimum
    survey = SurveyEvidence(table)
    entries = RecordEvidence(table)?.evidence() ?? []
    let told = entries.heldBack(below: GroupMinimums(minimum))
    held = Set(told.filter(\.isHeldBack).map(\.id))
  }

  /// The smallest change in the measure of an action that would be seen four times in five, if as
  /// many others answer and differ as much.
  ///
  /// The rule is in `docs/methods/tiers.md`.
  ///
  /// - Complexity: O(rows × items²).
  public func smallestChange(for action: Action) -> SmallestChange {
    let parts = table.instrument.record?.measures.map(\.id) ?? []
    let first = action.measure.part?.split(separator: ".").first.map(String.init)
    if first.map(parts.contains) ?? !parts.isEmpty { return ofRecord(action) }
    return ofAnswers(action)
  }

  // MARK: Questionnaires

  private func ofAnswers(_ action: Action) -> SmallestChange {
    guard action.tier == .all || table.instrument.audience != .pupils else {
      return .unknown(.notByTier)
    }
    let places = survey.items.indices.filter { place in
      let item = survey.items[place]
      guard let part = action.measure.part else { return item.practice == action.practice }
      return item.item.id == part
    }
    guard !places.isEmpty else { return .unknown(.noIndex) }
    let answers = places.map { survey.worstAnswers($0).n }
    guard answers.contains(where: { $0 > 0 }) else { return .unknown(.notTakenIn) }
    // As in the gap table, a figure to which an item of too few belongs is left out.
    guard answers.allSatisfy({ $0 == 0 || $0 >= minimum }) else { return .unknown(.heldBack) }
    let answered = zip(places, answers).filter { $0.1 > 0 }.map(\.0)
    let weight = 1 / Double(answered.count)
    return Self.change(
      in: survey.figure(answered.map { (place: $0, weight: weight) }),
      n: survey.people(answering: answered))
  }

  // MARK: Records

  private func ofRecord(_ action: Action) -> SmallestChange {
    let own = entries.filter { entry in
      guard entry.practices.contains(action.practice) else { return false }
      guard action.measure.part != nil else { return true }
      return entry.id == action.measure.text || entry.id.hasPrefix(action.measure.text + ".")
    }
    guard !own.isEmpty else { return .unknown(entries.isEmpty ? .notTakenIn : .noIndex) }
    let ofTier = own.filter { $0.tier == action.tier }
    guard !ofTier.isEmpty else { return .unknown(.notByTier) }
    let indices = ofTier.compactMap { entry -> (entry: EvidenceEntry, figure: IndexFigure)? in
      guard case .index(let figure?, _) = entry.figure else { return nil }
      return (entry, figure)
    }
    guard let (entry, figure) = indices.first else { return .unknown(.noIndex) }
    guard indices.count == 1 else { return .unknown(.severalFigures) }
    guard !held.contains(entry.id) else { return .unknown(.heldBack) }
    guard entry.isEnough else { return .unknown(.tooLittle) }
    let isOfPersons = entry.family == .records
    return Self.change(
      in: figure, n: isOfPersons ? Int(entry.base.count.rounded()) : entry.base.persons)
  }

  private static func change(in figure: IndexFigure, n: Int) -> SmallestChange {
    guard let error = figure.standardError, let df = figure.df, df > 0 else {
      return .unknown(.tooLittle)
    }
    guard let points = DetectableChange.afterLike(standardError: error, df: df) else {
      return .unknown(.noSpread)
    }
    return .points(points, n: n)
  }
}

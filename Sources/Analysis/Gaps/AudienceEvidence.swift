import Instruments
import Responses

/// All that one audience answered, over all instruments put to it.
struct AudienceEvidence {
  /// What the audience answered to one instrument.
  struct Survey {
    let table: ResponseTable
    let evidence: SurveyEvidence
    let population: Int?
  }

  /// The answered items of a survey that speak of some practices.
  struct Answered {
    let survey: Survey
    /// All that anybody answered.
    let places: [Int]
    /// Those that enough people answered to enter an index.
    let counted: [Int]

    /// How many people answered a counted item, or any where none counts.
    var people: Int { survey.evidence.people(answering: counted.isEmpty ? places : counted) }
  }

  let audience: Instrument.Audience
  let surveys: [Survey]
  /// The entries of the ledger that are of the audience and give an index.
  let entries: [EvidenceEntry]

  /// The fewest people with whom an audience's index counts.
  var fewest: Int
  /// The fewest answers with which an item enters an index.
  var fewestAnswers: Int

  /// The surveys with an answered item of some practices.
  func surveys(on practices: Set<String>) -> [Answered] {
    surveys.compactMap { survey in
      let places = survey.evidence.places(ofPractices: practices)
      let counted = survey.evidence.places(ofPractices: practices, answeredBy: fewestAnswers)
      return places.isEmpty ? nil : Answered(survey: survey, places: places, counted: counted)
    }
  }

  /// What the audience says of a component, or of one practice; `nil` without an answered item.
  ///
  /// Items count equally within a practice and practices within the component. Items with fewer
  /// than `fewestAnswers` answers do not count, nor do surveys of fewer than `fewest` people.
  func index(ofPractices practices: [String]) -> AudienceIndex? {
    let all = surveys(on: Set(practices))
    let counted = all.filter { !$0.counted.isEmpty }
    let pieces = pieces(on: Set(practices))
    guard !counted.isEmpty || !pieces.isEmpty else {
      guard !all.isEmpty else { return nil }
      return AudienceIndex(audience: audience, figure: nil, n: all.reduce(0) { $0 + $1.people })
    }
    let people = counted.reduce(0) { $0 + $1.people }
    let isHeard = people >= fewest
    let heard = isHeard || pieces.isEmpty ? counted : []
    let shares = PracticeWeights(
      heard.flatMap { part in part.counted.map { part.survey.evidence.items[$0].practice } },
      entries: pieces.map { ($0.practices, $0.weight) })
    var parts: [(figure: IndexFigure, weight: Double)] = []
    for part in heard {
      let evidence = part.survey.evidence
      let weights = part.counted.map { place in
        (place: place, weight: shares.weight(of: evidence.items[place].practice))
      }
      parts.append((evidence.figure(weights), 1))
    }
    parts += IndexFigure.bySource(
      pieces.map {
        ($0.instrument, $0.figure, shares.weight(ofEntryOn: $0.practices, weight: $0.weight))
      })
    let value = parts.reduce(0) { $0 + $1.weight * $1.figure.value }
    let figure = isHeard || !pieces.isEmpty ? IndexFigure.combined(value, parts) : nil
    return AudienceIndex(
      audience: audience, figure: figure, n: people + Self.units(of: pieces))
  }

  /// How many units were looked at, those of one instrument once.
  private static func units(of pieces: [Piece]) -> Int {
    var most: [String: Int] = [:]
    for piece in pieces { most[piece.instrument] = max(most[piece.instrument] ?? 0, piece.units) }
    return most.values.reduce(0, +)
  }

  /// An entry in an index.
  private typealias Piece = (
    instrument: String, figure: IndexFigure, practices: [String], weight: Double, units: Int
  )

  /// The entries on some practices: their index, the practices among these, and their weight.
  private func pieces(on practices: Set<String>) -> [Piece] {
    entries.filter { !$0.isHeld(below: fewestAnswers) }.compactMap { entry -> Piece? in
      let own = entry.practices.filter(practices.contains)
      guard let figure = entry.index, !own.isEmpty else { return nil }
      return (
        entry.instrument, figure, own, entry.feeds == .halfIndex ? 0.5 : 1, entry.base.persons
      )
    }
  }
}

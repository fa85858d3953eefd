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

  let audience: Instrument.Audience
  let surveys: [Survey]

  /// The fewest people with whom an audience's index counts.
  var fewest: Int { audience == .pupils ? 10 : 5 }

  /// The surveys with an answered item of some practices, with the places of those items.
  func surveys(on practices: Set<String>) -> [(survey: Survey, places: [Int])] {
    surveys.compactMap { survey in
      let places = survey.evidence.places(ofPractices: practices)
      return places.isEmpty ? nil : (survey, places)
    }
  }

  /// What the audience says of a component, or of one practice; `nil` without an answered item.
  ///
  /// Items count equally within a practice and practices within the component.
  func index(ofPractices practices: [String]) -> AudienceIndex? {
    let answered = surveys(on: Set(practices))
    guard !answered.isEmpty else { return nil }
    let shares = PracticeWeights(
      answered.flatMap { survey, places in places.map { survey.evidence.items[$0].practice } })
    var parts: [(figure: IndexFigure, weight: Double)] = []
    var n = 0
    for (survey, places) in answered {
      let weights = places.map { place in
        (place: place, weight: shares.weight(of: survey.evidence.items[place].practice))
      }
      parts.append((survey.evidence.figure(weights), 1))
      n += survey.evidence.people(answering: places)
    }
    let value = parts.reduce(0) { $0 + $1.figure.value }
    let figure = n >= fewest ? IndexFigure.combined(value, parts) : nil
    return AudienceIndex(audience: audience, figure: figure, n: n)
  }
}

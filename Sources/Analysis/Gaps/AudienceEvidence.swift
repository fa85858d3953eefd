import Instruments
import Responses

/// All that one audience answered, over all instruments put to it.
struct AudienceEvidence {
  let audience: Instrument.Audience
  let surveys: [(table: ResponseTable, evidence: SurveyEvidence, population: Int?)]

  /// The fewest people with whom an audience's index counts.
  var fewest: Int { audience == .pupils ? 10 : 5 }

  /// What the audience says of a component, or of one practice; `nil` without an answered item.
  ///
  /// Items count equally within a practice and practices within the component.
  func index(ofPractices practices: [String]) -> AudienceIndex? {
    let wanted = Set(practices)
    let places = surveys.map { $0.evidence.places(ofPractices: wanted) }
    var itemsOfPractice: [String: Int] = [:]
    for (survey, places) in zip(surveys, places) {
      for place in places {
        itemsOfPractice[survey.evidence.items[place].practice, default: 0] += 1
      }
    }
    guard !itemsOfPractice.isEmpty else { return nil }
    let share = 1 / Double(itemsOfPractice.count)
    var parts: [(figure: IndexFigure, weight: Double)] = []
    var n = 0
    for (survey, places) in zip(surveys, places) where !places.isEmpty {
      let weights = places.map { place in
        let practice = survey.evidence.items[place].practice
        return (place: place, weight: share / Double(itemsOfPractice[practice] ?? 1))
      }
      parts.append((survey.evidence.figure(weights), 1))
      n += survey.evidence.people(answering: places)
    }
    let value = parts.reduce(0) { $0 + $1.figure.value }
    let figure = n >= fewest ? IndexFigure.combined(value, parts) : nil
    return AudienceIndex(audience: audience, figure: figure, n: n)
  }
}

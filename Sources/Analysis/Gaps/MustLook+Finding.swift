import Instruments
import Responses

extension MustLook {
  /// The items on safety and on asking for help to which too many pupils give the worst answer.
  static func worst(_ evidence: SurveyEvidence, _ labels: [String: String]) -> [MustLook] {
    evidence.places(ofPractices: practices).compactMap { place in
      let (worst, n) = evidence.worstAnswers(place)
      guard n >= fewestPeople, Double(worst) >= worstShare * Double(n) else { return nil }
      let item = evidence.items[place]
      let answer = item.map.firstIndex(of: 0).map { item.item.format.points[$0].title } ?? ""
      return MustLook(
        kind: .worstAnswers(
          item: item.item.id, title: item.item.title, answer: answer, count: worst),
        practice: item.practice, practiceLabel: labels[item.practice], audience: .pupils, n: n)
    }
  }

  /// An instrument too many of whose answers look careless; `nil` for others.
  init?(careless table: ResponseTable) {
    let lines = StraightLining(table)
    guard lines.checked >= Self.fewestPeople,
      Double(lines.count) > Self.carelessShare * Double(lines.checked)
    else { return nil }
    self.init(
      kind: .carelessAnswers(instrument: table.instrument.id, count: lines.count),
      practice: nil, practiceLabel: nil, audience: table.instrument.audience, n: lines.checked)
  }
}

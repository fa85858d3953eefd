import Instruments
import Responses
import Statistics

extension MustLook {
  /// The groups of an entry of the ledger that have more of something bad than their share.
  static func ratios(_ entry: EvidenceEntry) -> [MustLook] {
    guard entry.feeds == .direction, entry.better == .lower, case .ratios(let ratios) = entry.figure
    else { return [] }
    return ratios.compactMap { group in
      guard let low = group.interval?.low, low > EvidenceFigure.adverseRatio else { return nil }
      return MustLook(
        kind: .groupRatio(
          entry: entry.id, title: entry.title, value: group.value, ratio: group.ratio,
          count: group.own.events),
        practice: entry.practices.first, practiceLabel: nil, audience: entry.audience,
        n: Int(group.own.exposure.rounded()))
    }
  }

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

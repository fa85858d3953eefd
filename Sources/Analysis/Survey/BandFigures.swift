import Instruments
import Statistics

/// How many persons fall into each published band of a score, or have each label.
public enum BandFigures: Sendable {
  /// The instrument declares no bands.
  case none
  /// The bands in the key's order; a person whose score lies in none counts in none.
  case bands(scheme: String, [(label: String, count: Int)])
  /// The score is a label; the labels in the key's order.
  case labels([(label: String, count: Int)])
  /// Some band has too few people to be shown; of a label how many persons have any.
  case suppressed(labelled: Int?)

  /// Counts the persons of a group.
  init(_ score: Score, _ scores: Frequencies, labels: [Int]?) {
    if let labels {
      self = .labels(zip(score.labels, labels).map { (label: $0.label, count: $1) })
    } else if let banding = score.bands {
      var counts: [String: Int] = [:]
      for (value, count) in zip(scores.values, scores.counts) {
        if let label = banding.label(of: value) { counts[label, default: 0] += count }
      }
      self = .bands(
        scheme: banding.scheme,
        banding.bands.map { (label: $0.label, count: counts[$0.label] ?? 0) })
    } else {
      self = .none
    }
  }

  /// Whether the score is a label rather than a number.
  public var isLabels: Bool {
    labelled != nil
  }

  /// How many persons have a label; `nil` where the score is a number.
  var labelled: Int? {
    switch self {
    case .labels(let counts): counts.reduce(0) { $0 + $1.count }
    case .suppressed(let labelled): labelled
    case .none, .bands: nil
    }
  }

  /// The counts; `nil` where there are none to show.
  public var counts: [(label: String, count: Int)]? {
    switch self {
    case .bands(_, let counts), .labels(let counts): counts
    case .none, .suppressed: nil
    }
  }
}

extension GroupFigures {
  /// The group without bands that are not for show in an audit: all of a part of the school or of
  /// rounds together (`minimum` is `nil`), and those of the whole with a band of too few people.
  ///
  /// With bands of the whole alone nothing can be subtracted.
  func withholdingBands(below minimum: Int?) -> GroupFigures {
    let shown = scores.map { score -> ScoreFigures in
      guard let counts = score.bands.counts else { return score }
      let small = minimum.map { least in
        (counts.map(\.count) + [score.n - counts.reduce(0) { $0 + $1.count }])
          .contains { (1..<least).contains($0) }
      }
      guard by != nil || small != false else { return score }
      var score = score
      score.bands = .suppressed(labelled: score.bands.labelled)
      return score
    }
    return GroupFigures(
      by: by, value: value, title: title, n: n, population: population, scores: shown,
      items: items, held: held)
  }
}

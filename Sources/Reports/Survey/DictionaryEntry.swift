import Analysis
import Instruments

/// What the data dictionary says of one column; what does not apply stays empty.
struct DictionaryEntry {
  private(set) var id: String?
  private(set) var title: String?
  private(set) var stem: String?
  private(set) var type = "text"
  private(set) var codes: [String] = []
  private(set) var labels: [String] = []
  private(set) var reversed: Bool?
  private(set) var scale: String?
  private(set) var ends: ClosedRange<Double>?
  private(set) var method: String?
  private(set) var items: [String] = []
  private(set) var reversedItems: [String] = []
  private(set) var missingRule: String?
  private(set) var scheme: String?
  private(set) var better: String?
  private(set) var refusal: String?

  init(_ column: PersonsColumn, of persons: PersonFigures) {
    switch column.content {
    case .row:
      (title, type) = ("Data record of the file, from 1", "whole number")
    case .id: title = "Response id of the file"
    case .by(let grouping):
      (id, title) = (grouping.by, grouping.by)
      (codes, labels) = (grouping.values, grouping.titles)
    case .item(let item): take(item)
    case .choice(let item, let place):
      take(item)
      (type, codes, labels) = ("whole number", ["1", "0"], ["chosen", "not chosen"])
      title = "\(item.title): \(item.format.points[place].title)"
    case .score(let place):
      let score = persons.scores[place]
      take(score)
      type = "number"
      method = score.isLabel ? "label (see its band)" : score.score.method.rawValue
      ends = score.ends
    case .band(let place): takeBands(persons.scores[place])
    case .flags:
      title = "What makes the response worth a second look, with ; between"
      codes = PersonFlags.words.map(\.word)
    }
  }

  private mutating func take(_ item: Item) {
    (id, title, stem) = (item.id, item.title, item.stem?.preferred)
    (codes, labels) = (item.format.points.map(\.code), item.format.points.map(\.title))
    let isCoded = !codes.isEmpty
    let isWhole = item.format.points.allSatisfy { $0.value != nil }
    type = isCoded ? (isWhole ? "whole number" : "text") : item.format.name
    guard case .scale(let scale) = item.format else { return }
    (self.scale, reversed) = (scale.id, item.isReversed)
    ends = scale.range.map { Double($0.lowerBound)...Double($0.upperBound) }
  }

  private mutating func take(_ column: PersonFigures.Column) {
    let score = column.score
    (id, title) = (score.id, score.title?.preferred ?? Wording.title(score.id))
    items = column.uses.map(\.item)
    reversedItems = column.uses.filter(\.isReversed).map(\.item)
    missingRule = Self.missingRule(column)
    better = score.better.rawValue
    refusal = column.refusal
  }

  private mutating func takeBands(_ column: PersonFigures.Column) {
    take(column)
    let score = column.score
    method = column.isLabel ? "label" : "band of \(score.id)"
    scheme = score.bands?.scheme
    codes = column.isLabel ? score.labels.map(\.label) : score.bands?.bands.map(\.label) ?? []
    labels = codes
  }

  /// With how many answers there is a score, and what becomes of those left out.
  private static func missingRule(_ column: PersonFigures.Column) -> String? {
    let score = column.score
    guard column.refusal == nil else { return nil }
    if !score.sources.isEmpty { return "needs a score in \(Wording.listed(score.sources))" }
    let all = score.uses.count
    switch score.method {
    case .label: return "needs all \(all) answers"
    case .mean: return "mean of the answers given, at least \(score.minimumAnswered) of \(all)"
    case .sum:
      return score.minimumAnswered >= all
        ? "needs all \(all) answers"
        : "scaled up to all \(all) answers, at least \(score.minimumAnswered) given"
    case .table: return nil
    }
  }
}

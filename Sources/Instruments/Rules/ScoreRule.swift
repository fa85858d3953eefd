import Diagnostics

/// A score is computed from scale items with one range of codes, each of them once.
enum ScoreRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    let items = draft.itemsByID
    for score in draft.scores {
      let isItemless = !score.rules.sources.isEmpty || score.rules.awaited?.value == .items
      if score.itemCount == 0, !isItemless {
        sink.error(.noItems, at: score.id?.span ?? score.span)
      }
      checkUses(score, items, into: &sink)
      checkRanges(score, items, draft, into: &sink)
      if let minimum = score.minimumAnswered, score.itemCount > 0,
        !(1...score.itemCount).contains(minimum.value)
      {
        sink.error(.badMinimum(minimum.value, of: score.itemCount), at: minimum.span)
      }
    }
  }

  private static func checkUses(
    _ score: InstrumentDraft.Score, _ items: [String: InstrumentDraft.Item],
    into sink: inout DiagnosticSink
  ) {
    var used: Set<String> = []
    for use in score.uses {
      let id = use.item.value
      guard let item = items[id] else {
        sink.error(.unknownItem(id, known: items.keys.sorted()), at: use.item.span)
        continue
      }
      if item.format != nil, item.scale == nil { sink.error(.notScale(id), at: use.item.span) }
      if !used.insert(id).inserted { sink.error(.usedTwice(id), at: use.item.span) }
    }
  }

  private static func checkRanges(
    _ score: InstrumentDraft.Score, _ items: [String: InstrumentDraft.Item],
    _ draft: InstrumentDraft, into sink: inout DiagnosticSink
  ) {
    var first: (id: String, range: ClosedRange<Int>)?
    for use in score.uses {
      guard let scale = items[use.item.value]?.scale.flatMap({ draft.scale($0) }),
        let range = range(of: scale)
      else { continue }
      guard let known = first else {
        first = (use.item.value, range)
        continue
      }
      guard range != known.range else { continue }
      sink.error(.mixedScales(use.item.value, range, known.id, known.range), at: use.item.span)
      return
    }
  }

  /// The lowest and highest code of a scale; `nil` when a code is not a whole number.
  private static func range(of scale: InstrumentDraft.Scale) -> ClosedRange<Int>? {
    let points = scale.points.compactMap { $0.code.map { Point(code: $0.value) } }
    return Scale(id: scale.id.value, points: points).range
  }
}

extension Diagnostic.Message {
  /// The fault of a score or an import entry that names no item.
  static func unknownItem(_ id: String, known: [String]) -> Self {
    let remedy = NearestName.remedy(for: id, among: known, lead: "the items are")
    return Self(id: "unknown-item", "no item is called '\(id.clipped)'; \(remedy)")
  }

  fileprivate static let noItems = Self(
    id: "score-without-items", "this score is computed from nothing; list its items")

  fileprivate static func notScale(_ id: String) -> Self {
    Self(
      id: "score-item-not-scale",
      "the item '\(id.clipped)' is not answered on a scale and cannot enter a score; take it out, "
        + "or give the item a scale")
  }

  fileprivate static func usedTwice(_ id: String) -> Self {
    Self(
      id: "score-item-twice", "the item '\(id.clipped)' is in this score already; list it once")
  }

  fileprivate static func mixedScales(
    _ id: String, _ range: ClosedRange<Int>, _ other: String, _ otherRange: ClosedRange<Int>
  ) -> Self {
    Self(
      id: "score-mixes-scales",
      "the item '\(id.clipped)' has the codes \(range.lowerBound) to \(range.upperBound) and "
        + "'\(other.clipped)' \(otherRange.lowerBound) to \(otherRange.upperBound); "
        + "make a score for each scale")
  }

  fileprivate static func badMinimum(_ minimum: Int, of count: Int) -> Self {
    Self(
      id: "bad-minimum",
      "'min_answered' is \(minimum) and the score has \(count) item\(count == 1 ? "" : "s"); "
        + "write a number from 1 to \(count)")
  }
}

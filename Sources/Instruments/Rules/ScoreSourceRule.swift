import Diagnostics

/// A score has what its method asks for, and is computed from scores that stand above it.
enum ScoreSourceRule {
  static func check(_ draft: InstrumentDraft, into sink: inout DiagnosticSink) {
    var above: [String: InstrumentDraft.Score] = [:]
    for score in draft.scores {
      checkParts(score, into: &sink)
      for source in score.rules.sources {
        guard let known = above[source.value] else {
          let ids = draft.scores.compactMap(\.id?.value)
          sink.error(
            ids.contains(source.value)
              ? .sourceBelow(source.value) : .unknownScore(source.value, known: ids),
            at: source.span)
          continue
        }
        if !canBeSource(known, of: score) { sink.error(.badSource(source.value), at: source.span) }
      }
      if let id = score.id { above[id.value] = score }
    }
  }

  /// A sum takes scores of items; a table takes any score that is a number.
  private static func canBeSource(
    _ source: InstrumentDraft.Score, of score: InstrumentDraft.Score
  ) -> Bool {
    let isNumber = source.method.map { [.mean, .sum].contains($0.value) } ?? true
    return isNumber && (score.method?.value == .table || source.rules.sources.isEmpty)
  }

  private static func checkParts(
    _ score: InstrumentDraft.Score, into sink: inout DiagnosticSink
  ) {
    guard let method = score.method else { return }
    let rules = score.rules
    let awaited = rules.awaited?.value
    let (hasItems, hasSources) = (score.itemCount > 0, !rules.sources.isEmpty)
    if hasItems, hasSources { sink.error(.itemsAndSources, at: score.id?.span ?? score.span) }
    let faults: [(Bool, String, String)] = [
      (
        method.value == .table && (rules.sources.count != 1 && awaited != .items), "table",
        "one score under 'from'"
      ),
      (
        method.value == .table && rules.table.isEmpty && awaited == nil, "table",
        "a 'table', or 'awaits: table'"
      ),
      (method.value == .label && rules.labels.isEmpty, "label", "rules under 'labels'"),
      (method.value == .label && hasSources, "label", "'items' instead of 'from'"),
      (method.value == .mean && hasSources, "mean", "'items' instead of 'from'"),
    ]
    for (isFault, name, needed) in faults where isFault {
      sink.error(.methodNeeds(name, needed), at: method.span)
    }
    let strays: [(Bool, String)] = [
      (method.value != .table && !rules.table.isEmpty, "table"),
      (method.value != .label && !rules.labels.isEmpty, "labels"),
      (method.value == .label && score.range != nil, "range"),
      (method.value == .table && score.range != nil, "range"),
      (hasSources && score.range != nil, "range"),
    ]
    if let stray = strays.first(where: \.0) {
      sink.error(.strayPart(stray.1, method.value.rawValue), at: method.span)
    }
    if method.value == .label, rules.scheme != nil {
      sink.error(.strayPart("bands", method.value.rawValue), at: method.span)
    }
  }
}

extension Diagnostic.Message {
  /// The fault of a source, a vector or a band that names no score.
  static func unknownScore(_ id: String, known: [String]) -> Self {
    let remedy = NearestName.remedy(for: id, among: known, lead: "the scores are")
    return Self(id: "unknown-score", "no score is called '\(id.clipped)'; \(remedy)")
  }

  fileprivate static func sourceBelow(_ id: String) -> Self {
    Self(
      id: "score-source",
      "'\(id.clipped)' stands below or is this very score; put a score after those it is computed "
        + "from")
  }

  fileprivate static func badSource(_ id: String) -> Self {
    Self(
      id: "score-source",
      "nothing can be computed here from '\(id.clipped)'; a sum takes scores that are computed from "
        + "items, a table a score that is a number")
  }

  fileprivate static let itemsAndSources = Self(
    id: "score-source", "this score has both 'items' and 'from'; keep one of the two")

  fileprivate static func methodNeeds(_ method: String, _ needed: String) -> Self {
    Self(id: "score-part", "a score with 'method: \(method)' needs more; give it \(needed)")
  }

  fileprivate static func strayPart(_ key: String, _ method: String) -> Self {
    Self(
      id: "score-part",
      "'\(key)' means nothing in a score with 'method: \(method)' here; delete it, or change the "
        + "method")
  }
}

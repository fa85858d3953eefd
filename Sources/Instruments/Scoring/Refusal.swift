extension Instrument {
  /// Why a score refuses to be computed; `nil` for one that does not.
  ///
  /// A score refuses while its items or its table are still to be taken from the published form or
  /// manual, while the key is unsure of them, and where one that it is computed from refuses.
  public func refusal(of score: Score) -> String? {
    refusal(of: score, depth: 0)
  }

  private func refusal(of score: Score, depth: Int) -> String? {
    switch score.awaited {
    case .items: return "its items must first be taken from the published form"
    case .table: return "its conversion table must first be taken from the publisher's manual"
    case nil: break
    }
    let unsure: [(KeyField, String)] = [
      (.structure, "how its items are answered"),
      (.reversal, "which of its items are turned round"),
      (.subscales, "which items belong to it"),
    ]
    for (field, words) in unsure where confidence(of: field, in: score) == .low {
      return "\(words) has not been checked against the published form"
    }
    if score.method == .table, confidence(of: .table, in: score) == .low {
      return "its conversion table has not been checked against the publisher's manual"
    }
    guard depth <= scores.count else { return "it is computed from itself" }
    for id in score.sources {
      guard let source = scores.first(where: { $0.id == id }) else { continue }
      if refusal(of: source, depth: depth + 1) != nil {
        return "'\(id)', from which it is computed, refuses"
      }
    }
    return nil
  }

  /// The rules of a score that are applied as written though nobody has checked them: `missing` and
  /// `bands`, where the key is unsure of them.
  public func unverifiedRules(of score: Score) -> [KeyField] {
    guard refusal(of: score) == nil else { return [] }
    let isUnsure = { (field: KeyField) in self.confidence(of: field, in: score) == .low }
    let missing = itemScores(under: score).contains { confidence(of: .missing, in: $0) == .low }
    return (missing || isUnsure(.missing) ? [.missing] : [])
      + (score.bands != nil && isUnsure(.bands) ? [.bands] : [])
  }

  /// How sure the key is of a part of a score; `nil` where it does not say.
  public func confidence(of field: KeyField, in score: Score) -> Confidence? {
    score.confidence[field] ?? terms?.confidence[field]
  }
}

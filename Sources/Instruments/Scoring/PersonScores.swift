/// The scores of one person.
public struct PersonScores: Sendable {
  /// What a score came to.
  public enum Value: Hashable, Sendable {
    case number(Double)
    case label(String)
    /// Too few answers for a score.
    case none
    /// The score refuses, for a reason.
    case refused(String)
  }

  private let keys: [(score: Score, key: ScoreKey?, refusal: String?)]

  /// Prepares the scores of an instrument.
  public init(_ instrument: Instrument) {
    keys = instrument.scores.map { score in
      (score, ScoreKey(score, in: instrument), instrument.refusal(of: score))
    }
  }

  /// Scores one person.
  ///
  /// - Parameter answers: The code of each item that was answered, by the item's id; a code that the
  ///   item's scale does not have counts as no answer.
  /// - Returns: The scores in the instrument's order.
  public func scores(of answers: [String: Int]) -> [(score: Score, value: Value)] {
    keys.map { score, key, refusal in
      if let refusal { return (score, .refused(refusal)) }
      return (score, key.map { Self.value(of: $0, answers) } ?? .none)
    }
  }

  private static func value(of key: ScoreKey, _ answers: [String: Int]) -> Value {
    let values = key.items.indices.map { place -> UInt8 in
      let item = key.items[place]
      guard let code = answers[item.id],
        let point = item.format.points.firstIndex(where: { $0.value == code })
      else { return ScoreKey.missing }
      return key.values(ofUse: place)[point]
    }
    if key.score.method == .label {
      return key.label(of: values).map { .label(key.score.labels[$0].label) } ?? .none
    }
    return key.value(of: values).map { .number($0) } ?? .none
  }
}

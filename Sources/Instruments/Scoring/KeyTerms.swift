/// What a published key says of itself beside its scores: its licence, how sure its parts are, and
/// the vectors that it must reproduce.
public struct KeyTerms: Hashable, Sendable {
  /// Under which terms the questions may be used.
  public struct Licence: Hashable, Sendable {
    /// Who owns the questions, and on which terms they may be used.
    public var status: String
    /// Whether the wording of the questions may stand in a file that is handed on.
    public var shipsText: Bool
    /// What a school has to do; `nil` where there is nothing to add.
    public var note: String?

    public init(status: String, shipsText: Bool, note: String? = nil) {
      self.status = status
      self.shipsText = shipsText
      self.note = note
    }
  }

  /// The licence of the questions.
  public var licence: Licence
  /// How sure each part of the key is.
  public var confidence: [KeyField: Confidence]
  /// The answers with known scores, in the author's order.
  public var vectors: [KeyVector]

  public init(
    licence: Licence, confidence: [KeyField: Confidence] = [:], vectors: [KeyVector] = []
  ) {
    self.licence = licence
    self.confidence = confidence
    self.vectors = vectors
  }
}

/// A part of a key of which one may be more or less sure.
public enum KeyField: String, Hashable, Sendable, CaseIterable {
  /// How many items there are and how they are answered.
  case structure
  /// Which items are turned round.
  case reversal
  /// Which items belong to which score.
  case subscales
  /// The conversion table.
  case table
  /// What becomes of persons who left items out.
  case missing
  case bands
  case norms
  case licence
}

/// How sure a part of a key is.
public enum Confidence: String, Hashable, Sendable, CaseIterable {
  /// Two independent sources agree.
  case high
  /// One source.
  case medium
  /// To be checked against the publisher's own page.
  case low
}

/// The answers of one made-up person with the scores that they must give.
public struct KeyVector: Hashable, Sendable {
  /// What a score must be.
  public enum Expectation: Hashable, Sendable {
    case number(Double)
    case label(String)
    /// Too few answers for a score.
    case none
    /// The score refuses to be computed.
    case refused
  }

  /// What one score must be.
  public struct Expected: Hashable, Sendable {
    /// The id of the score.
    public var score: String
    /// What it must be.
    public var value: Expectation

    public init(score: String, value: Expectation) {
      self.score = score
      self.value = value
    }
  }

  /// The code of each scale item, in their order; `nil` for one that was left out.
  ///
  /// Items after the last are left out too.
  public var answers: [Int?]
  /// What the scores must be, in the author's order.
  public var expected: [Expected]
  /// The bands that scores must fall into; `nil` for none.
  public var bands: [String: String]
  /// What the vector is there for.
  public var note: String?

  public init(
    answers: [Int?], expected: [Expected], bands: [String: String] = [:], note: String? = nil
  ) {
    self.answers = answers
    self.expected = expected
    self.bands = bands
    self.note = note
  }
}

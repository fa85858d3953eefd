public import Instruments
public import Responses

/// The scores, bands and flags of every response, computed a block of rows at a time.
///
/// Nothing is held for each person but a byte of flags, so that a million rows need little memory.
/// The scores are the same doubles that the figures of the groups are made of.
public struct PersonFigures: Sendable {
  /// The score of a response: what it can come to, and whether it has bands or is a label.
  public struct Column: Sendable {
    /// The score, as the instrument declares it.
    public let score: Score
    /// Why the score refuses to be computed; `nil` for one that does not.
    public let refusal: String?
    let key: ScoreKey?

    /// Whether the score is a label rather than a number.
    public var isLabel: Bool { score.method == .label }
    /// Whether a response has a band or a label in it.
    public var hasBands: Bool { isLabel || score.bands != nil }
    /// The lowest and the highest score that can be; `nil` for a label and for one that refuses.
    public var ends: ClosedRange<Double>? { isLabel ? nil : key?.ends }
    /// The items with the part that each has in the score, those of its sources included.
    public var uses: [Score.Use] { key?.uses ?? score.uses }
  }

  /// The responses.
  public let table: ResponseTable
  /// The columns of `--by`.
  public let groupings: [Grouping]
  /// The scores in the instrument's order, those that refuse included.
  public let scores: [Column]
  /// The flags of each row.
  private let flags: [PersonFlags]

  /// Prepares the figures of every response.
  ///
  /// - Complexity: O(rows × items) time for the flags; a byte of memory for each row.
  public init(_ table: ResponseTable, groupings: [Grouping] = []) {
    self.table = table
    self.groupings = groupings
    scores = table.instrument.scores.map { score in
      Column(
        score: score, refusal: table.instrument.refusal(of: score),
        key: ScoreKey(score, in: table.instrument))
    }
    flags = PersonFlags.ofRows(in: table)
  }

  /// The instrument that was answered.
  public var instrument: Instrument { table.instrument }

  /// Runs `body` on all responses in the order of the file, a block of them at a time.
  ///
  /// - Complexity: O(rows × items of all scores).
  public func forEachBlock(_ body: (PersonBlock) -> Void) {
    var scorers = scores.map { PersonScorer($0.key, in: table) }
    var block = AnswerBlock(groupCount: 0)
    var start = 0
    while start < table.rowCount {
      block.load(from: start, of: table.rowCount, groups: [])
      let rows = start..<start + block.count
      for index in scorers.indices { scorers[index].score(block) }
      var own = Array(flags[rows])
      for (column, scorer) in zip(scores, scorers) where column.refusal == nil {
        for place in own.indices where scorer.places[place] < 0 { own[place].insert(.unscored) }
      }
      body(
        PersonBlock(
          rows: rows, scores: scorers.map { ($0.places, $0.values) }, flags: own))
      start += block.count
    }
  }
}

/// The scores and flags of neighbouring rows.
public struct PersonBlock {
  /// The rows of the table.
  public let rows: Range<Int>
  /// For each score the place of each row's value among the values that have occurred, -1 for none.
  ///
  /// Values keep their places from block to block; later blocks may add some.
  public let scores: [(places: [Int32], values: [PersonValue])]
  /// The flags of each row.
  public let flags: [PersonFlags]
}

/// What a score came to for somebody.
public enum PersonValue: Sendable, Hashable {
  /// A figure in score points, and the band it lies in, if any.
  case number(Double, band: String?)
  /// A label.
  case label(String)

  /// The figure; `nil` for a label.
  public var number: Double? { if case .number(let number, _) = self { number } else { nil } }

  /// The label, or the band; `nil` where the score lies in none.
  public var band: String? {
    switch self {
    case .number(_, let band): band
    case .label(let label): label
    }
  }
}

extension PersonFigures {
  /// Every response as a release, which the writers take.
  ///
  /// There is no other policy than that of the holder: a response alone is the smallest group, so
  /// an audit, which holds small groups back, lists none.
  public func releasedToHolder() -> Release<PersonFigures> { Release(self, under: .holder) }
}

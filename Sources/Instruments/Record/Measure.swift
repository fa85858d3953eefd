/// One figure computed from the rows of a record.
public struct Measure: Hashable, Sendable {
  /// How the figure is computed, and what it may do in the gap table.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The counts of `of` as a share of those of `among`; an index.
    case share
    /// The share of units in which each item of `of` was seen or met at least once; an index.
    case met
    /// How evenly the counts of `of` are spread (Shannon's evenness); an index.
    case evenness
    /// The share of units that name one of `values` in `of`; an index.
    case named
    /// The words or choices that units list in `of`, with their shares and salience; no index.
    case listed
    /// The counts of `of` for each `per` of `among`, such as incidents for each 100 pupils; a signal.
    case rate
    /// The share of `of` in `among` in each group of `by` against all others; a signal.
    case ratio
    /// The share of `of` in `among` from month to month, by the item of `by`; a signal.
    case runChart = "run_chart"
    /// Distinct voices for a strength and for a gap, by the item of `of`; a direction.
    case voices
    /// The days between the stages of cases, by the item of `of` and the dates of `by`; a finding about
    /// the system.
    case journey
    /// The stated words, of `among` or of `values`, that enough units name in `of`, and what they name
    /// besides; no index.
    case overlap
    /// The notes on each theme of `by` with the dots of each colour of `of`; a count, and no share.
    case votes
    /// The share of all namings in `of` that the most named one has; no index.
    case load
  }

  /// What evidence may do in the gap table.
  public enum Feed: String, Hashable, Sendable, CaseIterable {
    /// It enters the index of its practices.
    case index
    /// It enters the index with half the weight of other evidence.
    case halfIndex = "half_index"
    /// It speaks for or against an index that other evidence gives, and adds to the strength.
    case direction
    /// It adds to the strength of the evidence only.
    case strength
    /// It is shown and does nothing else.
    case nothing
  }

  /// The word that stands for the measure; unique in the instrument.
  public var id: String
  /// The words for a reader; `nil` where the id stands for them.
  public var title: LocalizedText?
  /// How it is computed.
  public var kind: Kind
  /// The items that are counted, listed or looked at, at least one.
  public var of: [String]
  /// The items that say of how many; empty where units are counted.
  public var among: [String]
  /// The item that splits the figure, tells the month or dates the stages; `nil` for none.
  public var by: String?
  /// The codes that count, for `named`; the stages in their order, for `journey`; what is stated, for
  /// `overlap`.
  public var values: [String]
  /// For how many a rate is told, such as 100.
  public var per: Double
  /// From which share of the units, 0 to 100, a stated word counts as named; 0 stands for any unit.
  ///
  /// `nil` for ``usualShare``.
  public var atLeast: Double?
  /// The figure, 0 to 100, under which a group is told by name; `nil` for none.
  public var below: Double?
  /// The item that says whether a step passed to somebody else, by the code `passed`; `nil` for none.
  public var passed: String?
  /// The item with the day by which a step was due; `nil` for none.
  public var due: String?
  /// Which end is the better one.
  public var better: Score.Direction
  /// The practices that the figure is evidence of, as `component.practice`; empty where the rows say it.
  public var practices: [String]
  /// What it may do in the gap table.
  public var feeds: Feed

  public init(
    id: String, title: LocalizedText? = nil, kind: Kind, of: [String], among: [String] = [],
    by: String? = nil, values: [String] = [], per: Double = 100, atLeast: Double? = nil,
    below: Double? = nil, passed: String? = nil, due: String? = nil,
    better: Score.Direction = .higher, practices: [String], feeds: Feed? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.of = of
    self.among = among
    self.by = by
    self.values = values
    self.per = per
    self.atLeast = atLeast
    self.below = below
    self.passed = passed
    self.due = due
    self.better = better
    self.practices = practices
    self.feeds = feeds ?? kind.feed
  }

  /// The share of the units from which a stated word counts as named unless the measure says another.
  public static let usualShare = 20.0
}

extension Measure.Kind {
  /// What a figure of this kind does unless its author says less.
  public var feed: Measure.Feed {
    switch self {
    case .share, .met, .evenness, .named: .index
    case .rate, .ratio, .runChart, .voices: .direction
    case .listed, .overlap, .load: .strength
    case .journey, .votes: .nothing
    }
  }

  /// What a figure of this kind may do: never more than its usual, so that no rate becomes an index.
  public var mayFeed: [Measure.Feed] {
    switch feed {
    case .index, .halfIndex: [.index, .halfIndex, .strength, .nothing]
    case .direction: [.direction, .strength, .nothing]
    case .strength: [.strength, .nothing]
    case .nothing: [.strength, .nothing]
    }
  }
}

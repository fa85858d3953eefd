import Instruments
public import Statistics

/// What a measure found.
public enum EvidenceFigure: Sendable, Hashable {
  /// A figure of 0 to 100, `nil` where nothing was counted, and the same by the column that splits it.
  case index(IndexFigure?, parts: [Part])
  /// What was listed, the most salient first, or what most listed where there is no order.
  case listed([Listed], persons: Int)
  /// A rate of events for each person, and for how many it is told.
  case rate(EventRate, per: Double)
  /// Each group against all others.
  case ratios([GroupRatio])
  /// A share month by month; `months` are the first days of the months.
  case runChart(RunChart, months: [String])
  /// Distinct voices on one practice.
  case voices(Voices)
  /// The way of cases through their stages.
  case journey(Journey)
  /// What is stated against what is named.
  case overlap(Overlap)
  /// Notes and dots by theme.
  case votes(DotVotes)
  /// How much of all naming falls on one.
  case load(NamingLoad)

  /// The figure of one group.
  public struct Part: Sendable, Hashable {
    /// The group, as the record writes it.
    public let value: String
    /// Its figure, 0 to 100; `nil` where nothing was counted.
    public let figure: Double?
    /// How many events, people or units it rests on.
    public let count: Double
    /// The fewest people who may stand behind it; `nil` where it is of no people.
    let people: Double?
    /// Whether the people of the part may stand in other parts too, as staff do in several trainings.
    var repeats = false
  }

  /// One thing that was listed.
  public struct Listed: Sendable, Hashable {
    /// The word or the choice, as most wrote it.
    public let word: String
    /// How many persons listed it.
    public let persons: Int
    /// Smith's S, 0 to 1; `nil` where nobody knows in which order a person listed things.
    public let smith: Double?
  }

  /// A group's share of events against that of all others.
  public struct GroupRatio: Sendable, Hashable {
    /// The group, as the record writes it.
    public let value: String
    /// The group's events and people.
    public let own: EventRate
    /// Those of all others.
    public let others: EventRate
    /// The ratio of the two; `nil` where the others have no events.
    public let ratio: Double?
    /// Its interval; `nil` where neither has events.
    public let interval: Interval?
  }

  /// How many voices speak for a strength, a gap, or suggest something; a voice counts once for each.
  public struct Voices: Sendable, Hashable {
    /// The id of the practice.
    public let practice: String
    public let strength: Int
    public let gap: Int
    public let suggestions: Int
    /// All voices on the practice.
    public let all: Int
    /// Of how many roles are the voices that speak of a gap; 0 where nobody said.
    public let gapRoles: Int
    /// Whether a gap counts only where two roles speak of it.
    public let needsRoles: Bool
  }

  /// The lower limit of a ratio above which a group has more than its share, whatever chance does.
  public static let adverseRatio = 1.5

  /// What the figure speaks for, by itself.
  func direction(_ better: Score.Direction) -> EvidenceEntry.Direction? {
    switch self {
    case .index, .listed, .journey, .overlap, .votes, .load: nil
    // More that is recorded may mean more that happens, or more that is noticed.
    case .rate: .mixed
    case .ratios(let ratios):
      ratios.contains {
        better == .lower
          ? ($0.interval?.low ?? 0) > Self.adverseRatio
          : ($0.interval?.high ?? .infinity) < 1 / Self.adverseRatio
      } ? .gap : .mixed
    case .runChart(let chart, _): better == .lower && chart.isHigh ? .gap : .mixed
    case .voices(let voices): voices.direction
    }
  }
}

extension EvidenceFigure.Voices {
  /// A gap where its voices outnumber those of strength and are of two roles, where that is asked for;
  /// a strength where its voices outnumber those of a gap.
  var direction: EvidenceEntry.Direction {
    if gap > strength, !needsRoles || gapRoles >= 2 { return .gap }
    return strength > gap ? .strength : .mixed
  }
}

public import Instruments

/// One piece of evidence that is no questionnaire: a figure with what it rests on and what it may do.
public struct EvidenceEntry: Sendable, Hashable {
  /// What the evidence speaks for, where it gives no index.
  public enum Direction: String, Sendable, Hashable {
    /// That the practice is in place.
    case strength
    /// That it is not.
    case gap
    /// Both, or neither.
    case mixed
  }

  /// How much was looked at.
  public struct Base: Sendable, Hashable {
    /// How many units with something to count: lessons, books, voices, cases, persons, months, or rows
    /// where there is no unit.
    public let units: Int
    /// In how many settings their rows are; 0 where nobody said.
    let settings: Int
    /// How many events, people or answers were counted together; the units where they are counted.
    public let count: Double
    /// The fewest people who can stand behind it, where those asked in one setting may have been asked in
    /// each other; `nil` where each unit is one, or where nobody was asked.
    var fewestPeople: Double? = nil
    /// The fewest people whom the figure itself is of: of those asked who listed something, of ratios the
    /// smallest group; `nil` where these are all.
    var fewestHeard: Double? = nil
    /// Whether the settings are cases of which too few are looked at for their number to be told.
    var holdsCases = false
    /// Those of none of the groups of a split, as a group without a name; `nil` where there are none.
    var ungrouped: EvidenceFigure.Part? = nil
    /// Whether each unit listed one word at most, so that words and units add up.
    var listsOne = false

    /// In how many settings; 0 where nobody said, `nil` where that is held back.
    public var toldSettings: Int? { holdsCases ? nil : settings }
    /// How many units; `nil` where it would tell of how few cases they are.
    public var toldUnits: Int? { holdsCases ? nil : units }

    /// How many people there are at least, or the units where that is not in doubt.
    public var persons: Int { fewestPeople.map { Int($0) } ?? units }

    /// How many people the figure tells of at least; never more than `persons`.
    var heard: Int { min(persons, fewestHeard.map { Int($0) } ?? persons) }

    /// Whether it is at least what the record asks for.
    func reaches(_ minimum: RecordRule.Minimum) -> Bool {
      units >= minimum.units && settings >= minimum.settings && count >= Double(minimum.count)
    }
  }

  /// The instrument, the measure and, where it is not of all rows, the tier: `lesson-talk.listening`.
  public let id: String
  /// The id of the instrument.
  public let instrument: String
  /// The words for a reader.
  public let title: String
  /// The framework's methods that the instrument carries out.
  public let methods: [String]
  /// The practices that it is evidence of.
  public let practices: [String]
  /// Who looked or kept the record.
  public let audience: Instrument.Audience
  /// What kind of source it is.
  public let family: EvidenceStrength.Family
  /// Of whom it speaks.
  public let tier: Tier
  /// What it may do in the gap table; `nothing` where less was looked at than the record asks for.
  public let feeds: Measure.Feed
  /// Which end of the figure is the better one.
  public let better: Score.Direction
  /// What was found.
  public let figure: EvidenceFigure
  /// What a unit is called, such as `lesson`; `nil` where each row is one.
  public let unit: String?
  /// How much was looked at.
  public let base: Base
  /// The least that the record asks for.
  public let minimum: RecordRule.Minimum
  /// How far two observers of the same units agree; `nil` where no unit was seen twice.
  public let agreement: ObserverAgreement?
  /// How it was asked and counted.
  let definition: EntryDefinition
  /// Of whom the rows are, where these chose themselves; `nil` elsewhere.
  public var sample: RecordRule.Sample? = nil
  /// The figure, 0 to 100, under which a group is told by name; `nil` for none.
  public var below: Double? = nil
  /// What the rows outside some tiers rest on, by these tiers; none of a tier, and none where such rows say
  /// nothing of the measure.
  var outside: [Set<Tier>: Base] = [:]

  /// Whether enough was looked at.
  public var isEnough: Bool { base.reaches(minimum) }

  /// The index that enters the practices; `nil` where it feeds none or too little was looked at.
  public var index: IndexFigure? {
    guard feeds == .index || feeds == .halfIndex, case .index(let figure, _) = figure else {
      return nil
    }
    return figure
  }

  /// Whether it adds to the strength of the evidence of its practices.
  var isSource: Bool { tier == .all && feeds != .nothing }

  /// What it speaks for; `nil` where it gives an index, or too little was looked at.
  public var direction: Direction? {
    guard feeds == .direction else { return nil }
    return figure.direction(better)
  }
}

/// How the rows of something other than a questionnaire become evidence: a tally of lessons, counts that
/// the office keeps, notes of talks, the way of a pupil through support.
public struct RecordRule: Hashable, Sendable {
  /// The item whose equal values make rows one unit: a lesson, a voice, a case; `nil` where each row is
  /// a unit of its own.
  public var unit: String?
  /// The item that says where a unit was seen, such as a class or a place; `nil` where none does.
  public var setting: String?
  /// The item that says who looked; `nil` where none does.
  ///
  /// Two observers of one unit are held against each other.
  public var observer: String?
  /// The item that says of which tier a row speaks; `nil` where all rows speak of all pupils.
  public var tier: String?
  /// Of whom the rows are, where these are not all who could have been asked; `nil` elsewhere.
  public var sample: Sample?
  /// The least that a figure is made of.
  public var minimum: Minimum
  /// How many minutes one unit takes whoever looks, speaks or copies it, above 0; `nil` where the
  /// author does not say.
  ///
  /// It is for planning and enters no figure, so that it is no part of the hash.
  public var minutes: Double?
  /// What is computed, in the author's order.
  public var measures: [Measure]

  public init(
    unit: String? = nil, setting: String? = nil, observer: String? = nil, tier: String? = nil,
    sample: Sample? = nil, minimum: Minimum = Minimum(), minutes: Double? = nil, measures: [Measure]
  ) {
    self.unit = unit
    self.setting = setting
    self.observer = observer
    self.tier = tier
    self.sample = sample
    self.minimum = minimum
    self.minutes = minutes
    self.measures = measures
  }

  /// How those whom the rows are of came to be asked.
  public enum Sample: String, Hashable, Sendable, CaseIterable {
    /// They came to an event, and so chose themselves; what they say enters an index by half at most.
    case event
  }

  /// The least evidence with which a measure says anything; 0 where nothing is asked for.
  public struct Minimum: Hashable, Sendable {
    /// How many units: sessions, voices, cases, persons.
    public var units: Int
    /// In how many settings.
    public var settings: Int
    /// How many events, people or answers are counted together.
    public var count: Int

    public init(units: Int = 0, settings: Int = 0, count: Int = 0) {
      self.units = units
      self.settings = settings
      self.count = count
    }
  }
}

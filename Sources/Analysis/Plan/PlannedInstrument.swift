public import Instruments

/// An instrument of a round with what is known of those who could answer it.
public struct PlannedInstrument: Sendable {
  /// How many people could answer, for one value of a column.
  public struct GroupSize: Sendable, Hashable {
    /// The column, an item with the role `group`.
    public let by: String
    /// The value of the column, a code.
    public let value: String
    /// The words for the value.
    public let title: String
    /// How many people it has.
    public let size: Int

    public init(by: String, value: String, title: String, size: Int) {
      self.by = by
      self.value = value
      self.title = title
      self.size = size
    }
  }

  /// What is asked, seen, counted or said.
  public let instrument: Instrument
  /// How many people could answer; `nil` where nobody said.
  public let population: Int?
  /// How many there are in the groups by which answers can be split, as far as it is known.
  public let groups: [GroupSize]

  public init(_ instrument: Instrument, population: Int?, groups: [GroupSize] = []) {
    self.instrument = instrument
    self.population = population
    self.groups = groups
  }

  /// Whether people answer it, rather than that something is seen, counted or taken down.
  var isSurvey: Bool { instrument.record == nil }
}

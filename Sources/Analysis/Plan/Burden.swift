public import Instruments

/// How much time a round asks of one audience.
public struct Burden: Sendable {
  /// How many people are meant, and why it may not be said.
  public enum People: Sendable, Hashable {
    case known(Int)
    /// Nobody said.
    case notKnown
    /// Fewer than may be shown.
    case heldBack

    /// The number; `nil` where it is not known or held back.
    public var count: Int? { if case .known(let count) = self { count } else { nil } }
  }

  /// The time for one instrument.
  public struct Part: Sendable {
    /// The id of the instrument.
    public let instrument: String
    /// Its words for a reader.
    public let title: String
    /// Minutes for one person, or for one unit of a record; `nil` where a record does not say.
    public let minutesEach: Double?
    /// How many people answer it; `nil` for a record.
    public let people: People?
    /// The fewest units that count, and what one is called; `nil` for a survey.
    public let units: (count: Int, name: String?)?

    /// Hours in all: of everybody who could answer, or for the fewest units that count.
    ///
    /// It is `nil` where a number is not known or held back.
    public var hours: Double? {
      guard let count = units?.count ?? people?.count else { return nil }
      return minutesEach.map { $0 * Double(count) / 60 }
    }
  }

  /// Whose time it is.
  public let audience: Instrument.Audience
  /// The instruments in the order of the plan.
  public let parts: [Part]
  /// How many people could answer.
  public let people: People

  /// Minutes for a person who answers every survey of the audience; 0 without a survey.
  public var minutesEach: Double {
    parts.filter { $0.units == nil }.reduce(0) { $0 + ($1.minutesEach ?? 0) }
  }

  /// Hours of all surveys and records together; `nil` where those of one are not known.
  public var hours: Double? {
    let known = parts.compactMap(\.hours)
    return known.count == parts.count ? known.reduce(0, +) : nil
  }

  init(_ audience: Instrument.Audience, _ planned: [PlannedInstrument], minimum: Int) {
    self.audience = audience
    let size = planned.compactMap(\.population).max()
    let people = size.map { $0 < minimum ? People.heldBack : .known($0) } ?? .notKnown
    self.people = people
    parts = planned.map { planned in
      let instrument = planned.instrument
      guard let record = instrument.record else {
        return Part(
          instrument: instrument.id, title: instrument.title.preferred,
          minutesEach: AnsweringTime.minutes(of: instrument), people: people, units: nil)
      }
      return Part(
        instrument: instrument.id, title: instrument.title.preferred, minutesEach: record.minutes,
        people: nil, units: record.least)
    }
  }
}

/// How an item is answered.
public enum AnswerFormat: Hashable, Sendable {
  /// One point of a scale; the only kind that enters scores.
  case scale(Scale)
  /// One of several choices without an order.
  case single([Point])
  /// Any number of choices.
  case multiple([Point])
  /// A number, with or without decimals.
  case number
  /// A day.
  case date
  /// Free text.
  case text
  /// A free list of words.
  case list
  /// Names of others on the roll.
  case nominate(NominationRule)

  /// The answers that can be chosen; empty for open formats.
  public var points: [Point] {
    switch self {
    case .scale(let scale): scale.points
    case .single(let points), .multiple(let points): points
    case .number, .date, .text, .list, .nominate: []
    }
  }

  /// The word that stands for the format in instrument files and JSON.
  public var name: String {
    switch self {
    case .scale: "scale"
    case .single: "single"
    case .multiple: "multiple"
    case .number: "number"
    case .date: "date"
    case .text: "text"
    case .list: "list"
    case .nominate: "nominate"
    }
  }
}

/// Whom a pupil may name, and how many.
public struct NominationRule: Hashable, Sendable {
  /// The pupils among whom somebody may name: those of the class, of the year, or all.
  public enum Scope: String, Hashable, Sendable, CaseIterable {
    case `class`, year, school
  }

  /// The group within which names count.
  public var scope: Scope
  /// The most names that one pupil may give, at least 1.
  public var limit: Int

  public init(scope: Scope, limit: Int) {
    self.scope = scope
    self.limit = limit
  }
}

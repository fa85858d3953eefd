public import Instruments

/// How long it takes to answer a survey, by the number and the kinds of its items.
///
/// The seconds are our working assumption, not a measurement; `docs/methods/plan.md` gives the reasons.
public enum AnsweringTime {
  /// Seconds to open a survey and to read what it is about.
  public static let opening = 60.0
  /// How much longer a pupil takes than an adult.
  public static let pupilFactor = 1.5
  /// Seconds for an answer on a scale.
  public static let scale = 10.0
  /// Seconds for one of several choices.
  public static let single = 10.0
  /// Seconds for any number of choices.
  public static let multiple = 15.0
  /// Seconds for a number or a day.
  public static let number = 15.0
  /// Seconds for a list of words.
  public static let list = 45.0
  /// Seconds for a text in one's own words, if one writes any.
  public static let text = 60.0
  /// Seconds for each name that one may give.
  public static let name = 20.0

  /// Seconds that an adult takes for an item.
  public static func seconds(for format: AnswerFormat) -> Double {
    switch format {
    case .scale: scale
    case .single: single
    case .multiple: multiple
    case .number, .date: number
    case .list: list
    case .text: text
    case .nominate(let rule): name * Double(rule.limit)
    }
  }

  /// Minutes that one person takes for an instrument.
  ///
  /// An item that says who answered counts as any other.
  public static func minutes(of instrument: Instrument) -> Double {
    let seconds = instrument.items.reduce(opening) { $0 + Self.seconds(for: $1.format) }
    return seconds * (instrument.audience == .pupils ? pupilFactor : 1) / 60
  }
}

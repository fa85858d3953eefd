/// The word for an index, given only where it is probably true.
///
/// A band is given where Student's t puts a probability of at least 0.80 on it, whatever the
/// target.
public enum Band: String, Sendable, Hashable {
  /// Probably at least 70.
  case strong
  /// Probably from 50 to 70.
  case developing
  /// Probably below 50.
  case priority
  /// No band has a probability of 0.80.
  case between

  /// The probability from which a band is given.
  static let probability = 0.80
  static let strongFrom = 70.0
  static let developingFrom = 50.0

  /// The band of a figure; `nil` where its probability cannot be told.
  init?(_ figure: IndexFigure) {
    guard let strong = figure.probability(atLeast: Self.strongFrom),
      let developing = figure.probability(atLeast: Self.developingFrom)
    else { return nil }
    if strong >= Self.probability {
      self = .strong
    } else if developing - strong >= Self.probability {
      self = .developing
    } else if 1 - developing >= Self.probability {
      self = .priority
    } else {
      self = .between
    }
  }
}

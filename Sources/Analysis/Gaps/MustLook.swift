/// Something that a school must look at whatever its averages say.
public struct MustLook: Sendable {
  public enum Kind: Sendable {
    /// A practice whose index is under 40 with at least ten people behind it.
    case lowPractice(index: Double)
    /// At least 5 % of the pupils give the worst answer on safety or on having somebody to go to.
    case worstAnswers(item: String, title: String, answer: String, count: Int)
    /// More than 15 % of the answers of an instrument look careless.
    case carelessAnswers(instrument: String, count: Int)
  }

  static let lowIndex = 40.0
  static let fewestPeople = 10
  static let worstShare = 0.05
  static let carelessShare = 0.15
  /// The practices on which the worst answer counts, whatever the mean.
  static let practices: Set<String> = ["vision.safety", "networks.asking"]

  public let kind: Kind
  /// The id of the practice, where there is one.
  public let practice: String?
  public let practiceLabel: String?
  public let n: Int
}

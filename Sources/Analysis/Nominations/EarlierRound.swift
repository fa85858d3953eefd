public import Responses

/// An earlier round of the same question, which a later one is compared with.
public struct EarlierRound: Sendable {
  /// What the round is called.
  public let title: String
  /// Who named whom then, on the roll of that time.
  public let nominations: Nominations

  public init(title: String, nominations: Nominations) {
    self.title = title
    self.nominations = nominations
  }
}

/// What became of the pupils of an earlier round, by name: part of the list of pupils.
public struct MovedPupils: Sendable {
  /// What the earlier round is called.
  public let title: String
  /// The pupils on roll now who are unchosen in both rounds, as places on the roll, ascending.
  public let stayed: [Int]
  /// Those who are unchosen now and were not before.
  public let became: [Int]
  /// Those who were unchosen before and are not any more.
  public let left: [Int]
}

/// The earlier round of an aggregate: nobody named.
public struct EarlierFigures: Sendable {
  /// What the earlier round is called.
  public let title: String
  /// How many pupils of its roll are not on the roll any more.
  public let departed: Int
}

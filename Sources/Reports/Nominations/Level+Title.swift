import Sociometry

extension Level {
  /// The level in the words of a pastoral lead.
  var title: String {
    switch self {
    case .namesNobodyUnchosen: "Named by nobody, names nobody"
    case .unchosen: "Named by nobody"
    case .notSeen: "Not seen: did not answer, and nobody named them"
    case .namesNobody: "Named by others, names nobody"
    case .namedUnanswered: "Named by others, did not answer"
    case .nothingMutual: "Named by others, nothing mutual"
    case .closedPair: "A pair with no other mutual tie"
    case .connected: "Connected"
    }
  }

  /// The levels in the order in which a lead looks at pupils.
  static let pastoralOrder: [Level] = [
    .namesNobodyUnchosen, .notSeen, .unchosen, .namesNobody, .nothingMutual, .closedPair,
    .namedUnanswered, .connected,
  ]
}

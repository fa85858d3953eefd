import Instruments

extension PerceptionGap {
  /// How many items are named as carrying a gap.
  private static let itemsNamed = 3

  /// The gap between a declared group and the others who answered the same instrument.
  ///
  /// - Returns: `nil` where no item of the practices has enough answers from both, and where those
  ///   who are of neither are so few that they could be had by subtraction.
  init?(of group: SubGroup, practices: [String]) {
    let (members, others) = (group.members, group.others)
    let wanted = Set(practices)
    let fewest = group.fewest
    let places = Set(members.places(ofPractices: wanted, answeredBy: fewest))
      .intersection(others.places(ofPractices: wanted, answeredBy: fewest)).sorted()
    guard !places.isEmpty, group.undeclared == 0 || group.undeclared >= fewest else { return nil }
    let shares = PracticeWeights(places.map { members.items[$0].practice })
    let weights = places.map { place in
      (place: place, weight: shares.weight(of: members.items[place].practice))
    }
    let differences = places.compactMap {
      place -> (id: String, title: String, isReversed: Bool, difference: Double)? in
      guard let a = members.mean(place), let b = others.mean(place) else { return nil }
      let item = members.items[place].item
      return (item.id, item.title, item.isReversed, a - b)
    }
    let sorted = differences.sorted {
      (-abs($0.difference), $0.id) < (-abs($1.difference), $1.id)
    }
    self.init(
      a: group.name, b: group.othersName, figureA: members.figure(weights),
      figureB: others.figure(weights), nA: members.people(answering: places),
      nB: others.people(answering: places), items: Array(sorted.prefix(Self.itemsNamed)))
    isOfEnough = min(nA, nB) >= GroupMinimums.ofIndices[group.audience]
  }
}

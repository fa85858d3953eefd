import Instruments

extension Instrument {
  /// The items whose answers are points on a scale and speak of a practice, with the ends of the scale.
  ///
  /// The items of outcomes say how people are, not what the school does, and are left out.
  var practiceItems: [(item: Item, practice: String, range: ClosedRange<Int>)] {
    let outcomes = Set(scores.filter(\.isOutcome).flatMap(items(under:)))
    return items.compactMap { item in
      guard !outcomes.contains(item.id), let practice = item.practice,
        case .scale(let scale) = item.format, let range = scale.range, range.count > 1
      else { return nil }
      return (item, practice, range)
    }
  }
}

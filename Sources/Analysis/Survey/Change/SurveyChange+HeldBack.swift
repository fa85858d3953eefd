extension SurveyChange {
  /// The changes of groups and scores that both rounds show by themselves.
  ///
  /// A change is the difference of two means that are shown, so it tells no more than these, and its p
  /// value is adjusted among those that are shown. The
  /// mix tells the sizes of the values, and needs all of them with the score in both.
  ///
  /// - Parameters:
  ///   - minimum: The fewest people of whom a figure is shown.
  ///   - later: The groups of the later round as they are shown.
  /// - Returns: The changes that tell no more than the two rounds do.
  func heldBack(below minimum: Int, beside later: [GroupFigures]) -> SurveyChange {
    let then = shownBefore(minimum)
    func isShown(_ score: String, _ by: String?, _ value: String?) -> Bool {
      [then, later].allSatisfy { groups in
        groups.contains { $0.by == by && $0.value == value && $0.shows(.score, score) }
      }
    }
    let shown = groups.compactMap { group -> Group? in
      let known = [then, later].allSatisfy { round in
        round.contains { $0.by == group.by && $0.value == group.value && $0.n != nil }
      }
      guard known else { return nil }
      var group = group
      group.scores = group.scores.filter { isShown($0.score, group.by, group.value) }
      return group
    }
    let whole = shown.first { $0.by == nil }
    return SurveyChange(
      title: title, groups: shown.adjusted(), incomparable: incomparable,
      mixes: mixes.filter { mix in
        let values = Set((then + later).filter { $0.by == mix.by }.map(\.value))
        return values.allSatisfy { isShown(mix.score, mix.by, $0) }
          && isShown(mix.score, nil, nil)
      },
      lowest: whole.flatMap { own in own.scores.contains { $0.score == lowest } ? lowest : nil },
      shownBefore: shownBefore)
  }
}

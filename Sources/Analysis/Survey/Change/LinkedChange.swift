public import Statistics

/// What became of the score of those who have it in both rounds.
public struct LinkedChange: Sendable {
  /// The score of each person in the earlier round and in the later one.
  public let pairs: Pairs
  /// How many of them changed by more than errors of measurement explain.
  ///
  /// It is `nil` where the reliability of the earlier round is not known, and where a count is of too
  /// few people to be shown.
  public let reliable: ReliableChange?

  /// The paired test; `nil` for fewer than two persons, or where all changed alike.
  public var test: PairedTest? { PairedTest(pairs) }
  /// The signed-rank test; `nil` without persons.
  public var signedRank: SignedRank? { SignedRank(pairs) }
  /// The change in standard deviations; `nil` for fewer than two persons.
  public var effect: PairedEffect? { PairedEffect(pairs) }

  /// Looks at pairs; `nil` where there are none, or where so few are linked, or are not, that the
  /// figures of the two would give a few people away.
  ///
  /// - Parameters:
  ///   - pairs: The persons with both scores.
  ///   - before: The figures of everybody in the earlier round.
  ///   - after: How many have the score in the later round.
  ///   - minimum: The fewest people of whom a figure may be shown.
  init?(_ pairs: Pairs, before: ScoreFigures, after: Int, minimum: Int) {
    let parts = [pairs.n, before.scores.n - pairs.n, after - pairs.n]
    guard pairs.n > 0, !parts.contains(where: { (1..<minimum).contains($0) }) else { return nil }
    self.pairs = pairs
    let alpha = before.reliability.moments.alpha
    let reliable = ReliableChange(pairs, sd: before.scores.sd, reliability: alpha)
    self.reliable = reliable.flatMap { counts in
      [counts.up, counts.unclear, counts.down].contains { (1..<minimum).contains($0) }
        ? nil : counts
    }
  }
}

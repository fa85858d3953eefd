public import Instruments

/// The fewest people who must stand behind a figure for it to be shown, by audience.
public struct GroupMinimums: Sendable, Hashable {
  /// The fewest of each audience, at least 1.
  public let byAudience: [Instrument.Audience: Int]

  /// One number for every audience; one below 1 counts as 1.
  public init(_ minimum: Int) {
    self.init([:], others: minimum)
  }

  /// A number for some audiences, and one for the others; numbers below 1 count as 1.
  public init(_ minimums: [Instrument.Audience: Int], others: Int) {
    byAudience = Dictionary(
      uniqueKeysWithValues: Instrument.Audience.allCases.map {
        ($0, max(1, minimums[$0] ?? others))
      })
  }

  /// The numbers from which an audience has an index: 10 pupils or 5 others.
  public static let ofIndices = GroupMinimums([.pupils: 10], others: 5)

  /// The fewest of one audience.
  public subscript(audience: Instrument.Audience) -> Int { byAudience[audience] ?? 1 }

  /// For each audience the larger of two numbers.
  func raised(to other: GroupMinimums) -> GroupMinimums {
    GroupMinimums(byAudience.merging(other.byAudience, uniquingKeysWith: max), others: 1)
  }

  /// Whether no number is below that of `other`.
  func covers(_ other: GroupMinimums) -> Bool {
    other.byAudience.allSatisfy { self[$0.key] >= $0.value }
  }
}

/// What is worth saying about a pupil beside the level.
public struct StandingFlags: OptionSet, Sendable, Hashable {
  /// The flags as bits.
  public let rawValue: UInt8

  /// Flags from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Everybody who names the pupil is named by nobody.
  public static let onlyFromUnchosen = StandingFlags(rawValue: 1 << 0)

  /// Tied only to a small set that nothing joins to the largest set of the reference group.
  public static let outsideMainComponent = StandingFlags(rawValue: 1 << 1)

  /// Has ties, and all of them are with other classes.
  public static let noTieInClass = StandingFlags(rawValue: 1 << 2)

  /// Named by exactly one.
  public static let dependsOnOne = StandingFlags(rawValue: 1 << 3)

  /// At level A or B now, and in the round before.
  public static let persistent = StandingFlags(rawValue: 1 << 4)

  /// A name that is not yet resolved could mean this pupil.
  public static let pending = StandingFlags(rawValue: 1 << 5)

  /// Named by nobody, and nothing that is not known can change that: all who could have named the
  /// pupil answered, and no open name could mean the pupil.
  public static let certain = StandingFlags(rawValue: 1 << 6)

  private static let named: [(flag: StandingFlags, code: String)] = [
    (.onlyFromUnchosen, "only_from_unchosen"),
    (.outsideMainComponent, "outside_main_component"),
    (.noTieInClass, "no_tie_in_class"),
    (.dependsOnOne, "depends_on_one"),
    (.persistent, "persistent"),
    (.pending, "pending"),
    (.certain, "certain"),
  ]

  /// The words that stand for the flags in files, always in the same order.
  public var codes: [String] { Self.named.filter { contains($0.flag) }.map(\.code) }
}

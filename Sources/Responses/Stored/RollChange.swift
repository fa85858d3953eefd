/// What a newer roll changes in the one that counts.
public struct RollChange: Sendable, Hashable {
  /// A pupil of whom the two rolls say different things.
  public struct Difference: Sendable, Hashable {
    public let before: RollRecord
    public let after: RollRecord
  }

  /// Whether there was a roll before.
  public var isFirst: Bool
  /// The pupils that the newer roll has and the older one has not.
  public var joined: [RollRecord] = []
  /// The pupils that the older roll has and the newer one has not, or says have left.
  public var left: [RollRecord] = []
  /// The pupils of whom the two say different things.
  public var changed: [Difference] = []
  /// How many pupils the newer roll has.
  public var pupils: Int

  /// Whether the newer roll says nothing new.
  public var isNone: Bool { !isFirst && joined.isEmpty && left.isEmpty && changed.isEmpty }

  /// Compares two rolls; `before` is `nil` where there was none.
  public init(from before: [RollRecord]?, to after: [RollRecord]) {
    let present = after.filter { !$0.hasLeft }
    isFirst = before == nil
    pupils = present.count
    let old = Dictionary(
      (before ?? []).filter { !$0.hasLeft }.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    let new = Set(present.map(\.id))
    joined = present.filter { old[$0.id] == nil }
    left = old.values.filter { !new.contains($0.id) }.sorted { $0.id < $1.id }
    changed = present.compactMap { record in
      guard let known = old[record.id], !Self.says(known, theSameAs: record) else { return nil }
      return Difference(before: known, after: record)
    }
  }

  /// How many pupils join under the id of one who leaves, but for the zeros in front, as if a
  /// spreadsheet had dropped them.
  public var idsApartByZeros: Int {
    func bare(_ record: RollRecord) -> String { String(record.id.drop { $0 == "0" }) }
    let gone = Set(left.map(bare))
    return joined.count { gone.contains(bare($0)) }
  }

  private static func says(_ a: RollRecord, theSameAs b: RollRecord) -> Bool {
    a.name == b.name && a.knownAs == b.knownAs && a.aliases == b.aliases
      && a.isOptedOut == b.isOptedOut
      && Set(a.groups) == Set(b.groups)
  }
}

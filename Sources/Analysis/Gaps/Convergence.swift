/// Whether the kinds of sources behind a component point the same way.
///
/// The rule is ours: `docs/methods/gap-table.md`.
public enum Convergence: String, Sendable, Hashable {
  /// Every kind of source that speaks stands with every other.
  case agree
  /// Some do not, and none contradicts the others.
  case mixed
  /// They contradict each other, which takes a point from the strength.
  case contradict
}

/// Where one kind of source points.
struct FamilyVoice: Hashable {
  /// What its answers and counts come to, 0 to 100; `nil` where it gives no index.
  let index: Double?
  /// What it speaks for beside the index; `nil` where it says nothing.
  let sign: EvidenceEntry.Direction?

  /// How far apart two indices may be and still stand together, in points.
  static let nearness = 10.0

  /// Takes the index and what the entries speak for: strength and gap together are mixed.
  init?(index: Double?, signs: [EvidenceEntry.Direction]) {
    let clear = Set(signs)
    guard index != nil || !clear.isEmpty else { return nil }
    self.index = index
    sign = clear.count > 1 ? .mixed : clear.first
  }

  /// The direction of an index: that of its band, mixed between the two.
  private static func direction(_ index: Double) -> EvidenceEntry.Direction {
    index >= Band.strongFrom ? .strength : index < Band.developingFrom ? .gap : .mixed
  }

  /// What it points to as a whole: its sign, or else the direction of its index.
  private var directions: Set<EvidenceEntry.Direction> {
    Set([sign, index.map(Self.direction)].compactMap(\.self))
  }

  /// Whether it does not contradict itself.
  var isOfOneMind: Bool { directions.count == 1 }

  /// Whether two kinds of sources point the same way.
  func stands(with other: FamilyVoice) -> Bool {
    if sign == nil, other.sign == nil, let index, let second = other.index,
      abs(index - second) < Self.nearness
    {
      return true
    }
    return directions.union(other.directions).count == 1
  }
}

extension Convergence {
  /// The word for kinds of sources; `nil` where fewer than two speak and nothing is contradicted.
  init?(_ voices: [FamilyVoice], isContradicted: Bool) {
    if isContradicted {
      self = .contradict
      return
    }
    guard voices.count >= 2 else { return nil }
    let pairs = voices.indices.flatMap { one in
      voices.indices.dropFirst(one + 1).map { voices[one].stands(with: voices[$0]) }
    }
    let isOne = voices.allSatisfy { $0.sign == nil || $0.isOfOneMind }
    self = isOne && pairs.allSatisfy(\.self) ? .agree : .mixed
  }
}

extension EvidenceEntry {
  /// What the entry says by itself; `nil` where it is a count that is neither good nor bad.
  var sign: Direction? {
    guard let direction else { return nil }
    if direction == .mixed, family != .voices { return nil }
    return direction
  }
}

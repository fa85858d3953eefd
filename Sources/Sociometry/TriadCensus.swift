/// How many sets of three members there are of each of the 16 kinds of triad.
///
/// The kinds are named by their mutual, asymmetric and null pairs, and by a letter where those do not
/// settle it (Holland & Leinhardt 1970; Davis & Leinhardt 1972).
public struct TriadCensus: Sendable, Equatable {
  /// A kind of triad, in the customary order.
  public enum Kind: String, Sendable, CaseIterable {
    case t003 = "003"
    case t012 = "012"
    case t102 = "102"
    case t021D = "021D"
    case t021U = "021U"
    case t021C = "021C"
    case t111D = "111D"
    case t111U = "111U"
    case t030T = "030T"
    case t030C = "030C"
    case t201 = "201"
    case t120D = "120D"
    case t120U = "120U"
    case t120C = "120C"
    case t210 = "210"
    case t300 = "300"

    /// The place of the kind in the customary order.
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// The counts in the order of `Kind.allCases`.
  public private(set) var counts = [Int](repeating: 0, count: Kind.allCases.count)

  /// How many triads there are of a kind.
  public subscript(kind: Kind) -> Int { counts[kind.place] }

  /// The most members of a group: the empty triads of more would not fit in 64 bits.
  public static let largestGroup = 3_810_779

  /// The census of every group of a partition, of nominations inside it.
  ///
  /// Sets of three with two tied pairs are counted where their ties meet, those with three one by
  /// one; what they leave of all pairs and all sets are the rest (after Batagelj & Mrvar 2001).
  ///
  /// - Parameters:
  ///   - partition: The groups, none of more than ``largestGroup`` members.
  ///   - graph: The nominations; those that leave a group are left out.
  /// - Returns: One entry per group, in the partition's order.
  /// - Complexity: That of ``NetworkIndices/forGroups(of:in:)``.
  public static func forGroups(of partition: Partition, in graph: NominationGraph) -> [TriadCensus]
  {
    GroupScan.figures(of: partition, in: graph, Counter.init)
  }

  private struct Counter: GroupCounter {
    private let triads: TriadCounter

    init(_ memory: Workspace) { triads = TriadCounter(memory) }

    func figure(of group: GroupTies.Group) -> TriadCensus {
      TriadCensus(members: group.count, tally: triads.tally(of: group.ties))
    }
  }

  init(members: Int, tally: TriadTally) {
    addMeeting(1, 1, tally.twoOut)
    addMeeting(2, 2, tally.twoIn)
    addMeeting(1, 2, tally.outAndIn)
    addMeeting(1, 3, tally.outAndMutual)
    addMeeting(2, 3, tally.inAndMutual)
    addMeeting(3, 3, tally.twoMutual)
    for code in TriadTally.closedCodes where tally.triangles[code] > 0 {
      let count = tally.triangles[code]
      let pairs = (UInt8(code & 3), UInt8(code >> 2 & 3), UInt8(code >> 4))
      counts[Int(Self.kinds[code])] += count
      // It was met at each of its corners.
      addMeeting(pairs.0, pairs.1, -count)
      addMeeting(Self.turned(pairs.0), pairs.2, -count)
      addMeeting(Self.turned(pairs.1), Self.turned(pairs.2), -count)
    }
    let mutual = tally.mutualTies / 2
    var (onePair, oneMutual) = (
      (tally.edges - 2 * mutual) * max(0, members - 2), mutual * max(0, members - 2)
    )
    for (kind, pairs) in Self.tiedPairs.enumerated() {
      onePair -= pairs.asymmetric * counts[kind]
      oneMutual -= pairs.mutual * counts[kind]
    }
    counts[Kind.t012.place] = onePair
    counts[Kind.t102.place] = oneMutual
    counts[0] = Self.all(members) - counts.reduce(0, +)
  }

  /// Adds sets of three in which two ties meet in a member who sees them so.
  private mutating func addMeeting(_ first: UInt8, _ second: UInt8, _ count: Int) {
    counts[Int(Self.kinds[TriadTally.code(first, second, 0)])] += count
  }

  /// A direction seen from the other end.
  private static func turned(_ code: UInt8) -> UInt8 { code >> 1 | code << 1 & 2 }

  /// How many sets of three so many members make.
  static func all(_ members: Int) -> Int {
    precondition(members <= largestGroup, "more triads than 64 bits hold")
    guard members > 2 else { return 0 }
    // Divided first, so that nothing on the way is larger than the result.
    var factors = [members, members - 1, members - 2]
    for divisor in [2, 3] {
      if let place = factors.firstIndex(where: { $0.isMultiple(of: divisor) }) {
        factors[place] /= divisor
      }
    }
    return factors.reduce(1, *)
  }

  /// How many asymmetric and mutual pairs each kind has.
  private static let tiedPairs: [(asymmetric: Int, mutual: Int)] = Kind.allCases.map { kind in
    let digits = kind.rawValue.compactMap(\.wholeNumberValue)
    return (digits[1], digits[0])
  }

  /// The kind of each of the 64 ways in which three can name one another.
  private static let kinds: [UInt8] = (0..<64).map { code in
    let kind = kind(ofPairs: [code & 3, code >> 2 & 3, code >> 4 & 3])
    return UInt8(kind.place)
  }

  /// The kind of a triad from its pairs first–second, first–third and second–third, each as a bit
  /// for either direction.
  private static func kind(ofPairs pairs: [Int]) -> Kind {
    let ends = [(0, 1), (0, 2), (1, 2)]
    var given = [0, 0, 0]
    var received = [0, 0, 0]
    for (pair, end) in zip(pairs, ends) {
      if pair & 1 != 0 { (given[end.0], received[end.1]) = (given[end.0] + 1, received[end.1] + 1) }
      if pair & 2 != 0 { (given[end.1], received[end.0]) = (given[end.1] + 1, received[end.0] + 1) }
    }
    let mutual = pairs.count { $0 == 3 }
    let asymmetric = pairs.count { $0 == 1 || $0 == 2 }
    switch (mutual, asymmetric) {
    case (0, 0): return .t003
    case (0, 1): return .t012
    case (1, 0): return .t102
    case (0, 2): return given.contains(2) ? .t021D : received.contains(2) ? .t021U : .t021C
    case (1, 1):
      // The asymmetric tie leads to the mutual pair, or away from it.
      return received.contains(2) ? .t111D : .t111U
    case (0, 3): return given.contains(2) ? .t030T : .t030C
    case (2, 0): return .t201
    case (1, 2):
      let outsider = zip(given, received).first { $0 == 0 || $1 == 0 }
      return outsider.map { $0.0 == 2 ? .t120D : .t120U } ?? .t120C
    case (2, 1): return .t210
    default: return .t300
    }
  }
}

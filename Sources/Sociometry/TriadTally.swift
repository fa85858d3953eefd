/// How ties meet inside one group: all that transitivity and the triad census are made of.
struct TriadTally {
  /// Nominations.
  var edges = 0
  /// Ends of mutual ties, two for each pair.
  var mutualTies = 0
  /// Pairs of ties that meet in a member, by how the member sees them.
  var twoOut = 0
  var twoIn = 0
  var outAndIn = 0
  var outAndMutual = 0
  var inAndMutual = 0
  var twoMutual = 0
  /// Sets of three that are all tied, by the directions first–second, first–third and
  /// second–third, two bits each; valid until the next group is counted.
  let triangles: UnsafeMutableBufferPointer<Int>

  /// The code of a set of three from the directions of its pairs.
  static func code(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    Int(first | second << 2 | third << 4)
  }

  /// The codes of triangles.
  static let closedCodes: [Int] = (0..<64).filter { $0 & 3 != 0 && $0 & 12 != 0 && $0 & 48 != 0 }

  fileprivate init(triangles: UnsafeMutableBufferPointer<Int>) { self.triangles = triangles }

  /// Adds the ties at one member: so many out alone, in alone and mutual.
  fileprivate mutating func add(out: Int, incoming: Int, mutual: Int) {
    edges += out + mutual
    mutualTies += mutual
    twoOut += out * (out - 1) / 2
    twoIn += incoming * (incoming - 1) / 2
    outAndIn += out * incoming
    outAndMutual += out * mutual
    inAndMutual += incoming * mutual
    twoMutual += mutual * (mutual - 1) / 2
  }
}

/// Counts how ties meet, group after group.
struct TriadCounter {
  private let marks: Scratch<Int32>
  private let offsets: Scratch<Int32>
  private let kept: Scratch<UInt32>
  private let triangles = Scratch<Int>()

  init(_ memory: Workspace) {
    marks = memory.numbers[0]
    offsets = memory.numbers[1]
    kept = memory.ties
  }

  func tally(of ties: TieRows.View) -> TriadTally {
    var tally = TriadTally(triangles: triangles.take(64, of: 0))
    for member in 0..<ties.count {
      var ends = (out: 0, incoming: 0, mutual: 0)
      for place in ties.row(member) {
        // Sums instead of cases, which no processor could foresee.
        let code = Int(ties.direction(place).code)
        ends.out += code & 1
        ends.incoming += code >> 1
        ends.mutual += code & code >> 1
      }
      tally.add(
        out: ends.out - ends.mutual, incoming: ends.incoming - ends.mutual, mutual: ends.mutual)
    }
    countTriangles(ties, tally.triangles)
    kept.giveBack()
    return tally
  }

  /// Meets each triangle once, from the corner with the fewest ties on, which keeps the work below
  /// the number of ties times its square root even where a few members are named by very many
  /// (Chiba & Nishizeki 1985; Latapy 2008).
  private func countTriangles(_ all: TieRows.View, _ counts: UnsafeMutableBufferPointer<Int>) {
    let ties = onward(all)
    // The place at which each member stands in the row of the corner; rows only move on.
    let marks = marks.take(ties.count, of: -1)
    for corner in 0..<ties.count {
      let row = ties.row(corner)
      guard row.count > 1 else { continue }
      for place in row { marks[ties.neighbour(place)] = Int32(truncatingIfNeeded: place) }
      for first in row {
        for next in ties.row(ties.neighbour(first)) {
          let mark = Int(marks[ties.neighbour(next)])
          guard mark >= row.lowerBound else { continue }
          let code = TriadTally.code(
            ties.direction(first).code, ties.direction(mark).code, ties.direction(next).code)
          counts[code] += 1
        }
      }
    }
  }

  /// Each tie once, at its end with fewer ties; of ends with equally many, at the first.
  private func onward(_ ties: TieRows.View) -> TieRows.View {
    let offsets = offsets.take(ties.count + 1)
    let kept = kept.take(ties.ties.count / 2 + 1)
    var filled = 0
    for member in 0..<ties.count {
      offsets[member] = Int32(truncatingIfNeeded: filled)
      let own = ties.degree(member)
      for place in ties.row(member) {
        let other = ties.neighbour(place)
        let theirs = ties.degree(other)
        // Written always and counted where it is kept, which no processor could foresee either.
        kept[filled] = ties.ties[place]
        let isKept = theirs > own || (theirs == own && other > member)
        filled += isKept ? 1 : 0
      }
    }
    offsets[ties.count] = Int32(truncatingIfNeeded: filled)
    return TieRows.View(
      offsets: UnsafeBufferPointer(offsets), ties: UnsafeBufferPointer(rebasing: kept[..<filled]))
  }
}

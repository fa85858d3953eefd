import Sociometry

/// How many would be unchosen in two rounds by chance alone.
enum RoundChecks {
  static let rounds: [(members: Int, before: Int, now: Int)] = [(40, 6, 5), (180, 20, 31)]

  /// Deals out who is unchosen in each round, and holds the repeats against the formula.
  static func repeats(
    runs: Int, lot: inout Lot, formula: (RoundChange) -> Double?
  ) -> Agreement {
    var agreement = Agreement()
    for (members, before, now) in rounds {
      let empty = NominationGraph(vertexCount: members, from: [], to: [])
      let whole = Partition.whole(vertexCount: members)
      let earlier = (0..<members).map { Int32($0) }
      var order = Array(0..<members)
      func dealt(_ count: Int, lot: inout Lot) -> [Bool?] {
        lot.bringForward(count, of: &order)
        var marks = [Bool?](repeating: false, count: members)
        for member in order[..<count] { marks[member] = true }
        return marks
      }
      var stayed = Spread()
      var expected: Double?
      for _ in 0..<runs {
        let was = RoundChange.Side(graph: empty, isUnchosen: dealt(before, lot: &lot))
        let isNow = RoundChange.Side(graph: empty, isUnchosen: dealt(now, lot: &lot))
        let change = RoundChange.forGroups(of: whole, from: was, to: isNow, earlier: earlier)[0]
        stayed.add(Double(change.stayed))
        expected = formula(change)
      }
      agreement.mean("\(members) pupils", stayed, expected: expected ?? .infinity)
    }
    return agreement
  }
}

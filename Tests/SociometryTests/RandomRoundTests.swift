import Sociometry
import Statistics
import Testing

/// What holds for every round, tried on random ones.
struct RandomRoundTests {
  /// A random school of pupils in classes and years, with names that are not resolved.
  struct School {
    var edges: [(Int32, Int32)] = []
    var answered: [Bool]
    var elsewhere: [Int32]
    var classes: [Int32]
    var years: [Int32]
    var labels: [Int32]
    var before: [Bool]
    var names: [(nominator: Int32, candidates: [Int32])] = []

    var count: Int { answered.count }

    init(_ random: inout SeededGenerator, count: Int = 40) {
      func draw<Value>(_ value: (Int) -> Value) -> [Value] { (0..<count).map(value) }
      let absent = draw { _ in Int.random(in: 0..<5, using: &random) == 0 }
      answered = absent.map { !$0 }
      classes = draw { $0 % 9 == 4 ? -1 : Int32($0 / 10) }
      years = draw { Int32($0 / 20) }
      labels = draw { _ in Int32.random(in: -1...2, using: &random) }
      before = draw { _ in Bool.random(using: &random) }
      elsewhere = absent.map { $0 ? 0 : Int32.random(in: 0...4, using: &random) / 4 }
      for vertex in 0..<Int32(count) where !absent[Int(vertex)] {
        for _ in 0..<Int.random(in: 0...4, using: &random) {
          let other = Int32.random(in: 0..<Int32(count), using: &random)
          edges.append((vertex, other))
          if Bool.random(using: &random), !absent[Int(other)] { edges.append((other, vertex)) }
        }
        if Int.random(in: 0..<6, using: &random) == 0 {
          let candidates = (0..<3).map { _ in Int32.random(in: 0..<Int32(count), using: &random) }
          names.append((vertex, candidates))
        }
      }
    }

    var classGroups: Partition { Partition(groups: classes, groupCount: 4) }
    var yearGroups: Partition { Partition(groups: years, groupCount: 2) }

    var graph: NominationGraph {
      NominationGraph(vertexCount: count, from: edges.map(\.0), to: edges.map(\.1))
    }

    var unresolved: UnresolvedNames {
      var result = UnresolvedNames()
      for name in names { result.append(nominator: name.nominator, candidates: name.candidates) }
      return result
    }

    func round(_ reference: Partition) -> NominationRound {
      NominationRound(
        graph: graph, reference: reference, answered: answered, namedElsewhere: elsewhere)
    }

    /// The same school with pupil `i` in the place `order[i]`, and its names in another order.
    func renumbered(_ order: [Int], _ random: inout SeededGenerator) -> School {
      func moved<Value>(_ values: [Value]) -> [Value] {
        var result = values
        for (old, new) in order.enumerated() { result[new] = values[old] }
        return result
      }
      func place(_ vertex: Int32) -> Int32 { Int32(order[Int(vertex)]) }
      var result = self
      result.edges = edges.map { (place($0.0), place($0.1)) }.shuffled(using: &random)
      result.names = names.map { name in
        (place(name.nominator), name.candidates.map(place).shuffled(using: &random))
      }.shuffled(using: &random)
      result.answered = moved(answered)
      result.elsewhere = moved(elsewhere)
      result.classes = moved(classes)
      result.years = moved(years)
      result.labels = moved(labels)
      result.before = moved(before)
      return result
    }
  }

  /// Every figure of a school: of groups as they stand, of pupils in the order of `order`.
  struct Figures: Equatable {
    var pupils: [[String]] = []
    var groups: [[String]] = []
    var indices: [NetworkIndices] = []
    var triads: [TriadCensus] = []
    var cliques: [[Int: Int]] = []
    var concentration: [Concentration] = []
    var homophily: [Homophily] = []
    var mixing: [MixingMatrix] = []
    var bounds: [UnchosenBounds] = []
    var change: [RoundChange] = []
    /// Open and settled zeros, how many to ask and to decide: whom first follows the places.
    var chase: [[Int]] = []

    init(_ school: School, _ earlier: School, order: [Int]) {
      let partitions = [school.classGroups, school.yearGroups, .whole(vertexCount: school.count)]
      let graph = school.graph
      let labels = Partition(groups: school.labels, groupCount: 3)
      let was = RoundChange.Side(
        graph: earlier.graph, isUnchosen: earlier.answered.map { $0 ? true : nil })
      let isNow = RoundChange.Side(graph: graph, isUnchosen: school.before)
      let places = school.labels.enumerated().map { $1 < 0 ? -1 : Int32($0) }
      for reference in partitions {
        let round = school.round(reference)
        let pending = school.unresolved.pending(vertexCount: school.count)
        let standings = Standings(
          of: round, pending: pending.map { $0 > 0 }, classes: school.classGroups,
          previouslyUnchosen: school.before)
        change += RoundChange.forGroups(of: reference, from: was, to: isNow, earlier: places)
        addPupils(round, standings, pending, school.names.map(\.candidates), order)
        for groups in partitions {
          bounds += UnchosenBounds.forGroups(
            of: groups, names: school.unresolved, in: round, standings: standings, limit: 3)
          for chance in UnchosenChance.forGroups(of: groups, in: round, standings: standings) {
            self.groups.append([
              "\(chance.mean) \(chance.variance) \(chance.expectedMutualPairs)",
              "\(chance.probabilities)",
            ])
          }
        }
        indices += NetworkIndices.forGroups(of: reference, in: graph)
        triads += TriadCensus.forGroups(of: reference, in: graph)
        cliques += MutualCliques.sizes(in: reference, of: graph)
        concentration += Concentration.forGroups(of: reference, in: graph)
        homophily += Homophily.forGroups(of: reference, labels: labels, in: graph)
        mixing += MixingMatrix.forGroups(of: reference, labels: labels, in: graph)
      }
    }

    private mutating func addPupils(
      _ round: NominationRound, _ standings: Standings, _ pending: [Int], _ questions: [[Int32]],
      _ order: [Int]
    ) {
      let evidence = Evidence(round: round, standings: standings)
      let doubts = ChaseList.Doubts(
        questions: questions, isBlocked: pending.map { $0 > 2 },
        isAskable: pending.map { _ in true })
      chase += ChaseList.forReferenceGroups(
        of: round, standings: standings, evidence: evidence, doubts: doubts
      ).map { [$0.group, $0.open, $0.settled, $0.ask.count, $0.questions.count] }
      let cuts = CutVertices.marked(in: round.reference, of: round.graph)
      let chances = ReceivedChance.forReferenceGroups(of: round, standings: standings)
      pupils += order.map { vertex in
        let (received, own) = (Int(standings.received[vertex]), Int(standings.given[vertex]))
        let chance = round.reference.group(of: vertex).map { chances[$0] }
        return [
          "\(standings.levels[vertex]?.letter ?? "-") \(standings.flags[vertex].codes)",
          "\(received) \(own) \(standings.mutual[vertex]) \(pending[vertex]) \(cuts[vertex])",
          "\(evidence.eligible(vertex)) \(evidence.answering(vertex))",
          "\(evidence.answersUntilStrong(vertex) ?? -1)",
          "\(evidence.trueZero(vertex) ?? -1) \(evidence.grade(vertex)?.rawValue ?? "-")",
          "\(chance?.none(own: own) ?? -1) \(chance?.atMost(received, own: own) ?? -1)",
          "\(chance?.atLeast(received, own: own) ?? -1) \(evidence.shape)",
        ]
      }
    }
  }

  @Test func `renumbering the pupils and reordering the names changes no figure`() {
    var random = SeededGenerator(seed: 41)
    for _ in 0..<12 {
      let (school, earlier) = (School(&random), School(&random))
      let order = (0..<school.count).shuffled(using: &random)
      let plain = Figures(school, earlier, order: Array(0..<school.count))
      let other = Figures(
        school.renumbered(order, &random), earlier.renumbered(order, &random), order: order)
      #expect(plain == other)
      #expect(plain.triads.contains { $0[.t300] + $0[.t201] > 0 })
      #expect(plain.bounds.contains { $0.low < $0.high })
      #expect(plain.change.contains { $0.keptTies + $0.changedTies > 0 })
    }
  }

  /// The mean and the shape are those found while the respondent was there.
  @Test func `without one respondent no zero is more certain`() throws {
    var random = SeededGenerator(seed: 43)
    for _ in 0..<100 {
      let school = School(&random)
      let round = school.round(school.yearGroups)
      let evidence = Evidence(round: round, standings: Standings(of: round))
      let gone = try #require(
        round.answered.indices.filter { round.answered[$0] }.randomElement(using: &random))
      var fewer = school
      fewer.edges.removeAll { Int($0.0) == gone }
      fewer.answered[gone] = false
      fewer.elsewhere[gone] = 0
      let fewerRound = fewer.round(school.yearGroups)
      let less = Evidence(round: fewerRound, standings: Standings(of: fewerRound))
      for vertex in 0..<school.count {
        let group = try #require(school.yearGroups.group(of: vertex))
        guard let was = evidence.trueZero(vertex), let mean = evidence.meanNames(inGroup: group),
          let coverage = less.coverage(vertex)
        else { continue }
        let now = Evidence.trueZero(coverage: coverage, meanNames: mean, shape: evidence.shape)
        #expect(now <= was)
        #expect(less.answering(vertex) <= evidence.answering(vertex))
        for t in 1...3 {
          let seen = Evidence.unseen(
            trueCount: t, eligible: evidence.eligible(vertex), answering: evidence.answering(vertex)
          )
          let unseen = Evidence.unseen(
            trueCount: t, eligible: less.eligible(vertex), answering: less.answering(vertex))
          #expect(try #require(unseen) >= #require(seen))
        }
      }
    }
  }

  @Test func `what was observed lies within the bounds, and a name that is decided narrows them`() {
    var random = SeededGenerator(seed: 47)
    for _ in 0..<60 {
      let school = School(&random)
      let partitions = [school.classGroups, school.yearGroups, .whole(vertexCount: school.count)]
      for reference in partitions {
        let round = school.round(reference)
        let standings = Standings(of: round)
        for groups in partitions {
          func bounds(_ names: UnresolvedNames) -> [UnchosenBounds] {
            UnchosenBounds.forGroups(
              of: groups, names: names, in: round, standings: standings, limit: 3)
          }
          let known = bounds(UnresolvedNames())
          for (group, found) in bounds(school.unresolved).enumerated() {
            let observed = groups.members(of: group).count {
              reference.group(of: Int($0)) != nil && standings.received[Int($0)] == 0
            }
            #expect(0 <= found.low && found.low <= found.lowByNames)
            #expect(found.lowByNames <= observed && observed <= found.high)
            // Once no name is open the lower bounds can only rise.
            #expect(found.lowByNames <= known[group].lowByNames && found.low <= known[group].low)
          }
        }
      }
    }
  }
}

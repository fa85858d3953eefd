import Sociometry
import Statistics
import Testing

struct UnchosenChanceTests {
  struct Katz: Decodable {
    let n: Int
    let d: Int
    let unchosen: [Double]
  }

  /// A round with these names given, in which the first `looked` pupils are a printed group.
  static func chance(_ names: [Int], looked: Int) -> UnchosenChance {
    let edges = names.enumerated().flatMap { vertex, count in
      (0..<names.count).filter { $0 != vertex }.prefix(count).map { (Int32(vertex), Int32($0)) }
    }
    let round = StandingsTests.round(names.count, edges)
    let printed = Partition(groups: names.indices.map { $0 < looked ? 0 : -1 }, groupCount: 1)
    return UnchosenChance.forGroups(of: printed, in: round, standings: Standings(of: round))[0]
  }

  @Test func `the distribution agrees with listing every choice`() throws {
    for reference in try ReceivedChanceTests.references() {
      let chance = Self.chance(reference.names, looked: reference.looked)
      #expect(chance.method == .exact)
      var mean = 0.0
      var square = 0.0
      for (count, expected) in reference.unchosen.enumerated() {
        let found = count < chance.probabilities.count ? chance.probabilities[count] : 0
        #expect(isNear(found, expected))
        #expect(
          isNear(chance.probability(atLeast: count), reference.unchosen[count...].reduce(0, +)))
        mean += Double(count) * expected
        square += Double(count * count) * expected
      }
      #expect(isNear(chance.mean, mean))
      #expect(isNear(chance.variance, square - mean * mean, 1e-11))
      #expect(isNear(chance.expectedMutualPairs, reference.mutual))
    }
  }

  @Test func `the distribution agrees with exact integers up to a large year group`() throws {
    for katz in try ReferenceFile.rows("katz.json", as: Katz.self)
    where katz.n <= 240 || katz.d > 3 {
      let chance = UnchosenChance(names: [Int](repeating: katz.d, count: katz.n))
      #expect(chance.method == .exact)
      for (found, expected) in zip(chance.probabilities, katz.unchosen) {
        #expect(isNear(found, expected, 1e-8))
      }
      #expect(isNear(chance.probabilities.reduce(0, +), 1, 1e-8))
    }
  }

  /// The table of the method page: everybody names three.
  @Test(
    arguments: [
      (15, 0.51, 0.66, [0.427, 0.079, 0.007, 0.000]),
      (20, 0.76, 0.80, [0.567, 0.168, 0.027, 0.002]),
      (24, 0.96, 0.89, [0.654, 0.247, 0.055, 0.008]),
      (28, 1.16, 0.98, [0.723, 0.328, 0.094, 0.017]),
      (30, 1.26, 1.02, [0.752, 0.368, 0.116, 0.024]),
      (32, 1.36, 1.06, [0.778, 0.407, 0.140, 0.033]),
      (180, 8.74, 2.65, []),
    ])
  func `groups of usual size`(size: Int, mean: Double, deviation: Double, tails: [Double]) {
    let chance = UnchosenChance(names: [Int](repeating: 3, count: size))
    #expect(isNear(chance.mean, mean, 5.5e-3))
    #expect(isNear(chance.standardDeviation, deviation, 5.5e-3))
    for (i, tail) in tails.enumerated() {
      #expect(isNear(chance.probability(atLeast: i + 1), tail, 5.5e-4))
    }
  }

  @Test func `mutual pairs in a class of thirty`() {
    let chance = UnchosenChance(names: [Int](repeating: 3, count: 30))
    #expect(isNear(chance.expectedMutualPairs, 4.66, 5e-3))
  }

  @Test func `blind naming by lot agrees, with unequal names and absent pupils`() {
    let names = (0..<24).map { [3, 3, 2, 0, 1, 3][$0 % 6] }
    let chance = Self.chance(names, looked: 10)
    var random = SeededGenerator(seed: 20)
    var seen = [Int](repeating: 0, count: 11)
    let runs = 6000
    for _ in 0..<runs {
      var received = [Int](repeating: 0, count: 24)
      for (vertex, count) in names.enumerated() {
        var picked: Set<Int> = []
        while picked.count < count {
          let other = Int.random(in: 0..<24, using: &random)
          if other != vertex { picked.insert(other) }
        }
        for other in picked { received[other] += 1 }
      }
      seen[received[..<10].count { $0 == 0 }] += 1
    }
    for count in 0...5 {
      let p = chance.probabilities[count]
      let error = (p * (1 - p) / Double(runs)).squareRoot()
      #expect(abs(Double(seen[count]) / Double(runs) - p) < 4 * error + 1e-4)
    }
  }

  @Test func `large groups use the normal distribution`() {
    let large = UnchosenChance(names: [Int](repeating: 3, count: 401))
    #expect(large.method == .normal)
    #expect(large.probability(atLeast: 0) == 1)
    #expect(large.probability(atLeast: 402) == 0)
  }

  /// A normal tail would be off by a tenth where the number unchosen is mostly 0 or 1.
  @Test(arguments: [5, 7])
  func `a large group in which few are unchosen has exact tails`(names: Int) throws {
    let katz = try ReferenceFile.rows("katz.json", as: Katz.self)
    let exact = try #require(katz.first { $0.n == 420 && $0.d == names })
    let chance = UnchosenChance(names: [Int](repeating: names, count: 420))
    #expect(chance.method == .exact)
    for count in exact.unchosen.indices {
      let tail = exact.unchosen[count...].reduce(0, +)
      #expect(isNear(chance.probability(atLeast: count), tail, 1e-8))
    }
  }

  @Test func `the normal tail is within two points of the exact one`() throws {
    let katz = try ReferenceFile.rows("katz.json", as: Katz.self)
    let exact = try #require(katz.first { $0.n == 420 && $0.d == 3 })
    let chance = UnchosenChance(names: [Int](repeating: exact.d, count: exact.n))
    for count in exact.unchosen.indices {
      let tail = exact.unchosen[count...].reduce(0, +)
      #expect(isNear(chance.probability(atLeast: count), tail, 0.02))
    }
  }

  @Test func `groups apart add up`() {
    let chance = UnchosenChance.sum(of: [
      UnchosenChance(names: [0]), UnchosenChance(names: [1, 0]), UnchosenChance(names: [1, 1, 1]),
    ])
    #expect(isNear(chance.mean, 2 + 0.75))
    #expect(chance.probability(atLeast: 2) == 1)
    #expect(chance.method == .exact)
    #expect(UnchosenChance.sum(of: []).probability(atLeast: 1) == 0)
  }

  /// Eight names each leave hardly anybody out: one class in four hundred has somebody unchosen.
  @Test func `many classes in which few are unchosen add up to exact tails`() {
    let one = UnchosenChance(names: [Int](repeating: 8, count: 30))
    let school = UnchosenChance.sum(of: [UnchosenChance](repeating: one, count: 250))
    #expect(school.method == .exact)
    var none = 1.0
    for _ in 0..<250 { none *= one.probabilities[0] }
    #expect(isNear(school.probability(atLeast: 1), 1 - none, 1e-9))
    #expect(isNear(school.probabilities.reduce(0, +), 1, 1e-9))
  }

  @Test func `so many classes that a thousand may be unchosen add up to the normal`() {
    let one = UnchosenChance(names: [Int](repeating: 3, count: 30))
    for classes in [750, 2000] {
      let sum = UnchosenChance.sum(of: [UnchosenChance](repeating: one, count: classes))
      #expect(sum.method == .normal)
      #expect(isNear(sum.mean, Double(classes) * one.mean, 1e-6))
    }
    let fewer = UnchosenChance.sum(of: [UnchosenChance](repeating: one, count: 500))
    #expect(fewer.method == .exact)
    #expect(isNear(fewer.probabilities.reduce(0, +), 1, 1e-8))
  }

  @Test func `nobody answered: everybody is unchosen for certain`() {
    for size in [0, 1, 30, 500] {
      let chance = UnchosenChance(names: [Int](repeating: 0, count: size))
      #expect(chance.mean == Double(size))
      #expect(chance.standardDeviation == 0)
      #expect(chance.probability(atLeast: size) == 1)
      #expect(chance.probability(atLeast: size + 1) == 0)
      #expect(chance.expectedMutualPairs == 0)
    }
  }

  @Test func `one pupil alone who names leaves as many unchosen whoever is named`() {
    for size in 2...40 {
      for names in 1...min(3, size - 1) {
        let chance = Self.chance(
          [names] + Array(repeating: 0, count: size - 1), looked: size)
        #expect(isNear(chance.mean, Double(size - names)))
        #expect(chance.standardDeviation == 0, "\(size), \(names)")
      }
    }
  }

  @Test func `classes inside a year and a school over years add up to the same mean`() {
    var random = SeededGenerator(seed: 31)
    let count = 120
    let years = (0..<count).map { Int32($0 / 60) }
    let edges = (0..<count).flatMap { vertex in
      (0..<3).map { _ in
        (Int32(vertex), Int32(vertex / 60 * 60 + Int.random(in: 0..<60, using: &random)))
      }
    }
    let round = StandingsTests.round(count, edges, groups: years)
    let standings = Standings(of: round)
    func chances(_ groups: Partition) -> [UnchosenChance] {
      UnchosenChance.forGroups(of: groups, in: round, standings: standings)
    }
    let classes = chances(Partition(groups: (0..<count).map { Int32($0 / 30) }, groupCount: 4))
    let school = chances(.whole(vertexCount: count))[0]
    #expect(isNear(classes.reduce(0) { $0 + $1.mean }, school.mean, 1e-9))
    #expect(isNear(school.mean, chances(round.reference).reduce(0) { $0 + $1.mean }, 1e-9))
    #expect(classes.allSatisfy { $0.method == .exact })
    #expect(school.method == .exact)
  }
}

import Statistics

/// What `Reference/reference.R` recorded: data, and the figures of R and its packages for them.
struct RecordedData: Decodable {
  struct Waves: Decodable { let first, second: [Double] }
  struct Seen: Decodable { let first, second: [Int] }
  struct Roster: Decodable { let year, gender, population, n: [Int] }
  let surveys: [String: [[Int?]]]
  let groups: [String: [[Double]]]
  let pain: [[Double]]
  let waves: Waves
  let seen: Seen
  let roster: Roster
  let answers, schools: [[Double]]
  let classes: [[[Int]]]
  let fleiss, raters: [[Double]]
  let holes: [[Int?]]
  let lists: [[Int]]

  static func read() throws -> RecordedData {
    try Reference.read("reference-data.json", as: RecordedData.self)
  }

  /// The distributions of the named groups.
  func distributions(_ name: String) -> [Frequencies] {
    (groups[name] ?? []).map { Frequencies($0) }
  }
}

struct RecordedFigures: Decodable {
  struct Omega: Decodable { let raw, standardised: Double }

  struct Survey: Decodable {
    let n: Int
    let alpha, standardised, pairwise, sem: Double
    let ifDropped, itemRest, interval, skewness, mean, sd: [Double]
    let omega: Omega
    let pearson, spearman: [[Double]]
    let longestRun: [Int]
    let variability: [Double?]
  }

  struct BrunnerMunzel: Decodable { let less, statistic, df, p, low, high: Double }

  struct Group: Decodable {
    let h, hP, epsilonSquared, welchF, welchDf, welchP, f, p, t, tP, u, uP: Double
    let tInterval, pairP, benjaminiHochberg, holm: [Double]
    let brunnerMunzel: BrunnerMunzel
  }

  struct Share: Decodable {
    let x, n: Int
    let wilson, clopperPearson: [Double]
  }

  struct Effect: Decodable {
    let counts: [Int]
    let h: Double
  }

  struct Change: Decodable {
    let change, t, p, v, vP, dz, dav, drm, sd, reliability, mcnemar: Double
    let df, gained, lost: Int
    let interval: [Double]
    let reliable: [Int]
  }

  struct Overlap: Decodable {
    let population, linked: Int
    let change, finite, unlimited: Double
  }

  struct Weighting: Decodable {
    let postMean, postError, plainMean, plainError, designEffect, rIndicator: Double
    let plainInterval, raked, rates: [Double]
    let years, genders: [Int]
  }

  struct Mix: Decodable {
    let before, after: [Int]
    let m0, m1: [Double]
    let mix, rate, fixedBase, change: Double
  }

  struct Outside: Decodable { let none, multiplicative, additive: [Int] }

  struct Clusters: Decodable {
    let between, within, typicalSize, tau2, centre, target, phi, extra: Double
    let icc1, icc2, f, p: Double
    let lambda, eb, ebSD: [Double]
    let outside: Outside
    let rwg: [Double]?
  }

  struct Agreement: Decodable {
    let fleiss, raters, kappa: [Double]
    let nominal, ordinal, percent: Double
  }

  struct Lists: Decodable {
    let id, lists: [Int]
    let meanRank, smith, sutrop: [Double]
  }

  let surveys: [String: Survey]
  let groups: [String: Group]
  let pain: BrunnerMunzel
  let shares: [Share]
  let effects: [Effect]
  let change, sleep: Change
  let overlap: Overlap
  let weighting: Weighting
  let mix: Mix
  let sizes: [[Double?]]
  let schools, classes: Clusters
  let agreement: Agreement
  let lists: Lists

  static func read() throws -> RecordedFigures {
    try Reference.read("reference.json", as: RecordedFigures.self)
  }
}

import Foundation

/// Reads what the scripts in `Reference` recorded.
enum Reference {
  /// Decodes a recorded file that lies beside the tests.
  static func read<Table: Decodable>(_ name: String, as type: Table.Type) throws -> Table {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference").appending(path: name)
    return try JSONDecoder().decode(type, from: Data(contentsOf: file))
  }

  /// The figures that `Reference/figures.py` recorded.
  static func figures() throws -> Figures { try read("figures.json", as: Figures.self) }

  /// The reliabilities that `Reference/reliability.py` recorded.
  static func reliabilities() throws -> [Reliability] {
    try read("reliability.json", as: [Reliability].self)
  }

  struct Figures: Decodable {
    let summaries: [Summary]
    let comparisons: [Comparison]
    let adjusted: Adjusted
    let shares: [Share]
    let shareDifferences: [[Double]]
    let means: [[Double]]
    let strata: Strata
  }

  struct Summary: Decodable {
    let values: [Double]
    let n: Int
    let mean, sd: Double
    let quantiles: [[Double]]
  }

  struct Comparison: Decodable {
    let a, b: [Double]
    let t, df, p, low, high, u, uNormal: Double
    let uExact, deltaLow, deltaHigh: Double?
    let delta, d, g, margin, tost, tostLower, tostUpper: Double
  }

  struct Adjusted: Decodable {
    let p, benjaminiHochberg, holm: [Double]
  }

  struct Share: Decodable {
    let x, n, population: Int
    let wilson, clopperPearson, wilsonFinite, hypergeometric, hypergeometric90: [Double]
  }

  struct Strata: Decodable {
    let strata: [[Double]]
    let mean, error, low, high, designEffect: Double
  }

  struct Reliability: Decodable {
    struct Omega: Decodable {
      let raw, standardised: Double
      let loadings: [Double]
    }
    let rows: [[Int?]]
    let n: Int
    let alpha, standardised, sem, pairwise, pairwiseStandardised: Double
    let interval, itemRest: [Double]
    let ifDropped: [Double?]
    let omega: Omega?
  }
}

/// Whether two figures agree relative to their size, or whether neither exists.
///
/// Figures below 1e-4 are compared as if they were that large.
func isClose(_ figure: Double?, _ recorded: Double?, within tolerance: Double = 1e-9) -> Bool {
  guard let figure, let recorded else { return figure == nil && recorded == nil }
  return abs(figure - recorded) <= tolerance * max(abs(recorded), 1e-4)
}

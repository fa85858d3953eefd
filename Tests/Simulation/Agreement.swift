/// How far draws by lot lie from what a formula says, in standard errors.
struct Agreement {
  /// The most standard errors that count as agreement: 1 in 147 000 by chance alone.
  static let limit = 4.5

  /// The least variance of the number of draws for a share to be compared.
  static let fewest = 25.0

  private(set) var checks = 0
  private(set) var worst = 0.0
  private(set) var worstPlace = ""

  var holds: Bool { worst < Self.limit }

  private mutating func add(_ place: String, _ z: Double) {
    checks += 1
    // What is no number agrees with nothing.
    let distance = z.isNaN ? .infinity : abs(z)
    if distance >= worst { (worst, worstPlace) = (distance, place) }
  }

  /// Compares how often something was drawn with its chance.
  ///
  /// What is certain must always happen, what is impossible never. Chances whose draws vary by less
  /// than 25 are left to the sums of several; neither counts as a check.
  mutating func share(_ place: String, _ hits: Int, of draws: Int, expected: Double) {
    let spread = Double(draws) * expected * (1 - expected)
    if expected <= 1e-15 || expected >= 1 - 1e-12 {
      if hits != (expected < 0.5 ? 0 : draws) { add(place, .infinity) }
    } else if spread >= Self.fewest {
      add(place, (Double(hits) - Double(draws) * expected) / spread.squareRoot())
    }
  }

  /// Compares the mean of draws with its expected value.
  mutating func mean(_ place: String, _ draws: Spread, expected: Double) {
    let error = draws.error
    let distance = draws.mean - expected
    if error < 1e-12 {
      add(place, abs(distance) < 1e-9 ? 0 : .infinity)
    } else {
      add(place, distance / error)
    }
  }
}

/// The mean of draws and its standard error.
struct Spread: Sendable {
  private var count = 0
  private var sum = 0.0
  private var squares = 0.0

  mutating func add(_ value: Double, times: Int = 1) {
    count += times
    sum += value * Double(times)
    squares += value * value * Double(times)
  }

  /// Adds what was drawn elsewhere.
  mutating func merge(_ other: Spread) {
    count += other.count
    sum += other.sum
    squares += other.squares
  }

  var mean: Double { sum / Double(count) }

  var error: Double {
    let variance = max(0, squares / Double(count) - mean * mean)
    return (variance / Double(count)).squareRoot()
  }
}

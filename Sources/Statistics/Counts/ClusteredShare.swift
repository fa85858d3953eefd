/// A share of events that were seen in sessions, pieces or other units of a few events each.
///
/// Convention O1, `docs/methods/counts.md`.
public struct ClusteredShare: Sendable, Hashable {
  /// One unit: how many of its events count, and how many there were.
  public struct Unit: Sendable, Hashable {
    /// The events that count, not negative.
    public let favourable: Double
    /// All events of the unit, at least the favourable.
    public let total: Double

    /// Creates a unit.
    public init(favourable: Double, total: Double) {
      self.favourable = favourable
      self.total = total
    }
  }

  /// The favourable events of all units as a share of all events, 0 to 1.
  public let share: Double
  /// The standard error of the share, positive.
  public let standardError: Double
  /// How many units had an event.
  public let units: Int
  /// How many events there were.
  public let total: Double

  /// The degrees of freedom: one fewer than there are units.
  public var df: Double { Double(units - 1) }

  /// Adds up units; those without an event say nothing.
  ///
  /// The ratio estimator linearised over units, the square root of k/(k − 1) Σ (y − r x)² / (Σ x)²
  /// (W. G. Cochran, Sampling Techniques, 3rd ed., 1977, section 6.4), but never less than the error
  /// of as many independent events has after two successes and two failures are added
  /// (A. Agresti and B. A. Coull, The American Statistician 52 (1998) 119–126): that everything that
  /// was seen was alike does not make it certain. The result is `nil` for fewer than two units with
  /// events.
  public init?(_ units: [Unit]) {
    let seen = units.filter { $0.total > 0 }
    guard seen.count >= 2 else { return nil }
    let total = CompensatedSum.sorted(seen.map(\.total))
    let favourable = CompensatedSum.sorted(seen.map(\.favourable))
    let share = favourable / total
    let squares = CompensatedSum.sorted(
      seen.map { unit in
        let rest = unit.favourable - share * unit.total
        return rest * rest
      })
    let count = Double(seen.count)
    let between = count / (count - 1) * squares / (total * total)
    let shrunk = (favourable + 2) / (total + 4)
    let within = shrunk * (1 - shrunk) / (total + 4)
    self.share = share
    standardError = max(between, within).squareRoot()
    self.units = seen.count
    self.total = total
  }
}

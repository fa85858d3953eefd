/// How well a stratum answered: convention W1.
extension Stratum {
  /// The share of its members who answered, from 0 to 1.
  ///
  /// - Returns: `nil` for a stratum of nobody, or of fewer members than answers.
  public var responseRate: Double? {
    population > 0 && n <= population ? Double(n) / Double(population) : nil
  }

  /// How many members each answer stands for, at least 1.
  ///
  /// - Returns: `nil` without answers, or with more answers than members.
  public var weight: Double? {
    n > 0 && n <= population ? Double(population) / Double(n) : nil
  }
}

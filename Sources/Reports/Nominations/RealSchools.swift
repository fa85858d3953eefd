/// What was found in real schools, which stands beside chance: chance alone makes every school look
/// unusual.
///
/// The sources are in `docs/methods/chance-baseline.md`.
enum RealSchools {
  /// The share of pupils in nobody's list, where pupils give three names of friends: the lowest and the
  /// highest of the schools studied.
  ///
  /// - Parameter namesAsked: The most names that a pupil may give.
  /// - Returns: `nil` for other numbers of names, for which there is no such range.
  static func unchosen(namesAsked: Int) -> ClosedRange<Double>? {
    namesAsked == 3 ? 0.12...0.19 : nil
  }

  /// Why there is no range.
  static let noReference = "known for three names only"
}

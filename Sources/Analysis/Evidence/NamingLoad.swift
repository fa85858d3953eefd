/// How much of all naming falls on one: whether a single adult is the one to whom many pupils turn.
///
/// It says neither who that is nor how many others there are: an adult whom nobody names is not told of.
public struct NamingLoad: Sendable, Hashable {
  /// How many namings the most named one has; a unit that names one twice names it once.
  public let most: Int
  /// How many namings there are, at least 1.
  public let all: Int

  /// The share of the most named one, 0 to 100.
  public var share: Double { 100 * Double(most) / Double(all) }

  /// Counts the namings of lists; `nil` where nobody is named.
  init?(_ lists: [Set<String>]) {
    var namings: [String: Int] = [:]
    for name in lists.flatMap(\.self) { namings[name, default: 0] += 1 }
    guard let most = namings.values.max() else { return nil }
    self.most = most
    all = namings.values.reduce(0, +)
  }
}

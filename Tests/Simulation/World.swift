/// A way in which pupils name each other and stay away, planted so that the truth is known.
enum World: CaseIterable {
  /// Popularity is unequal, and absence has nothing to do with friendship.
  case byLot

  /// The same names, but who is absent has absent friends.
  case absentFriends

  /// Small circles and friendships that are returned; absence by lot.
  case circles

  /// A fifth of the pupils keeps to itself and is absent far more often than the rest.
  case setApart

  var title: String {
    switch self {
    case .byLot: "Absence by lot"
    case .absentFriends: "Absent pupils have absent friends"
    case .circles: "Small circles"
    case .setApart: "A set apart that is often absent"
    }
  }

  /// The head of a column.
  var word: String {
    switch self {
    case .byLot: "by lot"
    case .absentFriends: "absent friends"
    case .circles: "small circles"
    case .setApart: "set apart"
    }
  }

  /// Three names of each pupil of one school, drawn from what the world says of its groups.
  func school(groups: [Int], lot: inout Lot) -> PlantedSchool {
    PlantedSchool(groups: groups, lot: &lot) { size, lot in
      switch self {
      case .byLot, .absentFriends: Self.popularity(size, &lot)
      case .circles: Self.circles(size, &lot)
      case .setApart: Self.apart(size, &lot)
      }
    }
  }

  /// Who is absent when each pupil is with this chance on average.
  func absent(_ rate: Double, from school: PlantedSchool, lot: inout Lot) -> [Bool] {
    switch self {
    case .byLot, .circles: school.absent(lot: &lot) { _, _ in rate }
    case .absentFriends: school.absentFriends(rate, lot: &lot)
    case .setApart:
      school.absent(lot: &lot) { place, size in
        let often = min(0.95, 2.5 * rate)
        let apart = Double(size / Self.oneIn) / Double(size)
        return place < size / Self.oneIn ? often : (rate - apart * often) / (1 - apart)
      }
    }
  }

  /// Whether the zeros of a pupil at this place of a group are counted: all, or the set apart alone.
  func counts(_ place: Int, of size: Int) -> Bool {
    self != .setApart || place < size / Self.oneIn
  }

  /// The first pupils of a group are the set apart: one in five.
  private static let oneIn = 5

  /// How much each pupil is drawn to each other: popularity alone, gamma of shape 3.
  private static func popularity(_ size: Int, _ lot: inout Lot) -> [[Double]] {
    let row = (0..<size).map { _ in lot.gamma(3) }
    return [[Double]](repeating: row, count: size)
  }

  /// Popularity, six times as much on one's own side of the line.
  private static func apart(_ size: Int, _ lot: inout Lot) -> [[Double]] {
    var weights = popularity(size, &lot)
    for a in 0..<size {
      for b in 0..<size where (a < size / oneIn) == (b < size / oneIn) { weights[a][b] *= 6 }
    }
    return weights
  }

  /// Popularity (gamma of shape 1) times a liking that both of a pair share, in circles of 4 to 7;
  /// all who are outside a circle weigh as much together as two fifths of one within.
  private static func circles(_ size: Int, _ lot: inout Lot) -> [[Double]] {
    let popularity = (0..<size).map { _ in lot.gamma(1) }
    var circle: [Int] = []
    var next = 0
    while circle.count < size {
      circle += [Int](repeating: next, count: 4 + lot.below(4))
      next += 1
    }
    var weights = [[Double]](repeating: popularity, count: size)
    for a in 0..<size {
      for b in 0..<a {
        let liking = lot.exponential() * lot.exponential() * lot.exponential()
        let closeness = circle[a] == circle[b] ? liking : liking * 0.4 / Double(size)
        weights[a][b] *= closeness
        weights[b][a] *= closeness
      }
    }
    return weights
  }
}

import Instruments
public import Responses

/// The responses of the same persons in two rounds.
public struct RespondentLinks: Sendable {
  /// The row of each person in the earlier round and in the later one.
  let rows: [(before: Int, after: Int)]

  /// Finds who answered both rounds, by what the responses say of who answered.
  ///
  /// With a roll, two responses are of one person where both are certainly of one pupil; without one,
  /// where both say the same, case and spacing aside. Somebody who stands twice in a round is not
  /// linked. Nobody is where the instrument has no item that says who answered.
  /// - Complexity: O(rows).
  public init(from earlier: ResponseTable, to later: ResponseTable, on roll: Roll? = nil) {
    guard let before = Self.respondents(of: earlier), let after = Self.respondents(of: later) else {
      rows = []
      return
    }
    if let roll {
      rows = Self.pairs(
        roll.pupils(of: before).map { $0 < 0 ? nil : $0 },
        roll.pupils(of: after).map { $0 < 0 ? nil : $0 })
    } else {
      rows = Self.pairs(Self.names(before), Self.names(after))
    }
  }

  private static func respondents(of table: ResponseTable) -> TextColumn? {
    guard table.instrument.privacy != .anonymous, let item = table.instrument.respondent,
      case .texts(let texts)? = table.items[item.id]
    else { return nil }
    return texts
  }

  private static func names(_ column: TextColumn) -> [String?] {
    (0..<column.count).map { row in
      let name = column[row].folded
      return name.isEmpty ? nil : name
    }
  }

  private static func pairs<Person: Hashable>(
    _ before: [Person?], _ after: [Person?]
  ) -> [(before: Int, after: Int)] {
    let (first, second) = (rowsOfOne(before), rowsOfOne(after))
    return first.compactMap { person, row in second[person].map { (row, $0) } }.sorted { $0 < $1 }
  }

  /// The row of each person who has one and no more.
  private static func rowsOfOne<Person: Hashable>(_ persons: [Person?]) -> [Person: Int] {
    var rows: [Person: Int] = [:]
    var twice: Set<Person> = []
    for (row, person) in persons.enumerated() {
      guard let person else { continue }
      if rows.updateValue(row, forKey: person) != nil { twice.insert(person) }
    }
    return rows.filter { !twice.contains($0.key) }
  }
}

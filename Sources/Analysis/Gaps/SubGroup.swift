import Instruments
import Responses

/// People who answer as members of a declared group, such as senior leaders among the staff.
///
/// A `role: group` item declares one by the code of a choice: `senior_leader` or `leader` the
/// leaders, `councillor` the school councillors.
struct SubGroup {
  let name: String
  let others: String
  private let cells: [UInt8]
  private let codes: Set<UInt8>

  private static let declared:
    [(audience: Instrument.Audience, codes: Set<String>, names: (String, String))] = [
      (.staff, ["senior_leader", "leader"], ("leaders", "other staff")),
      (.pupils, ["councillor"], ("councillors", "other pupils")),
    ]

  /// The declared groups of a table.
  static func all(in table: ResponseTable) -> [SubGroup] {
    table.instrument.items.filter { $0.role == .group }.flatMap { item -> [SubGroup] in
      guard let column = table.codes(item.id) else { return [] }
      return declared.compactMap { group in
        let codes = column.points.indices.filter { group.codes.contains(column.points[$0].code) }
        guard group.audience == table.instrument.audience, !codes.isEmpty else { return nil }
        return SubGroup(
          name: group.names.0, others: group.names.1, cells: column.cells,
          codes: Set(codes.map { UInt8($0) }))
      }
    }
  }

  func isMember(_ row: Int) -> Bool { codes.contains(cells[row]) }

  /// Whether a row said that it is of another group; one that said nothing is of neither.
  func isOther(_ row: Int) -> Bool { CellCode.isAnswer(cells[row]) && !isMember(row) }
}

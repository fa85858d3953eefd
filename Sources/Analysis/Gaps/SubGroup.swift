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
  private let code: UInt8

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
        guard group.audience == table.instrument.audience,
          let index = column.points.firstIndex(where: { group.codes.contains($0.code) })
        else { return nil }
        return SubGroup(
          name: group.names.0, others: group.names.1, cells: column.cells, code: UInt8(index))
      }
    }
  }

  func isMember(_ row: Int) -> Bool { cells[row] == code }

  /// Whether a row said that it is of another group; one that said nothing is of neither.
  func isOther(_ row: Int) -> Bool { CellCode.isAnswer(cells[row]) && cells[row] != code }
}

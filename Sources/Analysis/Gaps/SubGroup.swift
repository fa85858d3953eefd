import Instruments
import Responses

/// People who answer as members of a declared group, such as senior leaders among the staff, beside
/// the others who answered the same instrument.
///
/// A `role: group` item declares one by the code of a choice: `senior_leader` or `leader` the
/// leaders, `councillor` the school councillors. A row that does not say is of neither.
struct SubGroup {
  let audience: Instrument.Audience
  let name: String
  let othersName: String
  let members: SurveyEvidence
  let others: SurveyEvidence
  /// How many people are of neither.
  let undeclared: Int
  /// The fewest people on either side with whom an item counts.
  var fewest: Int

  /// The codes that declare a group of an audience, with the words for it and for the others.
  static let declared:
    [(audience: Instrument.Audience, codes: Set<String>, names: (String, String))] = [
      (.staff, ["senior_leader", "leader"], ("leaders", "other staff")),
      (.pupils, ["councillor"], ("councillors", "other pupils")),
    ]

  /// The declared groups of a table, which are held against each other over items that at least
  /// `fewest` people of each answered.
  ///
  /// - Complexity: O(rows × items²) for each.
  static func all(in table: ResponseTable, fewest: Int) -> [SubGroup] {
    table.instrument.items.filter { $0.role == .group }.flatMap { item -> [SubGroup] in
      guard let column = table.codes(item.id) else { return [] }
      return declared.compactMap { group in
        let codes = column.points.indices.filter { group.codes.contains(column.points[$0].code) }
        guard group.audience == table.instrument.audience, !codes.isEmpty else { return nil }
        let isMember = { (row: Int) in codes.contains(Int(column.cells[row])) }
        let members = SurveyEvidence(table, where: isMember)
        let others = SurveyEvidence(table) {
          CellCode.isAnswer(column.cells[$0]) && !isMember($0)
        }
        return SubGroup(
          audience: group.audience, name: group.names.0, othersName: group.names.1,
          members: members, others: others,
          undeclared: table.rowCount - members.rows.count - others.rows.count, fewest: fewest)
      }
    }
  }
}

import Instruments
import Testing

@testable import Responses

/// Every record and every cell of a file is accounted for.
struct LedgerTests {
  private static let survey = instrument([
    item("safe", often), item("where", .multiple([point("a"), point("b")])), item("n", .number),
    item("d", .date), item("t", .text),
  ])

  /// The cells of a ledger that are somewhere, in words.
  private func words(_ cells: CellLedger?) -> String {
    guard let cells else { return "" }
    return CellLedger.Fate.allCases.filter { cells[$0] > 0 }
      .map { "\(cells[$0]) \($0.rawValue)" }.joined(separator: ", ")
  }

  @Test func `each cell has the fate of its column and row`() {
    let file = imported(
      """
      Timestamp,safe,where,n,d,t,class,other,Username
      17/11/2025 09:01,1,a,1,2016-01-01,one,5A,x,ann
      17/11/2025 09:02,PN,,PN,,,5B,,bob
      17/11/2025 09:03,3,a;b,3,2016-01-03,three,5C,x,ann
      ,,,,,,,,
      17/11/2025 09:04,eleven,a,4,2016-01-04,four,5D,x,cat
      17/11/2025 09:05,1,a

      """, for: Self.survey,
      options { ($0.identifier, $0.extras, $0.acceptsRejects) = ("Username", ["class"], true) })
    #expect(file.ledger?.excluded == [.duplicate: 1, .empty: 1, .fault: 2])
    // Of two rows: five answers and one declared, four blanks; beside them times, ids and classes.
    #expect(
      words(file.ledger?.cells)
        == "5 answer, 4 blank, 1 declared, 6 beside, 2 not_kept, 18 excluded, 12 refused")
    #expect(file.ledger?.cells.read == 5 * 9 + 3)
  }

  @Test func `the cells of choices with a column each go with their answer`() {
    let survey = instrument([
      item("where", .multiple([point("a", "Yard"), point("b", "No")])), item("safe", often),
    ])
    let file = imported(
      "where[a],where[b],safe\n1,0,1\n,,2\n0,no,3\n", for: survey)
    #expect(file.answers("where") == ["a", "-", "unreadable"])
    #expect(words(file.ledger?.cells) == "5 answer, 2 blank, 2 unreadable")
    #expect(file.ledger?.unreadableCells == 1)
  }

  @Test func `a row or a cell that is lost, or counted twice, shows`() {
    var ledger = ImportLedger(
      read: 3, excluded: [.empty: 1], unreadableCells: 0, dialect: .plain)
    #expect(ledger.isBalanced(with: 2))
    #expect(!ledger.isBalanced(with: 1) && !ledger.isBalanced(with: 3))
    ledger.cells.read = 6
    #expect(!ledger.isBalanced(with: 2))
    ledger.cells.add(4, .answer)
    ledger.cells.add(2, .excluded)
    #expect(ledger.isBalanced(with: 2))
    ledger.cells.add(1, .blank)
    #expect(!ledger.isBalanced(with: 2))
    ledger.cells.add(-1, .refused)
    #expect(!ledger.isBalanced(with: 2), "less than none")
  }

  @Test func `columns of thousands of answers are counted like few`() {
    let codes = (0..<3_001).map { place -> UInt8 in
      [0, 3, CellCode.blank, CellCode.unreadable, CellCode.firstDeclared, 2][place * place % 6]
    }
    var column = CodeColumn(points: [])
    column.cells = codes
    #expect(
      ItemColumn.codes(column).tally == [
        .answer: codes.count { $0 < 240 }, .blank: codes.count { $0 == 255 },
        .unreadable: codes.count { $0 == 254 }, .declared: codes.count { $0 == 240 },
      ])
  }

  @Test func `the cells of names are counted, several in one cell as one`() throws {
    let roll = try #require(
      importedRoll("pupil,name,opted_out\nP1,Ann Ash,\nP2,Bob Bay,\nP3,Cat Cox,yes\n").roll)
    let asked = instrument([
      item("me", .text, role: .respondent),
      item(
        "trusted", .nominate(NominationRule(scope: .school, limit: 2)), text: "Whom do you trust?"),
    ])
    let wide = nominated(
      "pupil,trusted_1,trusted_2,note\nP1,P2,,x\nP2,no one,,\nP3,P1,P2,x\nP9,P1,,\n,,,\n", on: roll,
      asked)
    // The rows of P3, who opted out, and of P9, whom nobody knows, are left out with the blank one.
    #expect(
      words(wide.outcome?.ledger.cells) == "2 answer, 2 blank, 2 beside, 2 not_kept, 12 excluded")
    let several = nominated("pupil,trusted\nP1,P2; P3\nP2,\n", on: roll, asked)
    #expect(words(several.outcome?.ledger.cells) == "1 answer, 1 blank, 2 beside")
    let long = nominated("nominator,nominee\nP1,P2\nP1,P3\n", on: roll, asked)
    #expect(words(long.outcome?.ledger.cells) == "2 answer, 2 beside")
  }
}

import Instruments
import Reports
import Responses
import Testing

/// One sentence says what became of a file, in the right number.
struct ImportTextTests {
  private static let round = AuditPlan.Round(id: "autumn", instruments: ["safety"])

  private static let survey = Instrument(
    id: "safety", version: "1", title: LocalizedText(["en": "Safety"]), audience: .pupils,
    privacy: .anonymous, missing: [], items: [], aliases: [:])

  private func account(
    _ read: Int, _ excluded: [ImportLedger.Exclusion: Int], added: Int, updated: Int = 0,
    unreadable: Int = 0, _ result: ImportAccount.Result = .taken
  ) -> ImportAccount {
    let ledger = ImportLedger(
      read: read, excluded: excluded, unreadableCells: unreadable, dialect: .microsoftForms)
    let entry = ImportEntry(
      label: "A1", round: "autumn", instrument: "safety", day: CalendarDay(iso: "2026-11-22"),
      file: "earlier.csv", dialect: .microsoftForms, read: read, added: added, updated: updated,
      repeated: ledger.used - added - updated, excluded: excluded, unreadableCells: unreadable,
      undone: nil, together: ["A1"])
    #expect(entry.isBalanced)
    return ImportAccount(
      result, entry, ledger, instrument: Self.survey, round: Self.round, file: "new.csv",
      isRehearsal: false)
  }

  @Test func `many of each are counted, and what needs an eye stands last`() {
    var many = account(
      2_214, [.duplicate: 3, .preview: 2, .optedOut: 4, .fault: 2], added: 2_100, updated: 3,
      unreadable: 5)
    many.namesWaiting = 4
    let text = ImportText.account(many)
    #expect(
      text.contains(
        """
          Microsoft Forms, 2214 rows: 2100 taken, 3 in place of earlier ones, 100 there
          already, 3 answered again later, 2 with a fault, 4 from pupils who opted out,
          2 tests or previews; 4 names, 5 answers and 2 rows need your eye.
        """), "\(text)")
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `one of each is one`() {
    var one = account(4, [.preview: 1, .optedOut: 1, .fault: 1], added: 1, unreadable: 0)
    #expect(
      ImportText.account(one).contains(
        """
          Microsoft Forms, 4 rows: 1 taken, 1 with a fault, 1 from a pupil who opted
          out, 1 test or preview; 1 row needs your eye.
        """))
    one = account(1, [:], added: 1)
    one.namesWaiting = 1
    #expect(ImportText.account(one).contains("1 row: 1 taken; 1 name needs your eye."))
    one.namesWaiting = 0
    #expect(ImportText.account(one).contains("1 row: 1 taken.\n"))
  }

  @Test func `what was there already adds nothing`() {
    let text = ImportText.account(account(30, [.empty: 1], added: 12, .same))
    #expect(text.contains("the same rows were taken into"))
    #expect(text.contains("30 rows: 0 taken, 29 there already, 1 blank."))
    #expect(!text.contains("may be a question"), "it was said when they came")
  }

  @Test func `every balance of an import that could be wrong shows`() {
    func entry(_ added: Int, _ repeated: Int, _ empty: Int) -> ImportEntry {
      ImportEntry(
        label: "A1", round: "autumn", instrument: "safety", day: nil, file: "a.csv",
        dialect: .plain,
        read: 10, added: added, updated: 0, repeated: repeated, excluded: [.empty: empty],
        unreadableCells: 0, undone: nil, together: ["A1"])
    }
    #expect(entry(5, 4, 1).isBalanced)
    #expect(
      !entry(5, 3, 1).isBalanced && !entry(6, 4, 1).isBalanced && !entry(11, -2, 1).isBalanced)
  }
}

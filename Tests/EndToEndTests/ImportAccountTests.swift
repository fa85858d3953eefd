import Foundation
import Testing

/// What a person, and a program, is told of a file that was taken in.
struct ImportAccountTests {
  /// An audit whose round is open in autumn, with a survey of one grid.
  private func school() throws -> Scratch {
    let scratch = try Scratch()
    _ = try run(["init", "school", "--school", "Larkfield", "--round", "autumn"], in: scratch)
    _ = try scratch.write(
      """
      school: Larkfield
      framework: islington-mhars
      rounds:
        - id: autumn
          title: Autumn
          from: 2026-09-01
          until: 2026-12-18
          instruments: [mini-safety]

      """, to: "school/audit.yaml")
    let survey = Program.root.appending(path: "SampleData/dialects/mini-safety.yaml")
    _ = try scratch.write(
      try String(contentsOf: survey, encoding: .utf8), to: "school/instruments/mini-safety.yaml")
    return scratch
  }

  private func run(_ arguments: [String], in scratch: Scratch) throws -> Program.Run {
    try Program.run(arguments, environment: SampleAudit.today, in: scratch.url)
  }

  private static let file = """
    ID,Start time,Completion time,year_group,safe_class,safe_playground,worried_where,trusted_people,comment
    1,17/11/2026 09:00,17/11/2026 09:01,y3,1,2,toilets,,one
    2,17/11/2026 09:00,17/11/2026 09:02,y3,PN,2,,,two
    2,17/11/2026 09:00,17/11/2026 09:03,y3,3,2,,,three
    3,28/08/2026 09:00,28/08/2026 09:02,y3,1,2,,,four
    4,19/12/2026 09:00,19/12/2026 09:02,y3,1,2,,,five
    5,17/11/2026 09:00,17/11/2026 09:02,y3,,,,,six

    """

  private static let take = [
    "import", "late.csv", "--instrument", "mini-safety", "--audit", "school", "--minimum-answered",
    "30",
  ]

  @Test func `one sentence says where the rows went, and a flag takes those of other days`() throws
  {
    let scratch = try school()
    _ = try scratch.write(Self.file, to: "late.csv")
    let taken = try run(Self.take + ["--dry-run", "--explain"], in: scratch)
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(
      taken.output == """
        Nothing was kept (--dry-run). late.csv would be taken into mini-safety, Autumn.
          Microsoft Forms, 6 rows: 2 taken, 1 answered again later, 1 with too few
          answers, 1 from before the opening, 1 from after the close.
          54 cells: 9 answers, 3 blank, 4 beside the answers, 2 in columns not kept, 36
          in rows left out.
          The round opens on 2026-09-01 and closes on 2026-12-18; --any-day takes the
          answers of other days as well.
          A blank of Microsoft Forms may be a question that was left out or one that was
          not shown: both count as no answer.

        """)
    let all = try run(Self.take + ["--any-day"], in: scratch)
    #expect(all.output.contains("6 rows: 4 taken, 1 answered again later, 1 with too few"))
    #expect(!all.output.contains("cells"))
  }

  @Test func `programs get the same sums of rows and cells`() throws {
    let scratch = try school()
    _ = try scratch.write(Self.file, to: "late.csv")
    let taken = try run(Self.take + ["--format", "json"], in: scratch)
    let json = try taken.json
    #expect(json["schema"].text == "mhars.import/1")
    #expect(json["import"].text == "A1" && json["result"].text == "taken")
    let rows = json["rows"]
    let left = rows["excluded"].list
    #expect(
      left.map { $0["reason"].text } == [
        "duplicate", "too_few_answers", "before_opening", "after_close",
      ])
    let count = (rows["added"].number ?? 0) + (rows["there_already"].number ?? 0)
    #expect(rows["read"].number == count + left.reduce(0) { $0 + ($1["count"].number ?? 0) })
    let fates = [
      "answer", "blank", "declared", "unreadable", "beside", "not_kept", "excluded", "refused",
    ]
    let cells = fates.map { json["cells"][$0].number ?? -1 }
    #expect(cells == [9, 3, 0, 0, 4, 2, 36, 0])
    #expect(json["cells"]["read"].number == cells.reduce(0, +))
    #expect(json["not_told_apart"].list.map(\.text) == ["not_shown", "left_out"])
    #expect(json["names_waiting"] == .null)
    let again = try run(Self.take + ["--format", "csv"], in: scratch)
    let table = CSVText(again.output)
    #expect(table.header == ["of", "what", "count"])
    #expect(table.rows.contains(["rows", "there_already", "2"]))
    #expect(
      table.rows.contains(["rows", "added", "0"]) && table.rows.contains(["cells", "read", "54"]))
  }

  @Test func `names that wait are counted, and nobody is named`() throws {
    let audit = try SampleAudit()
    #expect(try audit.run(["imports", "undo", "N1"] + audit.audit).status == 0)
    let command =
      ["import", "SampleData/trusted-peers.csv", "--instrument", "trusted-peers"] + audit.audit
    let rehearsed = try audit.run(command + ["--dry-run"])
    let taken = try audit.run(command)
    let waiting = try audit.run(["names", "--format", "json"] + audit.audit).json["names"].list
      .count
    try #require(waiting > 1)
    for run in [rehearsed, taken] {
      #expect(run.output.contains("214 rows: 214 taken; \(waiting) names need your eye."))
      #expect(run.errors.isEmpty, "no progress is shown to what is no terminal")
    }
  }

  @Test func `two outputs never share a file`() throws {
    let scratch = try school()
    _ = try scratch.write(Self.file, to: "late.csv")
    for pair in [
      ["--output", "--rejects"], ["--rejects", "--save-map"], ["--output", "--save-map"],
    ] {
      let refused = try run(Self.take + pair.flatMap { [$0, "one.csv"] }, in: scratch)
      #expect(
        refused.status == 64 && refused.errors.contains("'one.csv'"), "\(pair): \(refused.errors)")
    }
    let read = try run(Self.take + ["--output", "late.csv"], in: scratch)
    #expect(read.status == 64)
    #expect(try scratch.text("late.csv") == Self.file)
  }

  @Test func `what an option cannot do is refused`() throws {
    let audit = try SampleAudit()
    for arguments in [
      ["analyse", "--instrument", "pupil-safety", "--minimum-answered", "50"] + audit.audit,
      ["gaps", "--minimum-answered", "50"] + audit.audit,
      ["import", "SampleData/trusted-peers.csv", "--instrument", "trusted-peers"] + audit.audit
        + ["--minimum-answered", "50"],
      ["import", "SampleData/pupil-safety.csv", "--instrument", "pupil-safety"] + audit.audit
        + ["--minimum-answered", "101"],
    ] {
      let run = try audit.run(arguments)
      #expect(run.status == 64 && run.errors.contains("--minimum-answered"), "\(arguments)")
    }
    let file = try audit.run(
      ["analyse", "SampleData/parent-partnership.csv", "--instrument", "parent-partnership"]
        + ["--minimum-answered", "100", "--format", "json"])
    #expect(file.status == 0)
    let rows = try file.json["rows"]
    #expect(rows["excluded"].list.map { $0["reason"].text } == ["too_few_answers"])
  }
}

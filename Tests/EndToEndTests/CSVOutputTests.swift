import Testing

/// Tables that a spreadsheet opens as they are meant.
struct CSVOutputTests {
  @Test(arguments: SampleRuns.all)
  func `every row has as many cells as the heading line`(arguments: [String]) throws {
    let table = CSVText(try SampleRuns.csv(arguments).output)
    #expect(table.rows.count > 20)
    #expect(Set(table.rows.map(\.count)) == [table.header.count])
    #expect(Set(table.header).count == table.header.count)
  }

  @Test(arguments: ["=HYPERLINK(\"http://x\")", "+1", "-2+3", "@SUM(A1)", "\t=1", " =1"])
  func `text that a spreadsheet would run is made plain`(text: String) throws {
    let scratch = try Scratch()
    var roll = CSVText("pupil,name,class\nP1,,1A\nP2,Bo Lee,1A\n")
    roll.rows[1][1] = text
    let file = try scratch.write("pupil,trusted_1\nP1,P2\n", to: "peers.csv")
    let run = try Program.run(
      ["analyse", file, "--instrument", "trusted-peers", "--format", "csv", "--roll"]
        + [try scratch.write(roll.text, to: "roll.csv")])
    let table = CSVText(run.output)
    let name = table.rows[1][table.column("name")]
    #expect(name.hasPrefix("'"), "\(name)")
  }

  @Test func `no cell of the sample's tables begins as a formula unless it is a number`() throws {
    for arguments in SampleRuns.all {
      for cell in CSVText(try SampleRuns.csv(arguments).output).rows.joined() {
        guard let first = cell.first, "=+-@".contains(first) else { continue }
        #expect(Double(cell) != nil, "\(cell)")
      }
    }
  }

  @Test func `the figures of the table are those of the JSON`() throws {
    let table = CSVText(try SampleRuns.csv(SampleRuns.staff).output)
    let scores = try SampleRuns.json(SampleRuns.staff).json["groups"].list[0]["scores"].list
    for score in scores {
      let row = table.rows.first { row in
        row[table.column("value")].isEmpty && row[table.column("id")] == score["id"].text
      }
      #expect(row.flatMap { Double($0[table.column("mean")]) } == score["mean"].number)
      #expect(row.flatMap { Double($0[table.column("n")]) } == score["n"].number)
    }
  }
}

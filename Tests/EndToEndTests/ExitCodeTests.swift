import Testing

/// The exit code says how a run ended, for scripts.
struct ExitCodeTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let arguments: [String]
    let status: Int32

    init(_ description: String, _ arguments: [String], _ status: Int32) {
      testDescription = description
      self.arguments = arguments
      self.status = status
    }
  }

  static let cases = [
    Case("done", SampleRuns.staff, 0),
    Case("an instrument that is sound", ["check", "Instruments/pupil-safety.yaml"], 0),
    Case("no such file", ["analyse", "no-such.csv", "--instrument", "pupil-safety"], 1),
    Case("no such instrument", ["analyse", "x.csv", "--instrument", "pupil-saftey"], 1),
    Case("no such column", SampleRuns.staff + ["--by", "shoe_size"], 1),
    Case("a population below the answers", Array(SampleRuns.staff.dropLast(1)) + ["7"], 1),
    Case("names wait for a person", SampleRuns.peers, 2),
    Case("names wait, and the pupils are left out", SampleRuns.peers + ["--aggregate"], 2),
    Case("pupils to be left out of a survey", SampleRuns.staff + ["--aggregate"], 64),
    Case(
      "pupils to be left out of an audit", ["analyse", "--instrument", "x", "--aggregate"], 64),
    Case("no arguments of analyse", ["analyse"], 64),
    Case("no audit where one is looked for", ["gaps"], 1),
    Case("a file and an audit", SampleRuns.staff + ["--audit", "x"], 64),
    Case("a roll for an audit", ["analyse", "--instrument", "x", "--roll", "r.csv"], 64),
    Case("the options of files for an audit", ["gaps", "--target", "70"], 64),
    Case("an unknown option", SampleRuns.staff + ["--colour"], 64),
    Case("an unknown format", SampleRuns.staff + ["--format", "pdf"], 64),
    Case("two files for analyse", ["analyse", "a.csv", "b.csv", "--instrument", "x"], 64),
    Case(
      "a pair without a column", ["analyse", "a.csv", "--instrument", "x", "--compare", "a,b"], 64),
    Case("three values for a pair", SampleRuns.staff + ["--compare", "a,b,a"], 64),
    Case("nominations without a roll", Array(SampleRuns.peers.prefix(4)), 64),
    Case("a target above 100", SampleRuns.gaps + ["--target", "101"], 64),
    Case("more files than instruments", ["gaps", "a.csv", "b.csv", "--instrument", "x"], 64),
    Case("an unknown audience", SampleRuns.gaps + ["--population", "dogs=3"], 64),
    Case("an unknown component", SampleRuns.gaps + ["--not-applicable", "visoin=no"], 64),
    Case(
      "a folder that is not there", SampleRuns.staff + ["--output", "no/such/folder/x.txt"], 74),
    Case("a full disk", SampleRuns.staff + ["--output", "/dev/full"], 74),
  ]

  @Test(arguments: cases)
  func `a run ends with the code of its kind`(example: Case) throws {
    let run = try Program.run(example.arguments)
    #expect(run.status == example.status, "\(run.errors)")
    #expect(run.output.isEmpty == ![0, 2].contains(example.status))
    #expect(run.errors.isEmpty == [0, 2].contains(example.status), "\(run.errors)")
  }

  private static let doubled = "SampleData/staff-wellbeing.csv"

  /// Questions that have no answer: passing them over would print figures that nobody asked for.
  @Test(arguments: [
    ["analyse", doubled, "--instrument", "staff-wellbeing", "--by", "comment"],
    SampleRuns.staff + ["--compare", "teacher,nowhere"],
    SampleRuns.staff + ["--compare", "teacher,teacher"],
    SampleRuns.staff + ["--compare", "teacher,senior_leader,teacher"],
    SampleRuns.staff + ["--by", "role"],
    [
      "gaps", doubled, doubled, "--instrument", "staff-wellbeing", "--instrument",
      "Instruments/staff-wellbeing.yaml",
    ],
  ])
  func `what cannot be computed is refused and not passed over`(arguments: [String]) throws {
    let run = try Program.run(arguments)
    #expect([1, 64].contains(run.status))
    #expect(run.output.isEmpty)
    #expect(run.errors.lowercased().contains("error:"))
  }

  @Test func `rows with faults are left out on request, and the code says so`() throws {
    let file = SampleFile.surveys[0]
    var table = try file.table
    table.rows[3].removeLast()
    let scratch = try Scratch()
    let path = try scratch.write(table.text, to: "ragged.csv")
    let run = try Program.run(
      file.arguments(reading: path) + ["--accept-rejects", "--format", "json"])
    #expect(run.status == 2)
    #expect(run.errors.contains("\(path):\(table.line(ofRow: 3)): warning:"))
    let rows = try run.json["rows"]
    #expect(rows["read"] == .number(34) && rows["used"] == .number(33))
    #expect(rows["excluded"].list.map { $0["count"] } == [.number(1)])
  }

  @Test(arguments: [("visoin", "vision"), ("netwroks", "networks")])
  func `a misspelt component brings the nearest one`(written: String, meant: String) throws {
    let run = try Program.run(SampleRuns.gaps + ["--not-applicable", written + "=x"])
    #expect(run.errors.contains("did you mean '\(meant)'"))
  }
}

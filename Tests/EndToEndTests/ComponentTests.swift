import Testing

/// The evidence of a component is its own.
struct ComponentTests {
  private func components(_ arguments: [String]) throws -> [JSON] {
    // Which gaps are flagged depends, as it must, on how many gaps the report looks at.
    try SampleRuns.json(arguments).json.without(["p_adjusted", "flagged"])["components"].list
  }

  @Test(arguments: [
    ("staff-wellbeing", ["staff", "vision", "parents"]),
    ("pupil-safety", ["networks", "vision"]),
    ("parent-partnership", ["parents"]),
    ("trusted-peers", ["networks"]),
  ])
  func `leaving a file out changes only the components that it speaks of`(
    file: String, spoken: [String]
  ) throws {
    let whole = try components(SampleRuns.gaps)
    let rest = try components(SampleRuns.gaps(of: SampleRuns.sources.filter { $0 != file }))
    #expect(whole.count == 7 && rest.count == 7)
    let changed = zip(whole, rest).filter { $0 != $1 }.compactMap { $0.0["id"].text }
    #expect(changed == whole.compactMap { $0["id"].text }.filter(spoken.contains))
  }

  @Test(arguments: [
    "staff", "networks", "teaching", "curriculum", "vulnerable", "parents", "vision",
  ])
  func `a component without evidence is not looked at, and never zero`(id: String) throws {
    let files = [
      "staff": "pupil-safety", "networks": "staff-wellbeing", "parents": "pupil-safety",
      "vision": "parent-partnership",
    ]
    let run = SampleRuns.gaps(of: [files[id] ?? "staff-wellbeing"])
    let found = try #require(components(run).first { $0["id"].text == id })
    #expect(found["state"] == .text("not_looked_at"))
    #expect(found["index_reason"] == .text("not looked at"))
    for name in ["index", "interval", "band", "said", "seen"] { #expect(found[name] == .null) }
    #expect(found["gaps"]["performance"] == .null)
    #expect(found["groups"].list.isEmpty)
    #expect(found["strength"]["grade"] == .number(0))
    let title = try #require(found["title"].text)
    let line = try SampleRuns.text(run).lines.first { $0.contains(title) }
    #expect(line?.contains("not looked at") == true)
  }

  @Test func `a component that the school does not have is left out with its reason`() throws {
    let plain = try components(SampleRuns.gaps)
    let run = SampleRuns.gaps + ["--not-applicable", "C7=no families live near"]
    let excused = try components(run)
    let parents = try #require(excused.first { $0["id"].text == "parents" })
    #expect(parents["state"] == .text("not_applicable"))
    #expect(parents["state_reason"] == .text("no families live near"))
    #expect(parents["index"] == .null && parents["band"] == .null && parents["said"] == .null)
    #expect(parents["groups"].list.isEmpty && parents["gaps"]["performance"] == .null)
    let others = zip(plain, excused).filter { $0 != $1 }
    #expect(others.count == 1)
    #expect(try SampleRuns.json(run).json["looked_at"] == .number(3))
    #expect(try SampleRuns.text(run).output.contains("no families live near"))
  }

  @Test func `a target moves the performance gaps and nothing that was measured`() throws {
    let low = try components(SampleRuns.gaps + ["--target", "50"])
    for (plain, moved) in zip(try components(SampleRuns.gaps), low) {
      #expect(plain.without(["gaps"]) == moved.without(["gaps"]))
      let gaps = (plain["gaps"]["performance"].number, moved["gaps"]["performance"].number)
      if let first = gaps.0, let second = gaps.1 { #expect(abs(first - second - 20) < 1e-9) }
    }
  }

  @Test func `the pupils' own framework pack counts eight areas`() throws {
    let run = SampleRuns.gaps + ["--framework", "barnet-resilient-schools"]
    let table = try SampleRuns.json(run).json
    #expect(table["framework"] == .text("barnet-resilient-schools"))
    #expect(table["components"].list.count == 8)
    #expect(table["components"].list.last?["id"] == .text("digital"))
  }
}

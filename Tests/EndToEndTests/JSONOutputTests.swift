import Foundation
import Testing

/// JSON that any program can read, in which what is not there is said to be missing.
struct JSONOutputTests {
  /// Members whose `null` needs no reason: it is itself the answer, or the object says why.
  private static let plainNulls: Set<String> = [
    // The whole is no value of a column; a pupil whom somebody named has no zero to grade.
    "by", "value", "grade", "p_true_zero",
    // Beside an index or a mean that is `null` and has its reason.
    "interval", "sd", "se", "median", "mean_interval", "performance", "performance_interval",
    "said", "seen", "band",
    // The number of people was not given: `population_reason` or `bounds_reason` says so.
    "response_rate", "tipping_point", "population",
    // Items without numbers, and what follows from them.
    "mean", "favourable", "favourable_interval",
    // Coefficients beside one that has its reason.
    "alpha_interval", "sem", "alpha_standardised", "alpha_pairwise",
    // Two groups of which one is too small or all are equal: their sizes stand beside.
    "t", "df", "p", "u", "method", "hedges_g", "cliffs_delta", "cliffs_delta_interval",
    "difference", "difference_interval", "p_adjusted",
    // A pupil whom somebody named has no zero that could be missed; nobody is absent; no clique.
    "worst_case", "enough", "missed_if_one", "missed_if_two", "largest", "unchosen_high",
    "odds_ratio", "assortativity", "coleman",
    // A finding about answers and not about a practice; nominations without a method.
    "practice",
  ]

  @Test(arguments: SampleRuns.all + [SampleRuns.gaps(of: ["pupil-safety"])])
  func `every other null has its reason beside it`(arguments: [String]) throws {
    var bare: Set<String> = []
    try SampleRuns.json(arguments).json.forEachObject { path, members in
      for (name, value) in members where value == .null && !Self.plainNulls.contains(name) {
        if path.hasSuffix("alpha_if_dropped") || path.hasSuffix("item_rest") { continue }
        guard case .text(let reason)? = members[name + "_reason"], !reason.isEmpty else {
          bare.insert("\(path).\(name)")
          continue
        }
      }
    }
    #expect(bare.isEmpty, "\(bare.sorted().prefix(10))")
  }

  @Test(arguments: SampleRuns.all)
  func `a reason stands only beside a null`(arguments: [String]) throws {
    var stray: Set<String> = []
    try SampleRuns.json(arguments).json.forEachObject { path, members in
      for name in members.keys where name.hasSuffix("_reason") && name != "state_reason" {
        if members[String(name.dropLast(7))] != .null { stray.insert("\(path).\(name)") }
      }
    }
    #expect(stray.isEmpty, "\(stray.sorted().prefix(10))")
  }

  @Test(arguments: [SampleRuns.staff, SampleRuns.pupils, SampleRuns.parents])
  func `figures of reliability that were not asked for say so`(arguments: [String]) throws {
    for group in try SampleRuns.json(arguments).json["groups"].list {
      for score in group["scores"].list {
        #expect(score["reliability"]["omega"] == .null)
        #expect(score["reliability"]["omega_reason"] == .text("not asked"))
      }
    }
  }

  /// Files at the edge: one person, everybody alike, nothing answered.
  static let edges: [(name: String, rows: [String])] = [
    ("one person", ["5,y3,4,3,,,"]), ("one blank person", [",y3,,,,,x"]),
    ("two alike", ["y3,4,3,,,", "y3,4,3,,,"]),
    ("all at the end", Array(repeating: "y3,1,1,,,", count: 12)),
    ("groups of one", ["y3,4,3,,,", "y4,1,1,,,", "y5,2,PN,,,"]),
  ]

  @Test(arguments: edges)
  func `files at the edge give sound JSON without NaN`(name: String, rows: [String]) throws {
    let scratch = try Scratch()
    let head = "year_group,safe_class,safe_playground,worried_where,trusted_people,comment\n"
    let fixed = rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).suffix(6) }
    let body = fixed.map { $0.joined(separator: ",") + "\n" }.joined()
    let path = try scratch.write(head + body, to: "edge.csv")
    for further in [["--reliability"], ["--population", "20"]] {
      let run = try Program.run(
        ["analyse", path, "--instrument", "SampleData/dialects/mini-safety.yaml"]
          + ["--by", "year_group", "--format", "json"] + further)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try run.json["rows"]["used"] == .number(Double(rows.count)))
      #expect(!run.output.contains("nan") && !run.output.contains("inf"))
    }
  }

  @Test(arguments: [
    "pupil,class\nP1,A\n", "pupil,class\nP1,A\nP2,A\n", "pupil,class\nP1,A\nP2,B\nP3,\n",
  ])
  func `nominations at the edge give sound JSON without NaN`(roll: String) throws {
    let scratch = try Scratch()
    let path = try scratch.write(roll, to: "roll.csv")
    for (rows, isAnswered) in [("P1,P2,,\n", true), ("P1,no one,,\n", true), ("P1,,,\n", false)] {
      let file = try scratch.write("pupil,trusted_1,trusted_2,trusted_3\n" + rows, to: "peers.csv")
      let run = try Program.run(
        ["analyse", file, "--instrument", "trusted-peers", "--roll", path, "--format", "json"])
      guard isAnswered else {
        #expect(run.status == 1 && run.output.isEmpty && run.errors.contains("nobody answered"))
        continue
      }
      #expect([0, 2].contains(run.status), "\(run.errors)")
      #expect(try run.json["schema"] == .text("mhars.nominations/1"))
    }
  }
}

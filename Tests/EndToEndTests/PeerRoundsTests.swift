import Foundation
import Testing

/// Two rounds of trusted peers, as files and as an audit.
struct PeerRoundsTests {
  private static let plan = """
    school: Larkfield Primary
    framework: islington-mhars
    rounds:
      - { id: spring, title: Spring, instruments: [trusted-peers] }
      - { id: summer, title: Summer, instruments: [trusted-peers] }

    """
  /// P12 leaves after spring and P13 joins in summer.
  private static func roll(_ numbers: [Int]) -> String {
    "pupil,name,class\n" + numbers.map { "P\($0),Pupil N\($0),3 Oak\n" }.joined()
  }
  private static let rolls = [roll(Array(1...12)), roll(Array(1...11) + [13])]
  /// A ring, but that in spring nobody names P10 and P11, and in summer nobody P9 and P10.
  private static func names(_ numbers: [Int], unnamed: Set<Int>) -> String {
    let named = numbers.filter { !unnamed.contains($0) }
    let rows = numbers.map { number in
      let others = named.filter { $0 != number }
      let start = others.firstIndex { $0 > number } ?? 0
      return "P\(number),P\(others[start]),P\(others[(start + 1) % others.count]),\n"
    }
    return "pupil,trusted_1,trusted_2,trusted_3\n" + rows.joined()
  }
  private static let files = [
    names(Array(1...12), unnamed: [10, 11]), names(Array(1...11) + [13], unnamed: [9, 10]),
  ]

  private struct Sample {
    let scratch: Scratch

    init() throws {
      scratch = try Scratch()
      for (place, name) in ["spring", "summer"].enumerated() {
        _ = try scratch.write(PeerRoundsTests.rolls[place], to: "\(name)-roll.csv")
        _ = try scratch.write(PeerRoundsTests.files[place], to: "\(name).csv")
      }
    }

    func run(_ arguments: [String]) throws -> Program.Run {
      try Program.run(arguments, environment: SampleAudit.today, in: scratch.url)
    }

    static let both = [
      "analyse", "summer.csv", "--instrument", "trusted-peers", "--roll", "summer-roll.csv",
      "--earlier", "spring.csv", "--earlier-roll", "spring-roll.csv",
    ]

    func audit() throws {
      _ = try run(["init", "school", "--school", "Larkfield Primary", "--round", "spring"])
      _ = try scratch.write(PeerRoundsTests.plan, to: "school/audit.yaml")
      for round in ["spring", "summer"] {
        let place = ["--round", round, "--audit", "school"]
        let roll = try run(["roll", "import", "\(round)-roll.csv", "--yes"] + place)
        #expect(roll.status == 0, "\(roll.errors)")
        let taken = try run(
          ["import", "\(round).csv", "--instrument", "trusted-peers"] + place)
        #expect(taken.status == 0, "\(taken.errors)")
      }
    }
  }

  @Test func `files of two rounds say who moved`() throws {
    let sample = try Sample()
    let json = try sample.run(Sample.both + ["--format", "json"]).json
    #expect(json["earlier"]["departed"].number == 1)
    #expect(json["moved"]["unchosen_in_both"].list == [.text("P10")])
    #expect(json["moved"]["unchosen_now"].list == [.text("P9")])
    #expect(json["moved"]["unchosen_before"].list == [.text("P11")])
    let change = json["groups"].first("group", "School")["change"]
    #expect(change["compared"].number == 11 && change["arrived"].number == 1)
    #expect(change["expected_in_both"].number == 4.0 / 11)
    #expect(json["pupils"].first("pupil", "P10")["flags"].list.contains(.text("persistent")))
    let text = try sample.run(Sample.both).output
    #expect(text.contains("Since the earlier round"))
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("; also in the earlier round"))
    #expect(words.contains("; not in the earlier round"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: [[], ["--earlier", "two.csv"]])
  func `a round is not compared with itself`(_ earlier: [String]) throws {
    let sample = try Sample()
    _ = try sample.scratch.write("round,nominator,nominee\na,P1,P2\nb,P1,P3\n", to: "two.csv")
    let roll = ["--instrument", "trusted-peers", "--roll", "summer-roll.csv"]
    let run = try sample.run(
      ["analyse", "two.csv", "--round", "b", "--earlier-round", "b"] + roll + earlier)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("the earlier round is the same as the later one"))
  }

  @Test func `what is wrong with a roll that serves both rounds is said once`() throws {
    let scratch = try Scratch()
    let roll = "UPN,class\nA999421723033,3 Oak\nB999421723044,3 Oak\nP3,3 Oak\nP4,3 Oak\n"
    _ = try scratch.write(roll, to: "roll.csv")
    for name in ["spring.csv", "summer.csv"] {
      _ = try scratch.write("pupil,trusted_1\nP3,P4\nP4,P3\nA999421723033,P3\n", to: name)
    }
    let run = try Program.run(
      [
        "analyse", "summer.csv", "--instrument", "trusted-peers", "--roll", "roll.csv",
        "--earlier", "spring.csv",
      ], in: scratch.url)
    let one = try Program.run(
      ["analyse", "summer.csv", "--instrument", "trusted-peers", "--roll", "roll.csv"],
      in: scratch.url)
    #expect(one.errors.contains("check letter"))
    #expect(run.errors == one.errors)
  }

  @Test func `ids that mean other pupils are warned of`() throws {
    let sample = try Sample()
    let mixed = Self.files[0].replacing(/P(\d+)/) { "P\((Int($0.output.1) ?? 0) * 5 % 13)" }
    _ = try sample.scratch.write(mixed, to: "spring.csv")
    let run = try sample.run(Sample.both)
    #expect(run.output.contains("check them before reading on"))
  }

  @Test func `an audit compares with the round before, and counts in its release`() throws {
    let sample = try Sample()
    try sample.audit()
    let place = ["analyse", "--instrument", "trusted-peers", "--audit", "school"]
    let counted = try sample.run(place)
    #expect(counted.output.contains("Since Spring"))
    #expect(counted.output.contains("1 is named by nobody in both"))
    #expect(!counted.output.contains("P1"))
    let named = try sample.run(place + ["--named"])
    let words = named.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("; also in Spring") && words.contains("; not in Spring"))
    #expect(words.contains("Named by nobody in Spring, and named now: P11 Pupil N11."))
    let first = try sample.run(place + ["--round", "spring", "--format", "json"])
    #expect(try first.json["earlier"] == .null)
    let files = try sample.run(Sample.both + ["--format", "json"]).json["groups"]
    let audit = try sample.run(place + ["--format", "json"]).json["groups"]
    #expect(audit.first("group", "School")["change"] == files.first("group", "School")["change"])
    let wrong = try sample.run(place + ["--round", "spring", "--earlier-round", "summer"])
    #expect(wrong.status == 1 && wrong.errors.contains("does not come before"))
  }

  @Test func `a class in which two answered shows nothing of its pupils`() throws {
    let sample = try Sample()
    _ = try sample.scratch.write(
      "pupil,trusted_1\nP1,P2\nP2,no one\n", to: "two.csv")
    for format in ["text", "json", "csv"] {
      let run = try sample.run([
        "analyse", "two.csv", "--instrument", "trusted-peers", "--roll", "spring-roll.csv",
        "--format", format,
      ])
      switch format {
      case "text":
        #expect(run.output.contains("fewer than 3 answered"))
        #expect(!run.output.contains("P2"))
      case "json":
        let pupils = try run.json["pupils"].list
        #expect(pupils.count == 12)
        for pupil in pupils {
          #expect(pupil["level"] == .null && pupil["received"] == .null)
          #expect(pupil["given"] == .null && pupil["evidence"]["grade"] == .null)
        }
      default:
        let table = CSVText(run.output)
        for row in table.rows.dropFirst() {
          #expect(row[table.column("received")].isEmpty && row[table.column("given")].isEmpty)
          #expect(row[table.column("level")].isEmpty)
        }
      }
    }
  }

  @Test func `the indices are printed with their definitions where they are asked for`() throws {
    let plain = try SampleRuns.text(SampleRuns.peers)
    let run = try Program.run(SampleRuns.peers + ["--indices"])
    #expect(!plain.output.contains("Density") && run.output.contains("Density"))
    for word in ["edge reciprocity", "dyad reciprocity", "directed transitivity", "Gini"] {
      #expect(run.output.contains(word))
    }
    #expect(run.lines.allSatisfy { $0.count <= 80 })
    let survey = try Program.run(SampleRuns.staff + ["--indices"])
    #expect(survey.status == 64)
  }
}

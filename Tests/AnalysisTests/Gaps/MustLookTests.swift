import Instruments
import Responses
import Testing

@testable import Analysis

/// What stands above every average.
struct MustLookTests {
  private static let pupils = SmallInstrument(
    id: "pupils", items: ["s1/vision.safety", "-s2/vision.safety", "k1/networks.kindness"])

  /// The findings in short.
  private func findings(_ survey: SmallInstrument, _ rows: [String]) throws -> [String] {
    try GapAnalysis.table([(survey, rows, population: nil)]).figureFindings.map { finding in
      switch finding.kind {
      case .lowPractice: "low \(finding.practice ?? "") of \(finding.n)"
      case .worstAnswers(let item, _, let answer, let count):
        "\(item) \(answer) \(count ?? 0) of \(finding.n)"
      case .carelessAnswers(let instrument, let count): "\(instrument) \(count) of \(finding.n)"
      case .tierNotLookedAt(let tier, _): tier.rawValue
      case .groupRatio(_, _, let value, _, let count): "\(value) \(count ?? 0) of \(finding.n)"
      }
    }
  }

  private static func rows(_ worst: [String], _ others: Int) -> [String] {
    worst + Array(repeating: "5,1,5", count: others)
  }

  @Test(arguments: [
    (["1,1,5"], 19, ["s1 Point 1 1 of 20"]), (["1,1,5"], 20, []),
    (["5,5,5"], 19, ["s2 Point 5 1 of 20"]),
    (["5,1,1"], 19, []), (["1,1,5"], 8, []), ([",1,5", "1,1,5"], 19, ["s1 Point 1 1 of 20"]),
  ])
  func `one pupil in twenty who gives the worst answer on safety is enough`(
    worst: [String], others: Int, expected: [String]
  ) throws {
    #expect(try findings(Self.pupils, Self.rows(worst, others)) == expected)
  }

  @Test func `the answers of staff on safety are no finding of this kind`() throws {
    var staff = Self.pupils
    staff.audience = "staff"
    #expect(try findings(staff, Self.rows(["1,1,5"], 19)).isEmpty)
  }

  @Test(arguments: [
    (12, ["low networks.kindness of 12"]), (10, ["low networks.kindness of 10"]), (9, []),
  ])
  func `a practice under 40 with ten people behind it is one`(
    count: Int, expected: [String]
  ) throws {
    let rows = (0..<count).map { $0.isMultiple(of: 2) ? "5,1,2" : "5,1,3" }
    #expect(try findings(Self.pupils, rows) == expected)
  }

  @Test func `a practice at 40 is none`() throws {
    let rows = (0..<10).map { "5,1,\($0 < 4 ? 2 : 3)" }
    #expect(try findings(Self.pupils, rows).isEmpty)
  }

  @Test(arguments: [(2, true), (1, false)])
  func `more than 15 % careless answers are one`(straight: Int, isFound: Bool) throws {
    let long = SmallInstrument(
      id: "long", audience: "staff", items: (1...10).map { "i\($0)" } + ["-t"])
    let line = Array(repeating: "4", count: 11).joined(separator: ",")
    let sound = Array(repeating: "4", count: 10).joined(separator: ",") + ",2"
    let rows =
      Array(repeating: line, count: straight) + Array(repeating: sound, count: 10 - straight)
    #expect(try findings(long, rows) == (isFound ? ["long 2 of 10"] : []))
  }
}

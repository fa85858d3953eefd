import Instruments
import Responses
import Statistics
import Testing

@testable import Analysis

/// Nothing that is held back follows from what is shown, whatever the table.
struct SurveySubtractionTests {
  private static let small = SmallInstrument(
    items: ["a", "b"], scores: ["id: s, items: [a, b], method: mean, min_answered: 1"])

  /// A table of pupils in classes, these in years but for some mixed ones, and a crossed column.
  fileprivate struct School {
    let rows: [[String]]
    var isMixed = false

    init(_ random: inout SeededGenerator) {
      let classes = Int.random(in: 1...7, using: &random)
      let mixed = Bool.random(using: &random) ? Int.random(in: 0..<classes, using: &random) : -1
      let years = Int.random(in: 1...4, using: &random)
      let blanks = Int.random(in: 0...3, using: &random) == 0
      var rows: [[String]] = []
      for group in 0..<classes {
        let most = [3, 6, 12, 20].randomElement(using: &random) ?? 6
        for _ in 0..<Int.random(in: 1...most, using: &random) {
          let year = (group == mixed ? group + Int.random(in: 0...1, using: &random) : group)
          let isBlank = blanks && Int.random(in: 0..<6, using: &random) == 0
          let answer = "\(Int.random(in: 1...5, using: &random))"
          let second = Int.random(in: 0...2, using: &random) == 0 ? "" : answer
          rows.append([
            answer, second, isBlank ? "" : "Y\(year % years)",
            blanks && Int.random(in: 0..<8, using: &random) == 0 ? "" : "C\(group)",
            ["g", "b", "b", "g", "x"].randomElement(using: &random) ?? "",
          ])
        }
      }
      self.rows = rows
      isMixed = mixed >= 0
    }

    /// Which rows a group of figures counts.
    func members(_ group: GroupFigures) -> [Double] {
      guard let by = group.by, let column = Self.columns.firstIndex(of: by) else {
        return rows.map { _ in 1 }
      }
      return rows.map { $0[2 + column] == group.value ? 1 : 0 }
    }

    static let columns = ["year", "class", "sex"]
  }

  /// What an audit shows of a school, split by some columns; all have a say in what is held back.
  private func release(
    _ school: School, by columns: [String] = School.columns, minimum: Int
  ) throws -> SurveyFigures {
    let outcome = try Self.small.responses(
      school.rows.map { $0.joined(separator: ",") }, heading: "a,b,year,class,sex",
      extras: School.columns)
    let groupings = try School.columns.map {
      Grouping(by: $0, labels: try #require(outcome.table.extras[$0]))
    }
    return SurveyAnalysis(
      outcome.table, ledger: outcome.ledger,
      groupings: columns.compactMap { column in groupings.first { $0.by == column } },
      furtherGroupings: groupings
    ).figures().released(under: .audit(minimum: minimum)).figures
  }

  /// Those of a group who count for a figure: everybody, or those who answered an item.
  private func counted(_ members: [Double], _ school: School, _ item: Int?) -> [Double] {
    zip(members, school.rows).map { $1[item ?? 0].isEmpty ? 0 : $0 }
  }

  @Test(arguments: 1...200)
  func `no hidden number and no hidden mean is a sum or difference of what is shown`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let school = School(&random)
    let minimum = [3, 5, 10].randomElement(using: &random) ?? 5
    let figures = try release(school, minimum: minimum)
    // Item b is left blank by some, and then a mixed class may have answers from one year alone.
    for item in [nil, 0, 1] where item != 1 || !school.isMixed {
      try attack([figures], school, ["year", "class"], item, minimum)
      try attack([figures], school, ["sex"], item, minimum)
    }
  }

  @Test(arguments: 1...40)
  func `what is hidden is the same whatever is asked, and all runs together give it away no more`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: 1_000 + seed)
    let school = School(&random)
    let minimum = [3, 5, 10].randomElement(using: &random) ?? 5
    let whole = try release(school, minimum: minimum)
    let runs = try (0..<8).map { subset in
      try release(
        school,
        by: School.columns.indices.filter { subset >> $0 & 1 == 1 }.map { School.columns[$0] }
          .shuffled(using: &random), minimum: minimum)
    }
    for group in runs.flatMap(\.groups) {
      let same = try #require(
        whole.groups.first { $0.by == group.by && $0.value == group.value })
      #expect(group.n == same.n && group.held == same.held)
      #expect(group.items.map(\.id) == same.items.map(\.id))
      #expect(group.scores.map(\.id) == same.scores.map(\.id))
    }
    for item in [nil, 0, 1] where item != 1 || !school.isMixed {
      try attack(runs, school, ["year", "class"], item, minimum)
      try attack(runs, school, ["sex"], item, minimum)
    }
  }

  @Test func `two runs on classes, with and without years, hide the same classes`() throws {
    let sizes = [("3A", 4), ("3B", 18), ("3C", 18), ("4A", 12), ("4B", 18)]
    let school = School(
      rows: sizes.flatMap { name, count in
        (0..<count).map { ["\(1 + $0 % 5)", "1", "Y\(name.prefix(1))", name, "g"] }
      })
    for columns in [["class"], ["class", "year"], ["year", "class"]] {
      let groups = try release(school, by: columns, minimum: 10).groups
      let hidden = groups.filter { $0.n == nil }.compactMap(\.value)
      #expect(hidden == ["3A", "3B"])
    }
    let unsplit = try release(school, by: [], minimum: 10)
    #expect(unsplit.groups.map(\.n) == [70] && unsplit.ungrouped == 0)
  }

  /// Takes what the whole and some columns show as known, and asks for what they hide.
  private func attack(
    _ runs: [SurveyFigures], _ school: School, _ columns: [String], _ item: Int?, _ minimum: Int
  ) throws {
    let id = item.map { ["a", "b"][$0] }
    var attack = SubtractionAttack()
    var hidden: [(label: String, members: [Double])] = []
    for group in runs.flatMap(\.groups) where group.by.map(columns.contains) ?? true {
      let members = counted(school.members(group), school, item)
      let people = Int(members.reduce(0, +))
      let label = "\(group.by ?? "") \(group.value ?? "whole"), \(id ?? "n")"
      if group.n != nil, id == nil || group.items.contains(where: { $0.id == id }) {
        #expect(!(1..<minimum).contains(people), "\(label) shows \(people)")
        attack.learn(members)
      } else if people > 0 {
        hidden.append((label, members))
      }
    }
    for figures in runs where item == nil && figures.ungrouped != nil {
      for (place, column) in School.columns.enumerated()
      where columns.contains(column) && figures.groups.contains(where: { $0.by == column }) {
        attack.learn(school.rows.map { $0[2 + place].isEmpty ? 1 : 0 })
      }
    }
    for (place, first) in hidden.enumerated() {
      #expect(!attack.gives(first.members), "\(first.label) follows")
      for second in hidden.dropFirst(place + 1) {
        let both = zip(first.members, second.members).map(+)
        guard both.allSatisfy({ $0 <= 1 }), both.reduce(0, +) < Double(minimum) else { continue }
        #expect(!attack.gives(both), "\(first.label) and \(second.label) follow")
      }
    }
  }

  @Test(arguments: 1...20)
  func `the order of rows changes nothing that is held back`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let school = School(&random)
    var other = school.rows
    other.shuffle(using: &random)
    let first = try release(school, minimum: 5)
    let second = try release(School(rows: other), minimum: 5)
    #expect(first.groups.map(\.n) == second.groups.map(\.n))
    #expect(first.groups.map(\.held) == second.groups.map(\.held))
  }
}

extension SurveySubtractionTests.School {
  fileprivate init(rows: [[String]]) {
    self.rows = rows
  }
}

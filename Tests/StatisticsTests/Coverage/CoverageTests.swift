import Foundation
import Statistics
import Testing

@testable import simulate

/// That no interval is left out of the coverage table, and a short run of what `make coverage` does.
struct CoverageTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The cells of each line of the published tables.
  private static func published() throws -> [[String]] {
    let table = try #require(try PublishedTable(page: CoverageTable.page))
    return table.lines.filter { $0.hasPrefix("| ") }.map { line in
      line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
    }
  }

  /// The words after `method:` in the sources, comments left out, with the files they stand in.
  private static func methodsOfSources() throws -> [String: String] {
    let files = FileManager.default.enumerator(
      at: root.appending(path: "Sources"), includingPropertiesForKeys: nil)
    let made = /(?:method: |let method = )(?:[^"\n]*\? )?"([^"]+)"(?: : "([^"]+)")?/
    var found: [String: String] = [:]
    for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
      let source = try String(contentsOf: file, encoding: .utf8)
      guard source.contains(/Interval\(\s*low:/) || source.contains("-> Interval") else { continue }
      for line in source.split(separator: "\n") where !line.contains("///") {
        for match in line.matches(of: made) {
          found[String(match.1)] = file.lastPathComponent
          if let other = match.2 { found[String(other)] = file.lastPathComponent }
        }
      }
    }
    return found
  }

  @Test func `every interval that the library makes is in the coverage table`() throws {
    let made = try Self.methodsOfSources()
    #expect(made.count >= 18)
    let known = Set(IntervalMethod.allCases.map(\.rawValue))
    for (method, file) in made {
      #expect(known.contains(method), "\(method) of \(file) is no IntervalMethod")
    }
    let lines = Set(try Self.published().compactMap(\.first))
    for method in known {
      #expect(made[method] != nil, "no source makes an interval with method \(method)")
      #expect(lines.contains(method), "\(method) has no line in \(CoverageTable.page)")
    }
  }

  @Test func `every method has a setting, and every wrong formula a right one`() {
    let drawn = CoverageSimulation.sections.flatMap(\.settings)
    let tried = drawn.map(\.method) + ShareSettings.all.map(\.method)
    #expect(Set(tried) == Set(IntervalMethod.allCases))
    #expect(Set(drawn.map(\.seed)).count == drawn.count, "two settings have the same draws")
    let rights = Set(drawn.map(\.seed))
    for control in CoverageSimulation.controls {
      #expect(control.fault != nil && rights.contains(control.seed), "\(control.words)")
    }
    #expect(drawn.allSatisfy { $0.fault == nil })
  }

  @Test func `every page of an interval leads to the coverage table`() throws {
    let pages = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "docs/methods").path)
    var linked = 0
    for page in pages where page.hasSuffix(".md") && page != "coverage.md" {
      let text = try Self.text("docs/methods/\(page)")
      guard text.contains(/[Mm]ethods? "/) else { continue }
      linked += 1
      let isLinked = text.contains("(coverage.md")
      #expect(isLinked, "\(page) has an interval and no link to its coverage")
    }
    #expect(linked >= 6)
  }

  @Test func `fewer draws come out as the published table says`() throws {
    let published = try Self.published()
    let settings =
      MeanSettings.all + StratifiedSettings.all.filter { !$0.words.hasPrefix("1200") }
      + GroupSettings.all + ChangeSettings.all + FunnelSettings.all
    for setting in settings {
      let line = published.first {
        $0.count == 8 && $0[0...1] == [setting.method.rawValue, setting.words]
      }
      let held = try #require(line, "\(setting.method.rawValue), \(setting.words)")[2]
      let tally = CoverageTally(setting, part: 40)
      guard let percent = Double(held) else {
        #expect(tally.intervals == 0 && held == "–", "\(setting.words)")
        continue
      }
      let share = percent / 100
      // Rounding of the page, its own error, and that of the few draws.
      let error = (max(share * (1 - share), 0.01) / Double(tally.intervals)).squareRoot()
      #expect(abs(tally.coverage - share) < 0.004 + 4.5 * error, "\(setting.words)")
    }
  }

  @Test func `enumerated shares come out as published, and wrong ones do not`() throws {
    let published = try Self.published()
    let small = ShareSettings.all.filter { !$0.words.contains("400") }
    #expect(small.count == 26)
    for setting in small {
      let line = published.first {
        $0.count == 6 && $0[0...1] == [setting.method.rawValue, setting.words]
      }
      let outcome = setting.outcome()
      let figures = [outcome.mean, outcome.worst].map { String(format: "%.1f", 100 * $0) }
      #expect(
        line.map { Array($0[2...3]) } == figures, "\(setting.method.rawValue) \(setting.words)")
    }
    for setting in ShareSettings.controls {
      let outcome = setting.outcome()
      let right = try #require(
        small.first { $0.method == setting.method && $0.words == setting.words })
      #expect(
        outcome.reading != right.outcome().reading || outcome.width > 1.1 * right.outcome().width,
        "\(setting.fault ?? "")")
    }
  }

  @Test func `coverage counts what is held, what lies on either side and what is missing`() {
    let setting = CoverageSetting(.mean, "a die", truth: 3.5) { lot in
      switch lot.below(6) {
      case 0: nil
      case 1: CoverageSetting.wrong(1, 1)
      case 2: CoverageSetting.wrong(6, 2)
      default: CoverageSetting.wrong(3, 0.5)
      }
    }
    let tally = CoverageTally(setting)
    #expect(tally.draws % CoverageTally.fewest == 0)
    #expect(tally.standardError <= CoverageTally.error)
    #expect(abs(tally.coverage - 0.6) < 4.5 * tally.standardError)
    for count in [tally.below, tally.above, tally.draws - tally.intervals] {
      #expect(abs(Double(count) / Double(tally.draws) - 1 / 6.0) < 0.015)
    }
    #expect(abs(tally.width - (2 + 4 + 3) / 5) < 0.05)
    #expect(tally.reading == .short)
    #expect(CoverageTally(setting).held == tally.held, "the same draws each time")
  }

  @Test func `enumeration weighs every count by its chance`() {
    // Only the count 0 of two has an interval that fails: 1 - (1 - p)² on average 2/3.
    let outcome = ShareSetting.binomial(.share, 2) { x in
      x == 0 ? nil : Interval(low: 0, high: 1, method: "all")
    }.outcome()
    #expect(abs(outcome.mean - 2.0 / 3) < 1e-3 && abs(outcome.width - outcome.mean) < 1e-12)
    #expect(abs(outcome.worst - (1 - 0.999 * 0.999)) < 1e-12)
    let finite = ShareSetting.finite(.exactShare, 2, of: 4) { x in
      Interval(low: 0, high: x == 2 ? 1 : 0.5, method: "some")
    }.outcome()
    // K = 3 of 4: two favourable in three of six samples. K = 4: in all. The others always hold.
    #expect(abs(finite.mean - (1 + 1 + 1 + 0.5 + 1) / 5) < 1e-12 && abs(finite.worst - 0.5) < 1e-12)
  }
}
